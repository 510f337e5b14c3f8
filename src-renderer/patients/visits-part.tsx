import { useState } from 'react'
import { useDo } from '#api/hooks'
import { saveCalendar } from '#api/papers'
import { holdsResources } from '#domain/appointment-status'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { DataTable } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { useNotices } from '#ui/notice'
import { LocationBadge, StatusChip } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/patient.module.css'
import type { Page } from './use-standing.ts'

type Visit = Page['visits'][number]

/** Every visit, newest first; Enter opens it on the board. */
export function VisitsPart({ patientId, visits }: { patientId: string; visits: readonly Visit[] }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const { refuse } = useNotices()
  const calendar = useDo(['calendar', 'ofPatient'])
  const exportFile = async () => {
    const reply = await calendar.run({ patientId })
    if (reply.ok) saveCalendar(reply.value)
    else refuse(reply.fault)
  }
  const [withCancelled, setWithCancelled] = useState(false)
  const hasCancelled = visits.some((visit) => isCancelled(visit))
  const nameOf = (code: string) => desk.locations.find((location) => location.code === code)?.name
  return (
    <div className={css['part']}>
      <div className={css['tools']}>
        <Button isBusy={calendar.isRunning} onClick={() => void exportFile()}>
          {patients.calendarFile}
        </Button>
      </div>
      {hasCancelled ? (
        <CheckField label={patients.showCancelled} value={withCancelled} onChange={setWithCancelled} />
      ) : null}
      <DataTable
        label={patients.visits}
        remember="patients.visits"
        rows={visits.filter((visit) => withCancelled || !isCancelled(visit))}
        keyOf={(visit) => visit.appointmentId}
        onOpen={(visit) => desk.openAppointment(visit.appointmentId, visit.day)}
        isMuted={(visit) => !holdsResources(visit.status)}
        empty={<EmptyState title={patients.noVisits} text={patients.noVisitsText} />}
        columns={[
          {
            key: 'day',
            header: patients.day,
            width: '168px',
            sortBy: (visit) => `${visit.day} ${String(visit.startMinute).padStart(4, '0')}`,
            cell: (visit) => weekdayAndDay(visit.day),
          },
          {
            key: 'time',
            header: patients.time,
            width: '96px',
            isFigure: true,
            cell: (visit) => minute(visit.startMinute),
          },
          {
            key: 'kind',
            header: patients.what,
            sortBy: (visit) => visit.kind,
            cell: (visit) =>
              visit.infusionNumber === null ? common.kinds[visit.kind] : patients.infusionNumber(visit.infusionNumber),
          },
          {
            key: 'status',
            header: patients.status,
            width: '160px',
            sortBy: (visit) => visit.status,
            cell: (visit) => <StatusChip status={visit.status} />,
          },
          {
            key: 'where',
            header: patients.where,
            width: '200px',
            sortBy: (visit) => `${visit.locationCode} ${visit.roomName}`,
            cell: (visit) => {
              const name = nameOf(visit.locationCode)
              return (
                <>
                  <LocationBadge code={visit.locationCode} {...(name === undefined ? {} : { name })} /> {visit.roomName}
                </>
              )
            },
          },
          {
            key: 'minutes',
            header: patients.length,
            width: '96px',
            isFigure: true,
            sortBy: (visit) => visit.minutes,
            cell: (visit) => common.minutes(visit.minutes),
          },
        ]}
      />
    </div>
  )
}

function isCancelled({ status }: Visit): boolean {
  return status === 'cancelled' || status === 'late_cancelled'
}
