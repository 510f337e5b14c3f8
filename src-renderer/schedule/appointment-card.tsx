import { ShieldAlert } from 'lucide-react'
import { memo, type PointerEvent } from 'react'
import type { Card } from '#contract/appointments'
import { isClosed } from '#domain/appointment-status'
import { cx } from '#ui/cx'
import { useFormats } from '#ui/formats'
import { StatusChip } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { CardClock } from './card-clock.tsx'
import css from './css/board.module.css'
import { endOf, type Lane } from './lanes.ts'
import { ReadinessStrip } from './readiness-dots.tsx'

type Props = {
  card: Card
  lane: Lane
  from: number
  columnName: string
  /** How late it will begin when the chair before goes on as planned. */
  lateMinutes: number | undefined
  isPrivate: boolean
  isTabStop: boolean
  isSelected: boolean
  canMove: boolean
  isMoving: boolean
  onPress: (event: PointerEvent<HTMLElement>, card: Card, kind: 'move' | 'resize') => void
  onOpen: (card: Card) => void
}

/** One appointment on the board: who, when, what, and where it stands. */
export const AppointmentCard = memo(function AppointmentCard(props: Props) {
  const { card, lane, from, columnName, isPrivate, onPress, onOpen } = props
  const { schedule, common } = useWords()
  const { minute, money } = useFormats()
  const name = isPrivate ? card.patientInitials : card.patientName
  const ends = endOf(card)
  const isShort = card.slot.minutes < 45
  const course =
    card.infusionNumber === null || card.infusionsPlanned === null
      ? common.kinds[card.kind]
      : schedule.infusionOf(card.infusionNumber, card.infusionsPlanned)
  return (
    <li>
      <button
        type="button"
        data-card={card.id}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-keyshortcuts={props.canMove ? 'M R Enter' : 'Enter'}
        aria-pressed={props.isSelected}
        className={cx(css['card'], css[card.status], props.isMoving && css['moving'], isShort && css['short'])}
        style={{
          '--at': card.slot.startMinute - from,
          '--long': card.slot.minutes,
          '--left': lane.left,
          '--wide': lane.width,
        }}
        onPointerDown={(event) => onPress(event, card, 'move')}
        onClick={() => onOpen(card)}
      >
        <span className={css['line']}>
          <StatusChip status={card.status} hidesWord />
          <b>{name}</b>
          {isShort ? <CardClock card={card} /> : null}
        </span>
        <span className={css['detail']}>
          {minute(card.slot.startMinute)} · {course}
        </span>
        <span className={css['marks']}>
          {isShort ? null : <CardClock card={card} />}
          <ReadinessStrip card={card} />
          {props.lateMinutes === undefined ? null : (
            <span className={css['alert']}>{schedule.startsLate(props.lateMinutes)}</span>
          )}
          {card.override === null ? null : (
            <span className={css['allowed']}>
              <ShieldAlert size={12} aria-hidden /> {schedule.allowed}
            </span>
          )}
          {!isPrivate && card.balanceCents !== null && card.balanceCents > 0 && !isOver(card) ? (
            <span className={css['missing']}>{money(card.balanceCents)}</span>
          ) : null}
          {card.alertCount > 0 ? <span className={css['alert']}>{schedule.alerts(card.alertCount)}</span> : null}
        </span>
        <span className="visually-hidden">
          , {schedule.until(minute(ends))}, {columnName}
        </span>
        {props.canMove ? (
          <i
            aria-hidden
            className={css['grip']}
            onPointerDown={(event) => {
              event.stopPropagation()
              onPress(event, card, 'resize')
            }}
          />
        ) : null}
      </button>
    </li>
  )
})

function isOver(card: Card): boolean {
  return isClosed(card.status)
}
