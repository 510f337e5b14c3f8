import type { Card } from '#contract/appointments'
import type { LocationView } from '#contract/practice'

/** One column of the board: a room of a location with the cards of the day. */
export type BoardColumn = {
  readonly roomId: string
  readonly roomName: string
  readonly location: LocationView
  readonly cards: readonly Card[]
}

/** One column for every room in view; an archived room stays while something is booked in it. */
export function columnsOf(locations: readonly LocationView[], cards: readonly Card[]): BoardColumn[] {
  return locations.flatMap((location) =>
    location.rooms
      .map((room) => ({
        roomId: room.id,
        roomName: room.name,
        location,
        isArchived: room.isArchived,
        cards: cards
          .filter((card) => card.slot.roomId === room.id)
          .sort((a, b) => a.slot.startMinute - b.slot.startMinute),
      }))
      .filter((column) => !column.isArchived || column.cards.length > 0),
  )
}

/** The hours the board shows: from half an hour before the first opening to half an hour after the last closing. */
export function hoursShown(
  locations: readonly LocationView[],
  cards: readonly Card[],
): { readonly from: number; readonly until: number } {
  const opens = locations.flatMap((location) => location.hours.map((hours) => hours.openMinute))
  const closes = locations.flatMap((location) => location.hours.map((hours) => hours.closeMinute))
  const from = Math.min(8 * 60, ...opens, ...cards.map((card) => card.slot.startMinute)) - 30
  const until = Math.max(17 * 60, ...closes, ...cards.map((card) => card.slot.startMinute + card.slot.minutes)) + 30
  return { from: Math.max(0, Math.floor(from / 30) * 30), until: Math.min(1440, Math.ceil(until / 30) * 30) }
}
