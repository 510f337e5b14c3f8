import { useState } from 'react'
import type { Card } from '#contract/appointments'
import type { Fault } from '#contract/faults'
import type { Day } from '#domain/dates'
import { moveVerbs, type MoveVerb } from '#domain/series-move'
import { useDo, useLook, type OutputOf } from '#api/hooks'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { useFormats } from '#ui/formats'
import { useKeys } from '#ui/keys'
import { FaultNotice, Notice, useNotices } from '#ui/notice'
import { Segments } from '#ui/popover'
import { LocationBadge } from '#ui/status-chip'
import { DayField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/booking.module.css'

type Props = { card: Card; onClose: () => void }
type Move = OutputOf<'series', 'previewMove'>['moves'][number]

/** Moves an infusion, it and the rest, or all that have not started; the difference is shown before it is saved. */
export function SeriesMoveDialog({ card, onClose }: Props) {
  const { schedule } = useWords()
  return (
    <Dialog isOpen onClose={onClose} title={schedule.moveSeries} lead={schedule.moveSeriesLead} size="large">
      <MoveForm card={card} onClose={onClose} />
    </Dialog>
  )
}

function MoveForm({ card, onClose }: Props) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { say } = useNotices()
  const [verb, setVerb] = useState<MoveVerb>('rest')
  const [day, setDay] = useState<Day | undefined>(card.slot.day)
  const [startMinute, setStartMinute] = useState<number | undefined>(card.slot.startMinute)
  const preview = useLook(
    ['series', 'previewMove'],
    { appointmentId: card.id, verb, day: day ?? card.slot.day, startMinute: startMinute ?? card.slot.startMinute },
    { keepLast: true, enabled: day !== undefined && startMinute !== undefined },
  )
  const move = useDo(['series', 'move'])
  const [refused, setRefused] = useState<{ fault: Fault; of: unknown }>()
  const shown = preview.value
  const changed = (shown?.moves ?? []).filter(isElsewhere)
  const isWhole = changed.length > 0 && changed.every((one) => one.to !== null)
  // What is saved is what stands on the screen, never an answer to an earlier wish.
  const isReady = isWhole && !preview.isEarlier && day !== undefined && startMinute !== undefined
  const save = async () => {
    if (!isReady) return
    const moves = changed.flatMap(({ appointmentId, version, to }) =>
      to === null ? [] : [{ appointmentId, version, slot: to }],
    )
    const reply = await move.run({ moves })
    if (!reply.ok) {
      setRefused({ fault: reply.fault, of: shown })
      return
    }
    say(schedule.movedSeries(moves.length))
    onClose()
    desk.openAppointment(card.id, changed.find((one) => one.appointmentId === card.id)?.to?.day ?? card.slot.day)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: schedule.moveSeriesSave, run: () => void save(), notInPalette: true }])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css['fields']}>
        <div className={css['wide']}>
          <Segments
            label={schedule.moveWhich}
            value={verb}
            onChange={setVerb}
            segments={moveVerbs.map((one) => ({ value: one, label: schedule.moveVerbs[one] }))}
          />
        </div>
        <DayField label={schedule.day} value={day} today={desk.today} autoFocus onChange={setDay} />
        <TimeField label={schedule.start} value={startMinute} onChange={setStartMinute} />
      </div>
      <FaultNotice fault={refused !== undefined && refused.of === shown ? refused.fault : preview.fault} />
      {shown !== undefined && shown.spanDays > shown.windowMaxDays ? (
        <Notice tone="caution">{schedule.windowBreaks(shown.spanDays, shown.windowMaxDays)}</Notice>
      ) : null}
      <Difference moves={shown?.moves ?? []} />
      <div className={css['foot']}>
        <Button onClick={onClose}>{common.back}</Button>
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" disabled={!isReady} isBusy={move.isRunning}>
          {schedule.moveSeriesSave}
        </Button>
      </div>
    </form>
  )
}

/** Each infusion before and after. */
function Difference({ moves }: { moves: readonly Move[] }) {
  const desk = useDesk()
  const { schedule } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const place = (slot: Move['from']) => {
    const location = desk.locations.find((one) => one.id === slot.locationId)
    const room = location?.rooms.find((one) => one.id === slot.roomId)
    return (
      <>
        {weekdayAndDay(slot.day)}, {minute(slot.startMinute)} <LocationBadge code={location?.code ?? ''} />{' '}
        {room?.name ?? ''}
      </>
    )
  }
  return (
    <div className={css['proposal']}>
      <DataTable
        label={schedule.difference}
        rows={moves}
        keyOf={(move) => move.appointmentId}
        isMuted={(move) => !isElsewhere(move)}
        columns={[
          { key: 'number', header: schedule.seriesNumber, cell: (move) => move.number, isFigure: true, width: '80px' },
          { key: 'from', header: schedule.before, cell: (move) => place(move.from) },
          {
            key: 'to',
            header: schedule.after,
            cell: (move) =>
              move.to === null ? schedule.noTimeFound : isElsewhere(move) ? place(move.to) : schedule.stays,
          },
        ]}
      />
    </div>
  )
}

function isElsewhere({ from, to }: Move): boolean {
  return to === null || JSON.stringify(from) !== JSON.stringify(to)
}
