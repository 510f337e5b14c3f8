import { useSyncExternalStore } from 'react'
import type { Card } from '#contract/appointments'
import { useLook } from '#api/hooks'
import { chairTime } from '#domain/chair-clock'
import { cx } from '#ui/cx'
import { useDesk } from '#ui/desk-context'
import { useWords } from '#ui/words'
import css from './css/clock.module.css'

const MINUTE = 60_000
const ticking: readonly Card['status'][] = ['arrived', 'roomed', 'infusing', 'recovering', 'ready']

/** Minutes of a patient who is here: how long they wait, or what is left in the chair. Only this ticks, not the card. */
export function CardClock({ card }: { card: Card }) {
  return ticking.includes(card.status) ? <Ticking card={card} /> : null
}

function Ticking({ card }: { card: Card }) {
  const { now, today } = useDesk()
  const { schedule } = useWords()
  const rules = useLook(['resources', 'get'], { fromDay: today })
  // A snapshot has to be the same until the next tick: the present minute is.
  const minute = useSyncExternalStore(everyTick, () => Math.floor(now() / MINUTE))
  const at = Math.max(minute * MINUTE, card.statusSince)
  const chair = chairTime(
    { ...card.slot, status: card.status, statusSince: card.statusSince, blocks: card.blocks ?? undefined },
    at,
  )
  if (chair !== undefined && chair.phase !== 'leaving') {
    return (
      <span className={cx(css['clock'], chair.minutesLeft < 0 && css['late'])}>
        <Shape isLate={chair.minutesLeft < 0} />
        {schedule.chairLeft[chair.phase](chair.minutesLeft)}
      </span>
    )
  }
  const waited = Math.floor((at - card.statusSince) / MINUTE)
  const isLate = rules.value !== undefined && waited >= rules.value.rules.waitingMinutes
  return (
    <span className={cx(css['clock'], isLate && css['late'])} title={isLate ? schedule.waitsTooLong : undefined}>
      <Shape isLate={isLate} />
      {schedule.inStatus(waited)}
      {isLate ? <span className="visually-hidden">, {schedule.waitsTooLong}</span> : null}
    </span>
  )
}

/** A triangle beside the colour, so that neither is needed alone. */
function Shape({ isLate }: { isLate: boolean }) {
  if (!isLate) return null
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden>
      <path d="M5 1 9.5 9H.5Z" fill="currentColor" />
    </svg>
  )
}

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for all cards; it stops with the last of them. */
function everyTick(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => listeners.forEach((one) => one()), MINUTE / 4)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
