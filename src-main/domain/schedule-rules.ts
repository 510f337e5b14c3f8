import { cents, type Cents } from './money.ts'
import { usualPeopleRules, type PeopleRules } from './schedule.ts'

/** How the hours of notice for a cancellation are counted. */
export type NoticeClock = 'hours' | 'business-hours'

/** What a practice decides about its schedule: people, lateness, notice, missed visits and what they cost. */
export type ScheduleRules = PeopleRules & {
  /** Minutes after the start from which an arrival is late. */
  readonly lateMinutes: number
  /** Minutes that a patient may wait in one status before the desk is warned. */
  readonly waitingMinutes: number
  readonly noticeHours: number
  readonly noticeClock: NoticeClock
  /** Missed or late-cancelled visits after which the next one is paid in full beforehand. */
  readonly strikes: number
  readonly lateCancelCents: Cents
  readonly noShowCents: Cents
}

/**
 * The rules of a practice that has set none: late after ten minutes, 24 hours of notice, three misses, and $50. Such as
 * several ketamine clinics publish; each practice sets its own.
 */
export const usualScheduleRules: ScheduleRules = {
  ...usualPeopleRules,
  lateMinutes: 10,
  waitingMinutes: 15,
  noticeHours: 24,
  noticeClock: 'hours',
  strikes: 3,
  lateCancelCents: cents(50_00),
  noShowCents: cents(50_00),
}
