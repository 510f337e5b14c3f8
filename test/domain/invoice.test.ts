import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#domain/dates'
import {
  infusionLine,
  invoiceNumber,
  invoiceTotal,
  leftToPay,
  lineProblems,
  lineTotal,
  priceOn,
  standing,
  type Line,
} from '#domain/invoice'
import type { Entry, EntryKind } from '#domain/ledger'
import { cents, negate, split } from '#domain/money'

const line: Line = { description: 'Infusion', quantity: 1, unitCents: cents(650_00), discountCents: cents(0) }

function entry(kind: EntryKind, amount: number): Pick<Entry, 'kind' | 'amountCents'> {
  return { kind, amountCents: cents(amount) }
}

describe('an invoice', () => {
  const lines = fc.array(
    fc
      .record({ quantity: fc.integer({ min: 1, max: 999 }), unitCents: fc.integer({ min: 0, max: 100_000_00 }) })
      .chain((each) =>
        fc.integer({ min: 0, max: each.quantity * each.unitCents }).map((discount) => ({
          description: 'x',
          quantity: each.quantity,
          unitCents: cents(each.unitCents),
          discountCents: cents(discount),
        })),
      ),
    { maxLength: 20 },
  )

  test('adds up to the cent: three times $16.33 less 50 cents, and $650', () => {
    const odd = { ...line, quantity: 3, unitCents: cents(16_33), discountCents: cents(50) }
    expect(lineTotal(odd)).toBe(48_49)
    expect(invoiceTotal([odd, line])).toBe(698_49)
    expect(invoiceTotal([])).toBe(0)
  })

  test('of sound lines is the exact sum, whatever their order', () => {
    fc.assert(
      fc.property(lines, (all) => {
        expect(all.flatMap(lineProblems)).toEqual([])
        const exact = all.reduce(
          (sum, each) => sum + BigInt(each.quantity) * BigInt(each.unitCents) - BigInt(each.discountCents),
          0n,
        )
        expect(BigInt(invoiceTotal(all))).toBe(exact)
        expect(invoiceTotal(all.toReversed())).toBe(invoiceTotal(all))
        expect(invoiceTotal(all)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test.each([
    [{ description: '  ' }, 'description', 'missing'],
    [{ description: 'x'.repeat(201) }, 'description', 'too-long'],
    [{ quantity: 0 }, 'quantity', 'too-low'],
    [{ quantity: 1.5 }, 'quantity', 'not-a-number'],
    [{ quantity: 1_000 }, 'quantity', 'too-high'],
    [{ unitCents: cents(-1) }, 'unitCents', 'too-low'],
    [{ unitCents: cents(100_000_01) }, 'unitCents', 'too-high'],
    [{ discountCents: cents(-1) }, 'discountCents', 'too-low'],
    [{ discountCents: cents(650_01) }, 'discountCents', 'more-than-line'],
  ] satisfies [Partial<Line>, string, string][])('refuses a line with %j', (changes, field, code) => {
    expect(lineProblems({ ...line, ...changes })).toEqual([{ field, code }])
  })
})

describe('an invoice number', () => {
  test('names the location, the PC, the year and the count', () => {
    expect(invoiceNumber('SM', 1, 2026, 1)).toBe('SM1-2026-000001')
    expect(invoiceNumber('OX', 12, 2027, 999_999)).toBe('OX12-2027-999999')
  })

  test('is never the same for two counts, PCs or locations', () => {
    const parts = fc.tuple(
      fc.constantFrom('SM', 'OX', 'SMO'),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 2026, max: 2030 }),
      fc.integer({ min: 1, max: 999_999 }),
    )
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(invoiceNumber(...a) === invoiceNumber(...b)).toBe(a.join(' ') === b.join(' '))
      }),
    )
  })

  test.each([
    ['sm', 1, 2026, 1],
    ['SM', 0, 2026, 1],
    ['SM', 1, 26, 1],
    ['SM', 1, 2026, 0],
    ['SM', 1, 2026, 1_000_000],
    ['SM', 1, 2026, 1.5],
  ] as const)('is not made from %s %d %d %d', (code, pc, year, count) => {
    expect(() => invoiceNumber(code, pc, year, count)).toThrow(RangeError)
  })
})

describe('an invoice of $650 stands', () => {
  const total = cents(650_00)
  const charge = entry('charge', 650_00)

  test.each([
    ['open', []],
    ['part-paid', [entry('payment', -1)]],
    ['part-paid', [entry('payment', -200_00), entry('payment', -200_00)]],
    ['settled', [entry('payment', -650_00)]],
    ['settled', [entry('payment', -700_00)]],
    ['open', [entry('payment', -650_00), entry('refund', 650_00)]],
    ['part-paid', [entry('payment', -650_00), entry('refund', 50_00)]],
    ['open', [entry('credit', -50_00)]],
    ['settled', [entry('credit', -50_00), entry('payment', -600_00)]],
    ['settled', [entry('credit', -650_00)]],
    ['part-paid', [entry('payment', -650_00), entry('adjustment', 10_00)]],
  ] as const)('%s after %j, with or without its own charge in the entries', (expected, entries) => {
    expect(standing(total, entries)).toBe(expected)
    expect(standing(total, [charge, ...entries])).toBe(expected)
  })

  test('settled at once when it comes to nothing', () => {
    expect(standing(cents(0), [])).toBe('settled')
  })

  test('settled exactly when its parts are all paid, in any number of parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 1_000_000 }), fc.integer({ min: 2, max: 20 }), (amount, parts) => {
        const payments = split(cents(amount), parts).map((part) => entry('payment', negate(part)))
        expect(standing(cents(amount), payments)).toBe('settled')
        expect(leftToPay(cents(amount), payments)).toBe(0)
        expect(standing(cents(amount), payments.slice(1))).toBe('part-paid')
      }),
    )
  })
})

describe('the price of an infusion', () => {
  const prices = [
    { amountCents: cents(600_00), fromDay: day('2026-01-01') },
    { amountCents: cents(700_00), fromDay: day('2026-07-01') },
    { amountCents: cents(650_00), fromDay: day('2026-03-01') },
  ]

  test('is the newest one in force on its day, however they are listed', () => {
    const on = (text: string): number | undefined => priceOn(prices, day(text))
    expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([
      undefined,
      600_00,
      600_00,
      650_00,
      650_00,
      700_00,
    ])
  })

  test('is the last listed of two from the same day', () => {
    const corrected = [...prices, { amountCents: cents(655_00), fromDay: day('2026-03-01') }]
    expect(priceOn(corrected, day('2026-03-02'))).toBe(655_00)
  })

  test('is the plan’s own before the location’s, and a free infusion is free', () => {
    const priced = { description: 'Infusion', listPriceCents: cents(650_00) }
    expect(infusionLine(priced)).toEqual(line)
    expect(infusionLine({ ...priced, planPriceCents: null })).toEqual(line)
    expect(infusionLine({ ...priced, planPriceCents: cents(500_00) })?.unitCents).toBe(500_00)
    expect(infusionLine({ ...priced, planPriceCents: cents(0) })?.unitCents).toBe(0)
    expect(infusionLine({ description: 'Infusion' })).toBeUndefined()
  })
})
