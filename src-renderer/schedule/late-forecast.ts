import type { Card } from '#contract/appointments'
import { chairTime, forecastLate } from '#domain/chair-clock'

/**
 * Who will begin late by how many minutes when nothing goes faster than planned: in each chair the next patient after
 * whoever is there now. Only for today; `nowMinute` is the clinic's own.
 */
export function lateStarts(cards: readonly Card[], now: number, nowMinute: number): ReadonlyMap<string, number> {
  const late = new Map<string, number>()
  for (const inRoom of Map.groupBy(cards, (card) => card.slot.roomId).values()) {
    const visits = inRoom.map((card) => ({ card, visit: visitOf(card) }))
    const here = visits.filter(({ visit }) => isHere(visit, now)).map(({ visit }) => visit)
    const [next] = visits
      .filter(({ visit }) => visit.status === 'booked' || visit.status === 'confirmed')
      .toSorted((a, b) => a.visit.startMinute - b.visit.startMinute)
    if (next === undefined || here.length === 0) continue
    const minutes = forecastLate(here, next.visit, now, nowMinute)
    if (minutes > 0) late.set(next.card.id, minutes)
  }
  return late
}

function isHere(visit: ReturnType<typeof visitOf>, now: number): boolean {
  return visit.status === 'arrived' || visit.status === 'roomed' || chairTime(visit, now) !== undefined
}

function visitOf({ slot, status, statusSince, blocks }: Card) {
  const { startMinute, minutes } = slot
  return { status, statusSince, startMinute, minutes, blocks: blocks ?? undefined }
}
