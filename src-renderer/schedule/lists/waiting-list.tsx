import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useDo, useLook, type OutputOf } from '#api/hooks'
import { localAt } from '#domain/clock'
import { addDays, weekday } from '#domain/dates'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { DecisionDialog } from '#ui/dialog'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { useKeys } from '#ui/keys'
import { FaultNotice, useNotices } from '#ui/notice'
import { shownName } from '#ui/shown-name'
import { Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { WaitingDialog } from './waiting-dialog.tsx'
import { WorkedList } from './worked-list.tsx'

type Waiting = OutputOf<'waiting', 'list'>[number]

/** Who waits for a time; Enter begins the booking, a key takes somebody off. */
export function WaitingList() {
  const desk = useDesk()
  const { lists, common } = useWords()
  const formats = useFormats()
  const { refuse } = useNotices()
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Waiting>()
  const waiting = useLook(['waiting', 'list'], {})
  const withdraw = useDo(['waiting', 'withdraw'])
  const mayWrite = desk.may('appointments.write')
  const wishOf = useWish()
  useKeys([{ keys: 'N', label: lists.add, run: () => setAdding(true), isOff: !mayWrite }])
  if (waiting.value === undefined) return <FaultNotice fault={waiting.fault} />
  const takeOff = async (reason: string) => {
    if (leaving === undefined) return
    const reply = await withdraw.run({ waitingId: leaving.id, reason })
    if (reply.ok) setLeaving(undefined)
    else refuse(reply.fault)
  }
  return (
    <>
      <WorkedList
        label={lists.waiting}
        rows={waiting.value}
        keyOf={(row) => row.id}
        onOpen={(row) => desk.bookFor(row.patientId)}
        openLabel={lists.book}
        deeds={mayWrite ? [{ key: 'X', label: lists.withdraw, run: setLeaving }] : []}
        tools={
          mayWrite ? (
            <Button icon={Plus} keyHint="N" onClick={() => setAdding(true)}>
              {lists.add}
            </Button>
          ) : null
        }
        empty={<EmptyState title={lists.noWaitingTitle} text={lists.noWaitingText} />}
        columns={[
          {
            key: 'patient',
            header: lists.patient,
            cell: (row) => (
              <>
                {shownName(row.patientName, desk.isPrivate)}{' '}
                {row.urgency === 'soon' ? <Tag tone="caution">{lists.soon}</Tag> : null}
              </>
            ),
          },
          {
            key: 'phone',
            header: lists.phone,
            width: '140px',
            cell: (row) => (desk.isPrivate ? '' : formats.phone(row.phone)),
          },
          { key: 'what', header: lists.what, width: '110px', cell: (row) => common.kinds[row.kind] },
          { key: 'wish', header: lists.wish, cell: wishOf },
          {
            key: 'since',
            header: lists.since,
            width: '150px',
            sortBy: (row) => row.since,
            cell: (row) => {
              const since = localAt(row.since, desk.zone)
              return since.day === desk.today ? formats.minute(since.minute) : formats.day(since.day)
            },
          },
        ]}
      />
      {isAdding ? <WaitingDialog onClose={() => setAdding(false)} /> : null}
      <DecisionDialog
        key={leaving?.id}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={lists.withdrawTitle}
        consequence={lists.withdrawText}
        confirm={lists.withdraw}
        reasonLabel={common.reason}
        isBusy={withdraw.isRunning}
        onConfirm={(reason) => void takeOff(reason)}
      />
    </>
  )
}

/** What somebody would take, in a few words. */
function useWish(): (row: Waiting) => string {
  const desk = useDesk()
  const { lists } = useWords()
  const formats = useFormats()
  return (row) => {
    const clinic = desk.locations.find((location) => location.id === row.locationId)?.name
    const days = [0, 1, 2, 3, 4, 5, 6]
      .map((ahead) => addDays(desk.today, ahead))
      .filter((day) => (row.weekdays & (1 << weekday(day))) !== 0)
      .toSorted((a, b) => ((weekday(a) + 6) % 7) - ((weekday(b) + 6) % 7))
      .map((day) => formats.weekday(day, 'short'))
    const hours = desk.locations.flatMap((location) => location.hours)
    const isAnyHour = hours.every((one) => row.fromMinute <= one.openMinute && one.closeMinute <= row.toMinute)
    const parts = [
      clinic ?? lists.either,
      days.join(' '),
      isAnyHour ? '' : `${formats.minute(row.fromMinute)}–${formats.minute(row.toMinute)}`,
      row.fromDay > desk.today ? lists.from(formats.day(row.fromDay)) : '',
      row.untilDay === null ? '' : lists.until(formats.day(row.untilDay)),
      row.notes,
    ]
    return parts.filter((part) => part !== '').join(' · ')
  }
}
