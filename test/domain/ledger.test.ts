import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceByInvoice, balanceOf, entryKinds, hasSignOfKind, type Entry } from '#domain/ledger'
import { cents } from '#domain/money'

const entry: fc.Arbitrary<Entry> = fc.record({
  kind: fc.constantFrom(...entryKinds),
  amountCents: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents),
  invoiceId: fc.constantFrom('A', 'B', null, undefined),
  patientId: fc.constant('Ruth'),
})

describe('a balance', () => {
  test('is what was charged less what was paid, refunded and credited back', () => {
    const amounts = [650_00, -200_00, -100_00, 50_00, -25_00]
    expect(balanceOf(amounts.map((amount) => ({ amountCents: cents(amount) })))).toBe(375_00)
    expect(balanceOf([])).toBe(0)
  })

  test('does not depend on the order of the entries', () => {
    const shuffled = fc
      .array(entry)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(fc.property(shuffled, ([all, other]) => balanceOf(all) === balanceOf(other)))
  })

  test('is the sum of the balances of its invoices and of what belongs to none', () => {
    fc.assert(
      fc.property(fc.array(entry), (all) => {
        const parts = [...balanceByInvoice(all).values()]
        expect(balanceOf(parts.map((amountCents) => ({ amountCents })))).toBe(balanceOf(all))
      }),
    )
  })

  test('is kept for each invoice, and two equal payments count twice', () => {
    const of = (kind: Entry['kind'], amount: number, invoiceId: string | null): Entry => ({
      kind,
      amountCents: cents(amount),
      invoiceId,
      patientId: 'Ruth',
    })
    const all = [
      of('charge', 500_00, 'A'),
      of('payment', -50_00, 'A'),
      of('payment', -50_00, 'A'),
      of('payment', -20_00, null),
    ]
    expect(balanceByInvoice(all)).toEqual(
      new Map([
        ['A', 400_00],
        [undefined, -20_00],
      ]),
    )
  })
})

test('an entry has the sign of its kind', () => {
  const signs = (kind: Entry['kind']): boolean[] =>
    [1, 0, -1].map((amount) => hasSignOfKind({ kind, amountCents: cents(amount) }))
  expect(entryKinds.map((kind) => [kind, ...signs(kind)])).toEqual([
    ['charge', true, true, false],
    ['payment', false, false, true],
    ['refund', true, false, false],
    ['credit', false, false, true],
    ['adjustment', true, false, true],
  ])
})
