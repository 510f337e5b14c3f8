import { addDays, daysBetween, weekday, type Day } from './dates.ts'
import type { Span } from './visit-blocks.ts'

/** When somebody works, or a room is used, at a location on a weekday (0 is Sunday), in minutes of the day. */
export type WorkingHours = {
  /** A staff member or a room. */
  readonly who: string
  readonly locationId: string
  readonly weekday: number
  readonly fromMinute: number
  readonly toMinute: number
}

/** Days on which a location is closed, or all of them when none is named; both ends included. */
export type Closure = {
  readonly locationId: string | null
  readonly fromDay: Day
  readonly untilDay: Day
  readonly reason: string
}

/** Days on which somebody is away or a room is out of use, whole or between two minutes; both ends included. */
export type Absence = {
  readonly who: string
  readonly fromDay: Day
  readonly untilDay: Day
  readonly fromMinute: number | null
  readonly toMinute: number | null
  readonly reason: string
}

/** Everything that says who and what is there when. Somebody without any hours is there whenever it is open. */
export type Availability = {
  readonly hours: readonly WorkingHours[]
  readonly closures: readonly Closure[]
  readonly absences: readonly Absence[]
}

/** A practice that has said nothing of it: everybody is there whenever it is open. */
export const alwaysThere: Availability = { hours: [], closures: [], absences: [] }

/** The closure that keeps a location shut on a day; undefined when it is not shut. */
export function closureOn(closures: readonly Closure[], locationId: string, day: Day): Closure | undefined {
  return closures.find(
    (one) => (one.locationId === null || one.locationId === locationId) && one.fromDay <= day && day <= one.untilDay,
  )
}

/** The days on which closures keep a location shut, in no order. */
export function closedDaysOf(closures: readonly Closure[], locationId: string): Day[] {
  return closures
    .filter((one) => one.locationId === null || one.locationId === locationId)
    .flatMap(({ fromDay, untilDay }) =>
      Array.from({ length: daysBetween(fromDay, untilDay) + 1 }, (_, after) => addDays(fromDay, after)),
    )
}

/**
 * Why a staff member or a room is not there for the whole stretch at the location: away, or outside the own hours;
 * undefined when there. Stretches of hours that touch count as one.
 */
export function awayReason(
  { hours, absences }: Pick<Availability, 'hours' | 'absences'>,
  who: string,
  locationId: string,
  day: Day,
  span: Span,
): 'absent' | 'not-working' | undefined {
  const isAway = absences.some(
    (one) =>
      one.who === who &&
      one.fromDay <= day &&
      day <= one.untilDay &&
      (one.fromMinute ?? 0) < span.to &&
      span.from < (one.toMinute ?? 24 * 60),
  )
  if (isAway) return 'absent'
  const own = hours.filter((one) => one.who === who)
  if (own.length === 0) return undefined
  const today = own
    .filter((one) => one.locationId === locationId && one.weekday === weekday(day))
    .toSorted((a, b) => a.fromMinute - b.fromMinute)
  let there = span.from
  for (const stretch of today) if (stretch.fromMinute <= there) there = Math.max(there, stretch.toMinute)
  return there >= span.to ? undefined : 'not-working'
}
