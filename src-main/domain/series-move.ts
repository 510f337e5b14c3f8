import { addDays, daysBetween, type Day } from './dates.ts'
import type { Slot } from './schedule.ts'

/** Which infusions of a series go along when one of them is moved. */
export const moveVerbs = ['this', 'rest', 'all'] as const

/** This one alone, this and the rest, or all that have not started. */
export type MoveVerb = (typeof moveVerbs)[number]

/** One infusion of a series that may go along. */
export type Movable = { readonly id: string; readonly slot: Slot }

/** One infusion before and after; nothing after means that no time was found for it. */
export type Move = { readonly id: string; readonly from: Slot; readonly to: Slot | undefined }

/** The infusions of a series that go along with one, by time: it alone, it and those after it, or all of them. */
export function goingAlong(series: readonly Movable[], id: string, verb: MoveVerb): Movable[] {
  const inOrder = series.toSorted((a, b) => compare(a.slot, b.slot))
  const at = inOrder.findIndex((one) => one.id === id)
  if (at === -1) return []
  return verb === 'all' ? inOrder : inOrder.slice(at, verb === 'this' ? at + 1 : undefined)
}

// As long as a week's search keeps the same weekday in reach.
const searchedDays = 7

/**
 * Moves some infusions by the same days and minutes as the one that was given a new time, each to the shifted time when
 * it is free, otherwise to the nearest free one of that day or the days after it. `freeOn` answers with a free time on a
 * day, the wanted one if it is; `earliest` is the first day that the smallest gap allows. Gaps only ever grow.
 */
export function planMoves(
  moved: readonly Movable[],
  shift: { readonly days: number; readonly minutes: number },
  rules: { readonly minGapDays: number; readonly earliest: Day },
  freeOn: (wanted: Slot, placed: readonly Slot[]) => Slot | undefined,
): Move[] {
  const moves: Move[] = []
  let earliest = rules.earliest
  for (const { id, slot } of moved) {
    const wantedDay = addDays(slot.day, shift.days)
    const firstDay = wantedDay < earliest ? earliest : wantedDay
    const placed = moves.flatMap((move) => move.to ?? [])
    let to: Slot | undefined
    for (let after = 0; after < searchedDays && to === undefined; after += 1) {
      const wanted = { ...slot, day: addDays(firstDay, after), startMinute: slot.startMinute + shift.minutes }
      to = freeOn(wanted, placed)
    }
    moves.push({ id, from: slot, to })
    earliest = addDays((to ?? slot).day, rules.minGapDays)
  }
  return moves
}

/** The days from the first infusion to the last, both counted; zero for none. */
export function spanDays(days: readonly Day[]): number {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first === undefined || last === undefined ? 0 : daysBetween(first, last) + 1
}

function compare(a: Slot, b: Slot): number {
  return a.day.localeCompare(b.day) || a.startMinute - b.startMinute
}
