import type { Card } from '#contract/appointments'
import type { LocationView } from '#contract/practice'

/** One column of the board: a room or a provider, with the cards of the day. */
export type BoardColumn = {
  /** The id of the room or the provider. */
  readonly key: string
  readonly name: string
  /** The clinic of a room; a provider has none, and the cards say where they are. */
  readonly location: LocationView | undefined
  readonly cards: readonly Card[]
}

/** What the columns of the board stand for. */
export type ColumnKind = 'room' | 'provider'

/** One column for every room in view; an archived room stays while something is booked in it. */
export function roomColumns(locations: readonly LocationView[], cards: readonly Card[]): BoardColumn[] {
  return locations.flatMap((location) =>
    location.rooms
      .map((room) => ({
        key: room.id,
        name: room.name,
        location,
        isArchived: room.isArchived,
        cards: byTime(cards.filter((card) => card.slot.roomId === room.id)),
      }))
      .filter((column) => !column.isArchived || column.cards.length > 0),
  )
}

/** One column for everybody who can be a provider in view; who cannot any more stays while something is booked. */
export function providerColumns(
  providers: readonly { readonly value: string; readonly label: string }[],
  locations: readonly LocationView[],
  cards: readonly Card[],
): BoardColumn[] {
  const inView = cards.filter((card) => locations.some((location) => location.id === card.slot.locationId))
  return providers.map(({ value, label }) => ({
    key: value,
    name: label,
    location: undefined,
    cards: byTime(inView.filter((card) => card.slot.providerId === value)),
  }))
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

function byTime(cards: readonly Card[]): Card[] {
  return cards.toSorted((a, b) => a.slot.startMinute - b.slot.startMinute)
}
