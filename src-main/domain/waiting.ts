import { weekday, type Day } from './dates.ts'

/** What somebody on the waiting list would take. `weekdays` has one bit a weekday, Sunday the lowest; none means any. */
export type WaitingWish = {
  readonly locationId: string | null
  readonly providerId: string | null
  readonly weekdays: number
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly fromMinute: number
  readonly toMinute: number
  readonly urgency: 'soon' | 'flexible'
  readonly since: number
}

/** A time that has become free. */
export type Gap = {
  readonly day: Day
  readonly startMinute: number
  readonly minutes: number
  readonly locationId: string
  readonly providerId: string
}

/** Whether somebody would take a time of this length. */
export function wouldTake(wish: WaitingWish, gap: Gap, minutes: number): boolean {
  return (
    minutes <= gap.minutes &&
    (wish.locationId === null || wish.locationId === gap.locationId) &&
    (wish.providerId === null || wish.providerId === gap.providerId) &&
    (wish.weekdays === 0 || (wish.weekdays & (1 << weekday(gap.day))) !== 0) &&
    wish.fromDay <= gap.day &&
    (wish.untilDay === null || gap.day <= wish.untilDay) &&
    wish.fromMinute <= gap.startMinute &&
    gap.startMinute + minutes <= wish.toMinute
  )
}

/** The order in which a gap is offered: who needs it soon, whose wish ends first, who has waited longest. */
export function rankForGap<T extends WaitingWish>(waiting: readonly T[]): T[] {
  const last = '9999-12-31'
  return waiting.toSorted(
    (a, b) =>
      Number(b.urgency === 'soon') - Number(a.urgency === 'soon') ||
      (a.untilDay ?? last).localeCompare(b.untilDay ?? last) ||
      a.since - b.since,
  )
}
