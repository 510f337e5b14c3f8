import type { Reader } from '#db/open'
import { listLoad } from '#db/queries/appointments'
import { listClosures } from '#db/queries/availability'
import { listLocations } from '#db/queries/practice'
import { closureOn } from '#domain/availability'
import { addDays, daysBetween, weekday } from '#domain/dates'
import type { Day } from '#domain/dates'
import { Refusal } from './refusal.ts'

// Six weeks are the most that a month on the screen shows.
const mostDays = 42

/** Refuses a stretch of days that ends before it begins, or is longer than any screen shows. */
export function checkRange(from: Day, until: Day): void {
  const days = daysBetween(from, until) + 1
  if (days >= 1 && days <= mostDays) return
  throw new Refusal('call.bad-input', 'These days are no week and no month.', {
    path: 'until',
    facts: { problem: days < 1 ? 'too-small' : 'too-large' },
  })
}

/** How full each day is at each location; a closed one has no minutes to be booked. */
export async function loadOf(read: Reader, from: Day, until: Day) {
  checkRange(from, until)
  const booked = new Map((await listLoad(read, from, until)).map((one) => [`${one.day} ${one.locationId}`, one]))
  const closures = await listClosures(read, from, until)
  const locations = await listLocations(read)
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, after) => addDays(from, after))
  return days.flatMap((day) =>
    locations.map((location) => {
      const isClosed = closureOn(closures, location.id, day) !== undefined
      const open = location.hours
        .filter((hours) => hours.weekday === weekday(day))
        .reduce((sum, hours) => sum + hours.closeMinute - hours.openMinute, 0)
      const rooms = location.rooms.filter((room) => !room.isArchived).length
      const { visits = 0, bookedMinutes = 0 } = booked.get(`${day} ${location.id}`) ?? {}
      return { day, locationId: location.id, visits, bookedMinutes, capacityMinutes: isClosed ? 0 : open * rooms }
    }),
  )
}
