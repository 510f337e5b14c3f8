import type { ReactNode } from 'react'
import type { ContactAbout, ContactOutcome } from '#domain/contact'
import type { Day } from '#domain/dates'
import { useDo, useLook, type OutputOf } from '#api/hooks'
import type { Column } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { FaultNotice, useNotices } from '#ui/notice'
import { shownName } from '#ui/shown-name'
import { LocationBadge, StatusChip } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { WorkedList, type RowDeed } from './worked-list.tsx'

type Call = OutputOf<'lists', 'confirmations'>[number]

/** Whom to call about a day's appointment. */
export function Confirmations({ day }: { day: Day }) {
  const { lists } = useWords()
  const formats = useFormats()
  const calls = useLook(['lists', 'confirmations'], { day }, { keepLast: true })
  if (calls.value === undefined) return <FaultNotice fault={calls.fault} />
  return (
    <Calls
      about="confirmation"
      label={lists.confirmations(formats.weekdayAndDay(day))}
      calls={calls.value}
      outcomes={['reached', 'left_message', 'no_answer']}
      empty={<EmptyState title={lists.noCallsTitle} text={lists.noCallsText} />}
    />
  )
}

/** Whom to call about a visit that was missed. */
export function Missed() {
  const { lists } = useWords()
  const calls = useLook(['lists', 'missed'], {})
  if (calls.value === undefined) return <FaultNotice fault={calls.fault} />
  return (
    <Calls
      about="no_show"
      label={lists.missed}
      calls={calls.value}
      outcomes={['reached', 'left_message', 'no_answer']}
      empty={<EmptyState title={lists.noMissedTitle} text={lists.noMissedText} />}
      booksAnew
    />
  )
}

type Props = {
  about: ContactAbout
  label: string
  calls: readonly Call[]
  outcomes: readonly ContactOutcome[]
  empty: ReactNode
  /** Enter begins a booking instead of opening the visit. */
  booksAnew?: boolean
}

const keys: Readonly<Partial<Record<ContactOutcome, string>>> = { reached: 'C', left_message: 'V', no_answer: 'U' }

function Calls({ about, label, calls, outcomes, empty, booksAnew = false }: Props) {
  const desk = useDesk()
  const { lists } = useWords()
  const { say, refuse } = useNotices()
  const columns = useCallColumns()
  const record = useDo(['lists', 'record'])
  const write = async (call: Call, outcome: ContactOutcome) => {
    const { patientId, appointmentId } = call
    const reply = await record.run({ patientId, appointmentId, about, outcome, note: '' })
    if (reply.ok) say(lists.recorded(shownName(call.patientName, desk.isPrivate), lists.outcomes[outcome]))
    else refuse(reply.fault)
  }
  const deeds: RowDeed<Call>[] = desk.may('appointments.write')
    ? outcomes.map((outcome) => ({
        key: keys[outcome] ?? '',
        label: lists.outcomes[outcome],
        run: (call) => void write(call, outcome),
      }))
    : []
  return (
    <WorkedList
      label={label}
      rows={calls}
      keyOf={(call) => call.appointmentId}
      columns={columns}
      onOpen={(call) => (booksAnew ? desk.bookFor(call.patientId) : desk.openAppointment(call.appointmentId, call.day))}
      openLabel={booksAnew ? lists.book : lists.open}
      deeds={deeds}
      empty={empty}
    />
  )
}

function useCallColumns(): Column<Call>[] {
  const desk = useDesk()
  const { lists, common } = useWords()
  const formats = useFormats()
  return [
    {
      key: 'when',
      header: lists.when,
      width: '190px',
      sortBy: (call) => `${call.day} ${String(call.startMinute).padStart(4, '0')}`,
      cell: (call) => `${formats.day(call.day)}, ${formats.minute(call.startMinute)}`,
    },
    { key: 'patient', header: lists.patient, cell: (call) => shownName(call.patientName, desk.isPrivate) },
    {
      key: 'phone',
      header: lists.phone,
      width: '140px',
      cell: (call) => (desk.isPrivate ? '' : formats.phone(call.phone)),
    },
    { key: 'what', header: lists.what, width: '120px', cell: (call) => common.kinds[call.kind] },
    { key: 'status', header: lists.status, width: '140px', cell: (call) => <StatusChip status={call.status} /> },
    { key: 'clinic', header: lists.clinic, width: '64px', cell: (call) => <LocationBadge code={call.locationCode} /> },
    {
      key: 'last',
      header: lists.lastCall,
      width: '210px',
      cell: (call) =>
        call.lastOutcome === null || call.lastCalledAt === null
          ? lists.never
          : `${lists.outcomes[call.lastOutcome]}, ${formats.time(call.lastCalledAt, desk.zone)}`,
    },
  ]
}
