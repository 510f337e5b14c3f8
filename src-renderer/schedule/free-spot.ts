import type { Card } from '#contract/appointments'
import type { LocationView } from '#contract/practice'
import { holdsResources } from '#domain/appointment-status'
import { localAt } from '#domain/clock'
import { weekday } from '#domain/dates'
import type { Day } from '#domain/dates'
import { endOf } from './lanes.ts'
import type { BookingWish } from '#ui/desk-context'

/** Where a booking form begins. */
export type FreeSpot = { readonly locationId: string; readonly roomId: string; readonly startMinute: number }

const STEP = 30
const WANTED = 60

/** The place that was clicked, or the first free hour of the day at the clinics in view. */
export function nextFreeSpot(
  wish: BookingWish & { readonly day: Day },
  cards: readonly Card[],
  locations: readonly LocationView[],
  today: Day,
  now: number,
): FreeSpot {
  const clicked = locations.find((location) => location.rooms.some((room) => room.id === wish.roomId))
  if (clicked !== undefined && wish.roomId !== undefined && wish.startMinute !== undefined) {
    return { locationId: clicked.id, roomId: wish.roomId, startMinute: wish.startMinute }
  }
  const rooms = locations.flatMap((location) =>
    location.rooms.filter((room) => !room.isArchived).map((room) => ({ location, room })),
  )
  const held = cards.filter((card) => holdsResources(card.status))
  for (
    let minute = wish.day === today ? nextHalfHour(now, locations[0]?.zone ?? 'UTC') : 8 * 60;
    minute < 19 * 60;
    minute += STEP
  ) {
    const free = rooms.find(
      ({ location, room }) =>
        location.hours.some(
          (hours) =>
            hours.weekday === weekday(wish.day) && hours.openMinute <= minute && minute + WANTED <= hours.closeMinute,
        ) &&
        !held.some(
          (card) => card.slot.roomId === room.id && card.slot.startMinute < minute + WANTED && minute < endOf(card),
        ),
    )
    if (free !== undefined) return { locationId: free.location.id, roomId: free.room.id, startMinute: minute }
  }
  const first = rooms[0]
  return { locationId: first?.location.id ?? '', roomId: first?.room.id ?? '', startMinute: 9 * 60 }
}

function nextHalfHour(now: number, zone: string): number {
  return Math.ceil(localAt(now, zone).minute / STEP) * STEP
}
