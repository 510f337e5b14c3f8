import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Card } from '#contract/appointments'
import { localAt } from '#domain/clock'
import { useDesk, type BookingWish } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useWords } from '#ui/words'
import type { Motion } from './board-motion.ts'
import { Board, type Spot } from './board.tsx'
import { hoursShown, providerColumns, roomColumns, type BoardColumn, type ColumnKind } from './columns.ts'
import { lateStarts } from './late-forecast.ts'
import { MoveRefusedDialog } from './move-refused-dialog.tsx'
import { usePeople } from './people.ts'
import { ProviderCalendar } from './provider-calendar.tsx'
import { useArriving } from './use-arriving.ts'
import { useMoving } from './use-moving.ts'

const MINUTE = 60_000
const none: ReadonlyMap<string, number> = new Map()

type Props = {
  kind: ColumnKind
  /** Undefined while the day is asked for. */
  cards: readonly Card[] | undefined
  placing: Card | undefined
  onPlacing: (card: Card | undefined) => void
  onWish: (wish: BookingWish) => void
}

/** One day as columns of rooms or of providers. */
export function DayBoard({ kind, cards: loaded, placing, onPlacing, onWish }: Props) {
  const desk = useDesk()
  const { schedule } = useWords()
  const now = useMinuteOfToday()
  const cards = useMemo(() => loaded ?? [], [loaded])
  const providers = usePeople('provider', desk.shownLocations)
  const columns = useMemo(
    () =>
      kind === 'room'
        ? roomColumns(desk.shownLocations, cards)
        : providerColumns(providers, desk.shownLocations, cards),
    [kind, providers, desk.shownLocations, cards],
  )
  const hours = useMemo(() => hoursShown(desk.shownLocations, cards), [desk.shownLocations, cards])
  const isToday = desk.day === desk.today
  const clock = desk.now
  const late = useMemo(() => (isToday ? lateStarts(cards, clock(), now) : none), [cards, clock, isToday, now])
  const { moveTo, canMove, refusedMove, forgetRefused } = useMoving(kind, columns)
  const arrive = useArriving()
  const { selectAppointment } = desk
  const onMoved = useCallback((motion: Motion) => void moveTo(motion.card, motion), [moveTo])
  const onOpen = useCallback((card: Card) => selectAppointment(card.id), [selectAppointment])
  const onSpot = ({ columnKey, startMinute }: Spot) =>
    onWish({ day: desk.day, startMinute, ...(kind === 'room' ? { roomId: columnKey } : {}) })
  if (loaded !== undefined && columns.length === 0) {
    return <EmptyState title={schedule.emptyTitle} text={schedule.emptyText} />
  }
  return (
    <>
      <Board
        columns={columns}
        hours={hours}
        now={isToday ? now : undefined}
        late={late}
        isPrivate={desk.isPrivate}
        selectedId={desk.selectedAppointmentId}
        placing={placing}
        onOpen={onOpen}
        onSpot={onSpot}
        onPlaced={(card, spot) => {
          onPlacing(undefined)
          void moveTo(card, { ...spot, minutes: card.slot.minutes })
        }}
        canMove={canMove}
        onMoved={onMoved}
        {...(kind === 'provider' ? { ofColumn: calendarOf } : {})}
        onArrive={(card) => void arrive(card)}
      />
      {refusedMove === undefined ? null : <MoveRefusedDialog refused={refusedMove} onClose={forgetRefused} />}
    </>
  )
}

function calendarOf({ key, name, cards }: BoardColumn) {
  return cards.length === 0 ? null : <ProviderCalendar providerId={key} name={name} />
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
