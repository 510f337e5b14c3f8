import type { Day } from './dates.ts'
import { balanceOf, type Entry } from './ledger.ts'
import { addCents, cents, timesQuantity, type Cents } from './money.ts'

/** One line of an invoice: so many times the unit price, less a discount on the whole line. */
export type Line = {
  readonly description: string
  readonly quantity: number
  readonly unitCents: Cents
  readonly discountCents: Cents
}

/** What the line comes to, in cents. */
export function lineTotal(line: Pick<Line, 'quantity' | 'unitCents' | 'discountCents'>): Cents {
  return cents(timesQuantity(line.unitCents, line.quantity) - line.discountCents)
}

/** What the lines come to together, in cents; the same figure for screen, paper and ledger. */
export function invoiceTotal(lines: readonly Pick<Line, 'quantity' | 'unitCents' | 'discountCents'>[]): Cents {
  return addCents(...lines.map(lineTotal))
}

/** A field of a line that cannot stand on an invoice. */
export type LineProblem = {
  readonly field: keyof Line
  readonly code: 'missing' | 'too-long' | 'not-a-number' | 'too-low' | 'too-high' | 'more-than-line'
}

/** The highest unit price of a line, in cents: $100,000, past which a slip of the finger is likelier than a price. */
export const highestUnitCents = cents(100_000_00)

/** The fields that cannot stand, in the order of the form; none for a line that can be issued. */
export function lineProblems(line: Line): LineProblem[] {
  const problems: LineProblem[] = []
  const description = line.description.trim()
  if (description === '') problems.push({ field: 'description', code: 'missing' })
  if (description.length > 200) problems.push({ field: 'description', code: 'too-long' })
  const numbers = [
    { field: 'quantity', from: 1, to: 999 },
    { field: 'unitCents', from: 0, to: highestUnitCents },
    { field: 'discountCents', from: 0, to: Number.MAX_SAFE_INTEGER },
  ] as const
  const wrong = numbers.flatMap(({ field, from, to }): LineProblem[] => {
    if (!Number.isSafeInteger(line[field])) return [{ field, code: 'not-a-number' }]
    if (line[field] < from) return [{ field, code: 'too-low' }]
    return line[field] > to ? [{ field, code: 'too-high' }] : []
  })
  const isOverDiscounted = wrong.length === 0 && line.discountCents > line.quantity * line.unitCents
  return [
    ...problems,
    ...wrong,
    ...(isOverDiscounted ? [{ field: 'discountCents', code: 'more-than-line' } as const] : []),
  ]
}

/** An invoice's number: location code, PC, year and six-digit count, `SM1-2026-000001`. Throws RangeError when a part does not fit. */
export function invoiceNumber(code: string, pc: number, year: number, count: number): string {
  const fits =
    /^[A-Z]{2,4}$/.test(code) && isWhole(pc, 1, 99) && isWhole(year, 2000, 9999) && isWhole(count, 1, 999_999)
  if (!fits) throw new RangeError(`no invoice number from ${code}, ${pc}, ${year}, ${count}`)
  return `${code}${pc}-${year}-${String(count).padStart(6, '0')}`
}

/** How an issued invoice stands. */
export type Standing = 'open' | 'part-paid' | 'settled'

/** Every word for an invoice's status that the desk uses, in the order of its life. */
export const invoiceStatuses = ['draft', 'open', 'part-paid', 'settled'] as const

/** The desk's word for an invoice: a draft until it is issued, then how it stands. */
export type InvoiceStatus = (typeof invoiceStatuses)[number]

/**
 * How an issued invoice stands by its ledger entries alone; its own charge may be among them and counts once, as the
 * total. Settled when nothing is left, part-paid when money was taken and kept: a credit alone leaves it open.
 */
export function standing(totalCents: Cents, entries: readonly Pick<Entry, 'kind' | 'amountCents'>[]): Standing {
  if (leftToPay(totalCents, entries) <= 0) return 'settled'
  const kept = balanceOf(entries.filter((entry) => entry.kind === 'payment' || entry.kind === 'refund'))
  return kept < 0 ? 'part-paid' : 'open'
}

/** What an issued invoice leaves to pay, in cents; negative when it is overpaid. */
export function leftToPay(totalCents: Cents, entries: readonly Pick<Entry, 'kind' | 'amountCents'>[]): Cents {
  return addCents(totalCents, balanceOf(entries.filter((entry) => entry.kind !== 'charge')))
}

/** A price of a service from a day on, until a later one. */
export type Price = { readonly amountCents: Cents; readonly fromDay: Day }

/** The price in force on a day, in cents: the one with the latest first day, the last listed if two share it; undefined when none is. */
export function priceOn(prices: readonly Price[], day: Day): Cents | undefined {
  return prices
    .filter((price) => price.fromDay <= day)
    .reduce<Price | undefined>((best, price) => (best && best.fromDay > price.fromDay ? best : price), undefined)
    ?.amountCents
}

/** The line for one infusion: the plan's own price when it has one, else the location's; undefined when neither is set. */
export function infusionLine(priced: {
  readonly description: string
  readonly planPriceCents?: Cents | null | undefined
  readonly listPriceCents?: Cents | null | undefined
}): Line | undefined {
  const unitCents = priced.planPriceCents ?? priced.listPriceCents
  if (typeof unitCents !== 'number') return undefined
  return { description: priced.description, quantity: 1, unitCents, discountCents: cents(0) }
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to
}
