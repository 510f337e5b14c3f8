import type { Card } from '#contract/appointments'
import type { BoardColumn } from './columns.ts'

/** Minutes that one press of an arrow or one step of the pointer moves a card. */
export const STEP = 5
/** The same with Shift held. */
export const LARGE_STEP = 15

/** A card on its way: where it would go if it were let go now. */
export type Motion = {
  readonly card: Card
  readonly kind: 'move' | 'resize'
  /** The column in which it began, and the one over which it is now. */
  readonly fromKey: string
  readonly columnKey: string
  readonly startMinute: number
  readonly minutes: number
}

/** The motion that begins with a card where it stands. */
export function begin(card: Card, kind: Motion['kind'], columnKey: string): Motion {
  const { startMinute, minutes } = card.slot
  return { card, kind, fromKey: columnKey, columnKey, startMinute, minutes }
}

/** A motion moved to another start, kept inside the hours shown. */
export function toStart(motion: Motion, startMinute: number, hours: { from: number; until: number }): Motion {
  const latest = hours.until - motion.minutes
  return { ...motion, startMinute: Math.max(hours.from, Math.min(latest, snapped(startMinute))) }
}

/** A motion stretched to another end; never shorter than one step. */
export function toEnd(motion: Motion, endMinute: number, hours: { from: number; until: number }): Motion {
  const end = Math.max(motion.startMinute + STEP, Math.min(hours.until, snapped(endMinute)))
  return { ...motion, minutes: end - motion.startMinute }
}

/** A motion moved so many columns to the side, as far as there are columns. */
export function sideways(motion: Motion, columns: readonly BoardColumn[], by: number): Motion {
  const at = columns.findIndex((column) => column.key === motion.columnKey)
  const target = columns[Math.max(0, Math.min(columns.length - 1, at + by))]
  return target === undefined ? motion : { ...motion, columnKey: target.key }
}

/** What an arrow key does to a motion; undefined for any other key. */
export function afterArrow(
  motion: Motion,
  key: string,
  isLarge: boolean,
  columns: readonly BoardColumn[],
  hours: { from: number; until: number },
): Motion | undefined {
  const step = isLarge ? LARGE_STEP : STEP
  const sign = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    return motion.kind === 'move'
      ? toStart(motion, motion.startMinute + sign * step, hours)
      : toEnd(motion, motion.startMinute + motion.minutes + sign * step, hours)
  }
  if ((key === 'ArrowLeft' || key === 'ArrowRight') && motion.kind === 'move') return sideways(motion, columns, sign)
  return undefined
}

/** Whether letting go now would change anything. */
export function isElsewhere({ card, fromKey, columnKey, startMinute, minutes }: Motion): boolean {
  return columnKey !== fromKey || startMinute !== card.slot.startMinute || minutes !== card.slot.minutes
}

/** The card that an arrow reaches from another: along the column, or to the nearest in the next one that has any. */
export function neighbour(card: Card, key: string, columns: readonly BoardColumn[]): Card | undefined {
  const at = columns.findIndex((column) => column.cards.some((one) => one.id === card.id))
  const column = columns[at]?.cards ?? []
  const place = column.findIndex((one) => one.id === card.id)
  if (key === 'ArrowDown') return column[place + 1]
  if (key === 'ArrowUp') return column[place - 1]
  if (key === 'Home') return column[0]
  if (key === 'End') return column.at(-1)
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  const sign = key === 'ArrowRight' ? 1 : -1
  for (let side = at + sign; side >= 0 && side < columns.length; side += sign) {
    const cards = columns[side]?.cards ?? []
    if (cards.length > 0) return nearest(cards, card.slot.startMinute)
  }
  return undefined
}

function nearest(cards: readonly Card[], minute: number): Card | undefined {
  return [...cards].sort((a, b) => Math.abs(a.slot.startMinute - minute) - Math.abs(b.slot.startMinute - minute))[0]
}

function snapped(minute: number): number {
  return Math.round(minute / STEP) * STEP
}
