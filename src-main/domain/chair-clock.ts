import type { AppointmentStatus } from './appointment-status.ts'
import { type Blocks } from './visit-blocks.ts'

/** What of a visit its chair's clock runs by. `statusSince` is an instant; the minutes are of the clinic's day. */
export type ChairVisit = {
  readonly status: AppointmentStatus
  readonly statusSince: number
  readonly startMinute: number
  readonly minutes: number
  readonly blocks?: Blocks | undefined
}

/** Where a chair stands: minutes left of what goes on (below zero it runs over), and when the chair is free again. */
export type ChairTime = {
  readonly phase: 'infusion' | 'recovery' | 'leaving'
  readonly minutesLeft: number
  /** Minutes from now until the chair is turned over, at least the turnover itself. */
  readonly freeIn: number
}

const minuteMs = 60_000
// Where a visit knows no blocks: the least recovery before a discharge, and the usual turnover.
const usual = { recoveryMinutes: 30, turnoverMinutes: 15, checkInMinutes: 15, ivMinutes: 10 }

/** The clock of a chair in which somebody is treated; undefined before the infusion runs and after the visit. */
export function chairTime(visit: ChairVisit, now: number): ChairTime | undefined {
  const { recoveryMinutes, turnoverMinutes, checkInMinutes, ivMinutes } = visit.blocks ?? usual
  const since = Math.floor((now - visit.statusSince) / minuteMs)
  if (visit.status === 'infusing') {
    const infusion = visit.minutes - recoveryMinutes - turnoverMinutes - checkInMinutes - ivMinutes
    const minutesLeft = Math.max(infusion, 0) - since
    return { phase: 'infusion', minutesLeft, freeIn: Math.max(minutesLeft, 0) + recoveryMinutes + turnoverMinutes }
  }
  if (visit.status === 'recovering') {
    const minutesLeft = recoveryMinutes - since
    return { phase: 'recovery', minutesLeft, freeIn: Math.max(minutesLeft, 0) + turnoverMinutes }
  }
  if (visit.status === 'ready') return { phase: 'leaving', minutesLeft: 0, freeIn: turnoverMinutes }
  return undefined
}

/**
 * By how many minutes the next visit of a chair will begin late when nothing goes faster than planned; zero when it
 * begins in time. `nowMinute` is the clinic's own, as is the start of the next visit.
 */
export function forecastLate(
  here: readonly ChairVisit[],
  next: Pick<ChairVisit, 'startMinute'>,
  now: number,
  nowMinute: number,
): number {
  const free = here.map((visit) => nowMinute + (chairTime(visit, now)?.freeIn ?? remaining(visit, nowMinute)))
  return Math.max(0, ...free.map((minute) => minute - next.startMinute))
}

/** What is left of a visit that is here but not treated yet: its planned end, or all that comes after the check-in. */
function remaining(visit: ChairVisit, nowMinute: number): number {
  if (visit.status !== 'arrived' && visit.status !== 'roomed') return 0
  const { checkInMinutes } = visit.blocks ?? usual
  return Math.max(visit.startMinute + visit.minutes - nowMinute, visit.minutes - checkInMinutes)
}
