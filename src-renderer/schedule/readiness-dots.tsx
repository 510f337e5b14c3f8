import type { Card } from '#contract/appointments'
import { isClosed } from '#domain/appointment-status'
import { cx } from '#ui/cx'
import { useWords } from '#ui/words'
import css from './css/readiness.module.css'

type Dot = Card['dots'][number]

/** The strip of a card: one dot a condition, full when met and hollow when missing; nothing once the visit is over. */
export function ReadinessStrip({ card }: { card: Card }) {
  const { schedule, common } = useWords()
  if (card.dots.length === 0 || isClosed(card.status)) return null
  const told = (one: Dot) => `${schedule.dots[one.dot]}: ${schedule.dotStates[one.state]} (${common.roles[one.owner]})`
  const missing = card.dots.filter((one) => one.state === 'missing')
  return (
    <span className={css['strip']} title={card.dots.map(told).join('\n')}>
      {card.dots.map((one) => (
        <DotShape key={one.dot} state={one.state} />
      ))}
      <span className="visually-hidden">
        {schedule.dotsMissing(
          missing.map((one) => `${schedule.dots[one.dot]} (${common.roles[one.owner]})`).join(', '),
        )}
      </span>
    </span>
  )
}

/** The shape of a state: full, hollow, or a stroke where it does not matter. */
export function DotShape({ state }: { state: Dot['state'] }) {
  return (
    <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden className={cx(css['dot'], css[state])}>
      {state === 'met' ? <circle cx="4" cy="4" r="3.5" fill="currentColor" /> : null}
      {state === 'missing' ? (
        <circle cx="4" cy="4" r="2.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
      ) : null}
      {state === 'not-needed' ? <path d="M1 4h6" stroke="currentColor" strokeWidth="1.2" /> : null}
    </svg>
  )
}
