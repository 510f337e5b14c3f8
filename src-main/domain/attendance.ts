import { localAt } from './clock.ts'
import { addDays, type Day } from './dates.ts'
import type { ScheduleRules } from './schedule-rules.ts'

/** A cancellation: when it was made, when the visit would have begun (epoch milliseconds), and where. */
export type Cancellation = {
  readonly at: number
  readonly startsAt: number
  readonly zone: string
  /** Whether the location is shut on a day; its hours do not count as business hours. */
  readonly isClosed: (day: Day) => boolean
}

const minuteMs = 60_000
const dayMinutes = 24 * 60

/**
 * Whether a cancellation comes with less notice than the practice asks. Business hours are those of the days on which
 * the location is open, each whole: 72 of them are three working days. Exactly the notice is in time.
 */
export function isLateNotice(
  cancellation: Cancellation,
  { noticeHours, noticeClock }: Pick<ScheduleRules, 'noticeHours' | 'noticeClock'>,
): boolean {
  const { at, startsAt } = cancellation
  if (at >= startsAt) return noticeHours > 0
  const minutes = noticeClock === 'hours' ? (startsAt - at) / minuteMs : businessMinutes(cancellation)
  return minutes < noticeHours * 60
}

function businessMinutes({ at, startsAt, zone, isClosed }: Cancellation): number {
  const [from, until] = [localAt(at, zone), localAt(startsAt, zone)]
  let minutes = 0
  for (let day = from.day; day <= until.day; day = addDays(day, 1)) {
    if (isClosed(day)) continue
    minutes += (day === until.day ? until.minute : dayMinutes) - (day === from.day ? from.minute : 0)
  }
  return minutes
}

/** Whether a patient who comes at this minute of the day is late by the practice's rule. */
export function isLateArrival(
  startMinute: number,
  minute: number,
  { lateMinutes }: Pick<ScheduleRules, 'lateMinutes'>,
) {
  return minute - startMinute > lateMinutes
}

/** Whether so many missed and late-cancelled visits let the practice ask for the next one beforehand. */
export function mustPrepay(misses: number, { strikes }: Pick<ScheduleRules, 'strikes'>): boolean {
  return misses >= strikes
}
