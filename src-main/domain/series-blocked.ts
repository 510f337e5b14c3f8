import { addDays, weekday, type Day } from './dates.ts'
import { dayHeld } from './day-held.ts'
import { heldByDay, type Slot } from './schedule.ts'
import { openSlots, type SeriesLocation, type Wanted } from './series-day.ts'
import type { SeriesRequest } from './series.ts'

/** Why the next infusion of a series is not possible on a day at a location. */
export type Blocked = {
  readonly day: Day
  readonly locationId: string
  readonly reason: 'closed' | 'patient' | 'room' | 'provider' | 'nurse' | 'several'
}

const alone = ['patient', 'room', 'provider', 'nurse'] as const satisfies readonly Wanted[]

/**
 * What stands in the way of the first infusion that found no time: each day on which it could follow the one before, at
 * each location where it may be. Days that are free, but too late for the rest of the series or too near another
 * infusion of the patient, are left out.
 */
export function blockedDays(request: SeriesRequest, found: readonly Slot[]): Blocked[] {
  const last = found.at(-1)
  const [from, until] =
    last === undefined
      ? [request.firstDay, addDays(request.firstDay, request.windowMaxDays - 1)]
      : [addDays(last.day, request.minGapDays), addDays(last.day, request.maxGapDays)]
  const pattern = request.locationPattern
  const here = pattern === undefined || pattern.length === 0 ? undefined : pattern[found.length % pattern.length]
  const locations = request.locations.filter((one) => here === undefined || one.id === here)
  const held = heldByDay(request.booked)
  const blocked: Blocked[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const heldThen = dayHeld(held.get(day) ?? [])
    for (const location of locations) {
      const isFree = (...without: readonly Wanted[]): boolean =>
        openSlots(request, location, day, heldThen, new Set(without)).next().done !== true
      const reason = reasonOf(location, day, isFree)
      if (reason !== undefined) blocked.push({ day, locationId: location.id, reason })
    }
  }
  return blocked
}

function reasonOf(
  location: SeriesLocation,
  day: Day,
  isFree: (...without: readonly Wanted[]) => boolean,
): Blocked['reason'] | undefined {
  const isOpen = location.hours.some((hours) => hours.weekday === weekday(day))
  if (!isOpen || location.closedDays.includes(day)) return 'closed'
  if (isFree()) return undefined
  return alone.find((wanted) => isFree(wanted)) ?? (isFree(...alone) ? 'several' : 'closed')
}
