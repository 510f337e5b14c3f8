import type { Card } from '#contract/appointments'

/** Where a card stands across its column: its left edge and width as shares of one. */
export type Lane = { readonly left: number; readonly width: number }

/** Cards that overlap in a column stand side by side, each as wide as its cluster allows. */
export function lanesOf(cards: readonly Card[]): ReadonlyMap<string, Lane> {
  const lanes = new Map<string, Lane>()
  const sorted = [...cards].sort((a, b) => a.slot.startMinute - b.slot.startMinute || b.slot.minutes - a.slot.minutes)
  let cluster: Card[] = []
  let clusterEnds = -1
  const settle = () => {
    const ends: number[] = []
    const places = new Map<string, number>()
    for (const card of cluster) {
      const free = ends.findIndex((end) => end <= card.slot.startMinute)
      const place = free === -1 ? ends.length : free
      ends[place] = endOf(card)
      places.set(card.id, place)
    }
    for (const [id, place] of places) lanes.set(id, { left: place / ends.length, width: 1 / ends.length })
    cluster = []
  }
  for (const card of sorted) {
    if (card.slot.startMinute >= clusterEnds) settle()
    cluster.push(card)
    clusterEnds = Math.max(clusterEnds, endOf(card))
  }
  settle()
  return lanes
}

/** The minute of the day at which a card ends. */
export function endOf(card: Pick<Card, 'slot'>): number {
  return card.slot.startMinute + card.slot.minutes
}
