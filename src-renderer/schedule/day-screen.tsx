import { CalendarPlus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useDo, useLook } from '#api/hooks'
import type { Card } from '#contract/appointments'
import { isMovable } from '#domain/appointment-status'
import { localAt } from '#domain/clock'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { useDesk, type BookingWish } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { useKeys } from '#ui/keys'
import { FaultNotice, Notice, useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import { AppointmentPanel } from './appointment-panel.tsx'
import type { Motion } from './board-motion.ts'
import { Board, type Spot } from './board.tsx'
import { BookingDialog } from './booking-dialog.tsx'
import { columnsOf, hoursShown } from './columns.ts'
import css from './css/board.module.css'
import { SeriesDialog } from './series-dialog.tsx'

const MINUTE = 60_000

/** Home: the day of one clinic or all, with everything about an appointment beside it. */
export function DayScreen() {
  const desk = useDesk()
  const { schedule } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const { say, refuse } = useNotices()
  const [withCancelled, setWithCancelled] = useState(false)
  const [placing, setPlacing] = useState<Card>()
  const board = useLook(['appointments', 'onDay'], { day: desk.day, withCancelled }, { keepLast: true })
  const { run: move } = useDo(['appointments', 'move'])
  const now = useMinuteOfToday()
  const mayWrite = desk.may('appointments.write')

  const cards = useMemo(() => board.value ?? [], [board.value])
  const columns = useMemo(() => columnsOf(desk.shownLocations, cards), [desk.shownLocations, cards])
  const hours = useMemo(() => hoursShown(desk.shownLocations, cards), [desk.shownLocations, cards])
  const selected = cards.find((card) => card.id === desk.selectedAppointmentId)

  const moveTo = useCallback(
    async (card: Card, { roomId, startMinute, minutes }: { roomId: string; startMinute: number; minutes: number }) => {
      const column = columns.find((one) => one.roomId === roomId)
      if (column === undefined) return
      const slot = { ...card.slot, roomId, startMinute, minutes, locationId: column.location.id }
      const reply = await move({ appointmentId: card.id, version: card.version, slot })
      if (reply.ok) say(schedule.moved(`${minute(slot.startMinute)}, ${column.roomName}`))
      else refuse(reply.fault)
    },
    [columns, minute, move, refuse, say, schedule],
  )
  const onMoved = useCallback((motion: Motion) => void moveTo(motion.card, motion), [moveTo])
  const canMove = useCallback((card: Card) => mayWrite && isMovable(card.status), [mayWrite])
  const onOpen = useCallback((card: Card) => desk.selectAppointment(card.id), [desk])

  const { wanted, setWanted } = desk
  const begin = (wish: BookingWish) => setWanted({ what: 'booking', wish })
  const close = () => setWanted(undefined)
  const bookAt = (spot: Spot | undefined) => {
    if (!mayWrite) return
    begin({ day: desk.day, ...spot })
  }

  useKeys([
    { keys: 'N', label: schedule.book, run: () => bookAt(undefined), isOff: !mayWrite },
    {
      keys: 'B',
      label: schedule.book,
      run: () => begin({ day: desk.day, ...(selected === undefined ? {} : { patientId: selected.patientId }) }),
      isOff: !mayWrite || selected === undefined,
    },
    {
      keys: 'S',
      label: schedule.bookSeries,
      run: () => {
        if (selected !== undefined && selected.planId !== null) desk.bookSeries(selected.patientId, selected.planId)
      },
      isOff: !mayWrite || selected === undefined || selected.planId === null,
    },
    {
      keys: 'Escape',
      label: schedule.moveCancelled,
      run: () => setPlacing(undefined),
      isOff: placing === undefined,
      notInPalette: true,
    },
  ])

  return (
    <div className={css['screen']}>
      <div className={css['tools']}>
        <h1 className="visually-hidden">{weekdayAndDay(desk.day)}</h1>
        <Button
          variant="primary"
          icon={CalendarPlus}
          keyHint="N"
          disabled={!mayWrite}
          onClick={() => bookAt(undefined)}
        >
          {schedule.book}
        </Button>
        {placing === undefined ? null : (
          <Notice>{schedule.placing(desk.isPrivate ? placing.patientInitials : placing.patientName)}</Notice>
        )}
        <FaultNotice fault={board.fault} />
        <span className={css['spring']} />
        <CheckField label={schedule.showCancelled} value={withCancelled} onChange={setWithCancelled} />
      </div>
      <div className={css['stage']}>
        {board.value !== undefined && columns.length === 0 ? (
          <EmptyState title={schedule.emptyTitle} text={schedule.emptyText} />
        ) : (
          <Board
            columns={columns}
            hours={hours}
            now={desk.day === desk.today ? now : undefined}
            isPrivate={desk.isPrivate}
            selectedId={desk.selectedAppointmentId}
            placing={placing}
            onOpen={onOpen}
            onSpot={bookAt}
            onPlaced={(card, spot) => {
              setPlacing(undefined)
              void moveTo(card, { ...spot, minutes: card.slot.minutes })
            }}
            canMove={canMove}
            onMoved={onMoved}
          />
        )}
      </div>
      {selected === undefined ? null : (
        <AppointmentPanel
          key={selected.id}
          card={selected}
          onClose={() => {
            if (placing === undefined) desk.selectAppointment(undefined)
            else setPlacing(undefined)
          }}
          onPlace={() => setPlacing(selected)}
        />
      )}
      {wanted?.what === 'booking' ? <BookingDialog wish={wanted.wish} cards={cards} onClose={close} /> : null}
      {wanted?.what === 'series' ? (
        <SeriesDialog patientId={wanted.patientId} planId={wanted.planId} onClose={close} />
      ) : null}
    </div>
  )
}

/** The present minute of the clinic's day, by the engine's clock. */
function useMinuteOfToday(): number {
  const { now, zone } = useDesk()
  const [at, setAt] = useState(() => localAt(now(), zone).minute)
  useEffect(() => {
    const timer = setInterval(() => setAt(localAt(now(), zone).minute), MINUTE / 2)
    return () => clearInterval(timer)
  }, [now, zone])
  return at
}
