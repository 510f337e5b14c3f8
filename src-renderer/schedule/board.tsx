import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import type { Card } from '#contract/appointments'
import { useFormats } from '#ui/formats'
import { useKeys } from '#ui/keys'
import { LocationBadge } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { AppointmentCard } from './appointment-card.tsx'
import { afterArrow, begin, isElsewhere, neighbour, toEnd, toStart, type Motion } from './board-motion.ts'
import type { BoardColumn } from './columns.ts'
import css from './css/board.module.css'
import { lanesOf } from './lanes.ts'

/** Pixels of one minute. */
const SCALE = 1.2
/** How far the pointer must go before a press becomes a drag. */
const DRAG_FROM = 4

const arrows = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']

/** A place on the board that is free. */
export type Spot = { readonly columnKey: string; readonly startMinute: number }

type Props = {
  columns: readonly BoardColumn[]
  hours: { readonly from: number; readonly until: number }
  /** The present minute of the clinic's day; undefined when another day is shown. */
  now: number | undefined
  /** Who will begin late, and by how many minutes. */
  late: ReadonlyMap<string, number>
  isPrivate: boolean
  selectedId: string | undefined
  /** A card that was picked up by a click and waits for the place to be clicked. */
  placing: Card | undefined
  onOpen: (card: Card) => void
  onSpot: (spot: Spot) => void
  onPlaced: (card: Card, spot: Spot) => void
  /** Whether the card may go elsewhere at all. */
  canMove: (card: Card) => boolean
  onMoved: (motion: Motion) => void
  /** What can be done with a whole column, shown in its head. */
  ofColumn?: (column: BoardColumn) => ReactNode
  /** Checks the patient in. */
  onArrive: (card: Card) => void
}

/** The day as columns of rooms: cards are opened, dragged, and moved by keys; free places begin a booking. */
export function Board(props: Props) {
  const { columns, hours, placing, canMove, onMoved, onOpen } = props
  const words = useWords().schedule
  const formats = useFormats()
  const root = useRef<HTMLDivElement>(null)
  const [motion, setMotion] = useState<Motion>()
  const [said, setSaid] = useState('')
  const [reached, setReached] = useState<string>()
  const wasDragged = useRef(false)
  const cards = useMemo(() => columns.flatMap((column) => column.cards), [columns])
  const soonest = firstFrom(cards, props.now)
  const tabStop = [reached, props.selectedId].find((id) => cards.some((card) => card.id === id)) ?? soonest?.id
  const enter = () => {
    if (tabStop !== undefined) focusCard(root.current, tabStop)
  }
  useKeys(
    arrows.map((keys) => ({
      keys,
      label: words.enterBoard,
      run: enter,
      notInPalette: true,
      // Only while nothing else has the focus: everywhere else an arrow belongs to what is there.
      isNear: () => document.activeElement === document.body,
    })),
  )

  const nameOf = (key: string) => columns.find((column) => column.key === key)?.name ?? ''
  const columnOf = (card: Card) => columns.find((column) => column.cards.some((one) => one.id === card.id))?.key ?? ''
  const speak = (at: Motion) =>
    setSaid(
      words.spoken(formats.minute(at.startMinute), formats.minute(at.startMinute + at.minutes), nameOf(at.columnKey)),
    )

  const finish = (at: Motion | undefined) => {
    setMotion(undefined)
    if (at === undefined || !isElsewhere(at)) {
      setSaid(words.moveCancelled)
      return
    }
    speak(at)
    onMoved(at)
  }

  const press = useCallback(
    (event: PointerEvent<HTMLElement>, card: Card, kind: Motion['kind']) => {
      const columnKey = event.currentTarget.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? ''
      if (event.button !== 0 || !canMove(card)) return
      const board = root.current
      if (board === null) return
      const startX = event.clientX
      const startY = event.clientY
      const startScroll = board.scrollTop
      const edges = [...board.querySelectorAll<HTMLElement>('[data-column]')].map((column) => ({
        key: column.dataset['column'] ?? '',
        box: column.getBoundingClientRect(),
      }))
      let at: Motion | undefined
      wasDragged.current = false
      setReached(card.id)
      const move = (pointer: globalThis.PointerEvent) => {
        if (at === undefined && Math.hypot(pointer.clientX - startX, pointer.clientY - startY) < DRAG_FROM) return
        wasDragged.current = true
        const minutes = (pointer.clientY - startY + board.scrollTop - startScroll) / SCALE
        const from = begin(card, kind, columnKey)
        if (kind === 'resize') at = toEnd(from, card.slot.startMinute + card.slot.minutes + minutes, hours)
        else {
          const under = edges.find(({ box }) => pointer.clientX >= box.left && pointer.clientX < box.right)
          at = { ...toStart(from, card.slot.startMinute + minutes, hours), columnKey: under?.key ?? from.columnKey }
        }
        setMotion(at)
      }
      const end = (isKept: boolean) => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', drop)
        window.removeEventListener('pointercancel', leave)
        window.removeEventListener('keydown', escape, true)
        setMotion(undefined)
        // The click that ends a drag comes right after it; whatever is clicked later is meant.
        setTimeout(() => {
          wasDragged.current = false
        })
        if (isKept && at !== undefined && isElsewhere(at)) onMoved(at)
      }
      const drop = () => end(true)
      const leave = () => end(false)
      const escape = (key: globalThis.KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        end(false)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', drop)
      window.addEventListener('pointercancel', leave)
      window.addEventListener('keydown', escape, true)
    },
    [canMove, hours, onMoved],
  )

  const open = useCallback(
    (card: Card) => {
      if (!wasDragged.current) onOpen(card)
    },
    [onOpen],
  )

  const keyed = (event: KeyboardEvent<HTMLDivElement>) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined
    const card = cards.find((one) => one.id === id)
    if (card === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (motion !== undefined) {
      if (event.key === 'Escape') finish(undefined)
      else if (event.key === 'Enter' || event.key === ' ') finish(motion)
      else {
        const next = afterArrow(motion, event.key, event.shiftKey, columns, hours)
        if (next === undefined) return
        setMotion(next)
        speak(next)
      }
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const kind = event.key.toLowerCase() === 'm' ? 'move' : event.key.toLowerCase() === 'r' ? 'resize' : undefined
    if (kind !== undefined && canMove(card)) {
      event.preventDefault()
      event.stopPropagation()
      setMotion(begin(card, kind, columnOf(card)))
      const name = props.isPrivate ? card.patientInitials : card.patientName
      setSaid(kind === 'move' ? words.moving(name) : words.resizing(name))
      return
    }
    if (event.key.toLowerCase() === 'i' && card.id !== props.selectedId) {
      event.preventDefault()
      event.stopPropagation()
      props.onArrive(card)
      return
    }
    const next = neighbour(card, event.key, columns)
    if (next === undefined) return
    event.preventDefault()
    setReached(next.id)
    focusCard(root.current, next.id)
  }

  const movingId = motion?.card.id
  useEffect(() => {
    if (movingId !== undefined) focusCard(root.current, movingId)
  }, [movingId, motion?.columnKey])

  // The board opens where the day is, not at dawn.
  const hasNow = props.now !== undefined
  const scrollToNow = useEffectEvent(() => {
    if (props.now === undefined || root.current === null) return
    root.current.scrollTop = Math.max(0, (props.now - hours.from - 90) * SCALE)
  })
  // Only when another day comes into view, not with every minute.
  useEffect(() => {
    if (hasNow) scrollToNow()
  }, [hasNow])

  const shown = columns.map((column) => withMotion(column, motion))
  return (
    <div
      ref={root}
      role="region"
      aria-label={words.board}
      // Without a card nothing on it takes the focus, and it must still scroll by keys.
      tabIndex={tabStop === undefined ? 0 : undefined}
      className={placing === undefined ? css['board'] : `${css['board']} ${css['placing']}`}
      style={{ '--columns': columns.length, '--scale': `${SCALE}px`, '--minutes': hours.until - hours.from }}
      onKeyDown={keyed}
      onFocus={(event) => {
        const id = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined
        if (id !== undefined) setReached(id)
      }}
    >
      <div className={css['corner']} />
      {columns.map((column) => (
        <div key={column.key} className={css['head']}>
          <span>
            {column.location === undefined ? null : (
              <LocationBadge code={column.location.code} name={column.location.name} />
            )}{' '}
            {column.name}
          </span>
          <small>{words.count(column.cards.length)}</small>
          {props.ofColumn === undefined ? null : <div className={css['ofcolumn']}>{props.ofColumn(column)}</div>}
        </div>
      ))}
      <div className={css['hours']} aria-hidden>
        {hoursBetween(hours.from, hours.until).map((hour) => (
          <span key={hour} className={css['hour']} style={{ '--at': hour - hours.from }}>
            {formats.minute(hour).replace(':00', '')}
          </span>
        ))}
      </div>
      {shown.map((column) => {
        const lanes = lanesOf(column.cards)
        return (
          <ul
            key={column.key}
            data-column={column.key}
            className={css['column']}
            aria-label={words.column(`${column.location?.code ?? ''} ${column.name}`.trim(), column.cards.length)}
            onClick={(event) => {
              if (event.target !== event.currentTarget || wasDragged.current) return
              const minute = hours.from + (event.clientY - event.currentTarget.getBoundingClientRect().top) / SCALE
              const spot = { columnKey: column.key, startMinute: Math.floor(minute / 15) * 15 }
              if (placing === undefined) props.onSpot(spot)
              else props.onPlaced(placing, spot)
            }}
          >
            {column.cards.map((card) => (
              <AppointmentCard
                key={card.id}
                card={card}
                lane={lanes.get(card.id) ?? { left: 0, width: 1 }}
                from={hours.from}
                columnName={column.name}
                lateMinutes={props.late.get(card.id)}
                isPrivate={props.isPrivate}
                isTabStop={card.id === tabStop}
                isSelected={card.id === props.selectedId}
                canMove={canMove(card)}
                isMoving={card.id === movingId || card.id === placing?.id}
                onPress={press}
                onOpen={open}
              />
            ))}
          </ul>
        )
      })}
      {props.now !== undefined && props.now > hours.from && props.now < hours.until ? (
        <div className={css['now']} aria-hidden style={{ '--at': props.now - hours.from }} />
      ) : null}
      <div className="visually-hidden" role="status" aria-live="assertive">
        {said}
      </div>
    </div>
  )
}

function withMotion(column: BoardColumn, motion: Motion | undefined): BoardColumn {
  if (motion === undefined) return column
  const others = column.cards.filter((card) => card.id !== motion.card.id)
  if (motion.columnKey !== column.key) return { ...column, cards: others }
  const { startMinute, minutes } = motion
  const moved = { ...motion.card, slot: { ...motion.card.slot, startMinute, minutes } }
  return { ...column, cards: [...others, moved].sort((a, b) => a.slot.startMinute - b.slot.startMinute) }
}

/** Who is there now or comes next; the first of the day when nobody does. */
function firstFrom(cards: readonly Card[], now: number | undefined): Card | undefined {
  const inOrder = cards.toSorted((a, b) => a.slot.startMinute - b.slot.startMinute)
  return inOrder.find((card) => card.slot.startMinute + card.slot.minutes > (now ?? 0)) ?? inOrder[0]
}

function focusCard(board: HTMLElement | null, id: string): void {
  requestAnimationFrame(() => board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus())
}

function hoursBetween(from: number, until: number): number[] {
  const first = Math.ceil(from / 60) * 60
  return Array.from({ length: Math.floor((until - first) / 60) + 1 }, (_, index) => first + index * 60)
}
