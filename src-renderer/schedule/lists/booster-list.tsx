import { useDo, useLook, type OutputOf } from '#api/hooks'
import type { ContactOutcome } from '#domain/contact'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { FaultNotice, useNotices } from '#ui/notice'
import { shownName } from '#ui/shown-name'
import { LocationBadge } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/lists.module.css'
import { WorkedList } from './worked-list.tsx'

type Booster = OutputOf<'lists', 'boosters'>[number]

/** Whose effect is to be renewed; Enter begins the booking. */
export function Boosters() {
  const desk = useDesk()
  const { lists } = useWords()
  const formats = useFormats()
  const { say, refuse } = useNotices()
  const boosters = useLook(['lists', 'boosters'], {})
  const { run: record } = useDo(['lists', 'record'])
  if (boosters.value === undefined) return <FaultNotice fault={boosters.fault} />
  const write = async ({ patientId, patientName }: Booster, outcome: ContactOutcome) => {
    const reply = await record({ patientId, appointmentId: null, about: 'maintenance', outcome, note: '' })
    if (reply.ok) say(lists.recorded(shownName(patientName, desk.isPrivate), lists.outcomes[outcome]))
    else refuse(reply.fault)
  }
  return (
    <WorkedList
      label={lists.boosters}
      rows={boosters.value}
      keyOf={(row) => row.patientId}
      onOpen={(row) => desk.bookFor(row.patientId)}
      openLabel={lists.book}
      deeds={
        desk.may('appointments.write')
          ? [
              { key: 'V', label: lists.outcomes.left_message, run: (row) => void write(row, 'left_message') },
              { key: 'U', label: lists.outcomes.no_answer, run: (row) => void write(row, 'no_answer') },
            ]
          : []
      }
      empty={<EmptyState title={lists.noBoostersTitle} text={lists.noBoostersText} />}
      columns={[
        { key: 'patient', header: lists.patient, cell: (row) => shownName(row.patientName, desk.isPrivate) },
        {
          key: 'phone',
          header: lists.phone,
          width: '140px',
          cell: (row) => (desk.isPrivate ? '' : formats.phone(row.phone)),
        },
        { key: 'plan', header: lists.plan, cell: (row) => row.protocolName },
        {
          key: 'last',
          header: lists.lastInfusion,
          width: '140px',
          cell: (row) => formats.day(row.lastDay),
          sortBy: (row) => row.lastDay,
        },
        {
          key: 'due',
          header: lists.due,
          width: '170px',
          sortBy: (row) => row.dueDay,
          cell: (row) =>
            row.state === 'overdue' ? (
              <span className={css['late']}>{lists.overdueBy(row.overdueDays)}</span>
            ) : (
              lists.dueOn(formats.day(row.dueDay))
            ),
        },
        {
          key: 'clinic',
          header: lists.clinic,
          width: '64px',
          cell: (row) => <LocationBadge code={row.homeLocationCode} />,
        },
      ]}
    />
  )
}
