import { addDays, weekday, type Day } from './dates.ts'
import { dayHeld } from './day-held.ts'
import { heldByDay, type Booked, type Slot } from './schedule.ts'
import { openSlots, type DayRequest, type SeriesLocation } from './series-day.ts'

/** What a free time is sought for, and where and when it may be. Locations, rooms and people in order of preference. */
export type OpeningWish = Omit<DayRequest, 'preferred'> & {
  readonly locations: readonly SeriesLocation[]
  readonly fromDay: Day
  /** How many days are looked at. */
  readonly days: number
  /** Weekdays that will do, 0 is Sunday; all when there are none. */
  readonly weekdays: readonly number[]
  /** The earliest start and the latest end, in minutes of the day. */
  readonly fromMinute: number
  readonly toMinute: number
  readonly limit: number
  /** Nobody watches a consultation or a check. */
  readonly needsNurse: boolean
  readonly booked: readonly Booked[]
}

// Three offers an hour or more apart say more about a day than three quarters of one hour.
const apart = 60
const offersADay = 3

/**
 * The next free times, earliest first: each is open and clashes with nothing; of one location and day at most three, an
 * hour or more apart. The same wish always finds the same times.
 */
export function nextOpenings(wish: OpeningWish): Slot[] {
  const found: Slot[] = []
  const byDay = heldByDay(wish.booked)
  for (let after = 0; after < wish.days && found.length < wish.limit; after += 1) {
    const day = addDays(wish.fromDay, after)
    if (wish.weekdays.length > 0 && !wish.weekdays.includes(weekday(day))) continue
    const held = dayHeld(byDay.get(day) ?? [])
    const offers = wish.locations.flatMap((location) =>
      spread(
        openSlots({ ...wish, preferred: {} }, location, day, held, wish.needsNurse ? nothing : nurse, isWished(wish)),
      ),
    )
    found.push(...offers.toSorted((a, b) => a.startMinute - b.startMinute))
  }
  return found.slice(0, wish.limit)
}

const nothing: ReadonlySet<never> = new Set()
const nurse: ReadonlySet<'nurse'> = new Set(['nurse'])

function isWished({ fromMinute, toMinute, minutes }: OpeningWish): (startMinute: number) => boolean {
  return (startMinute) => startMinute >= fromMinute && startMinute + minutes <= toMinute
}

/** The first of a day's slots, and those that come long enough after the one before. */
function spread(slots: Iterable<Slot>): Slot[] {
  const offers: Slot[] = []
  for (const slot of slots) {
    const last = offers.at(-1)
    if (last === undefined || slot.startMinute - last.startMinute >= apart) offers.push(slot)
    if (offers.length === offersADay) break
  }
  return offers
}
