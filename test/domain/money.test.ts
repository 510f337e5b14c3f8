import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCents, cents, formatMoney, negate, parseMoney, percentOf, split, timesQuantity } from '#domain/money'

const amount = fc.integer({ min: -100_000_000, max: 100_000_000 }).map(cents)

describe('money is whole cents', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is no number of cents', (wrong) => {
    expect(() => cents(wrong)).toThrow(RangeError)
  })

  test('a sum past what can be counted exactly is refused', () => {
    expect(() => addCents(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(RangeError)
    expect(() => timesQuantity(cents(Number.MAX_SAFE_INTEGER), 2)).toThrow(RangeError)
  })

  test('half a treatment cannot be charged by quantity', () => {
    expect(() => timesQuantity(cents(60_000), 1.5)).toThrow(RangeError)
    expect(timesQuantity(cents(60_000), 6)).toBe(360_000)
  })

  test('nothing adds up to nothing, and nothing owed back is no negative zero', () => {
    expect(addCents()).toBe(0)
    expect(negate(cents(0))).toBe(0)
    expect(cents(-0)).toBe(0)
  })
})

describe('a total is split to the cent', () => {
  test('a package of $2,500.00 for six sessions: four of 416.67, two of 416.66', () => {
    expect(split(cents(250_000), 6)).toEqual([41_667, 41_667, 41_667, 41_667, 41_666, 41_666])
  })

  test('a refund of it is split the same way round', () => {
    expect(split(cents(-250_000), 6)).toEqual([-41_667, -41_667, -41_667, -41_667, -41_666, -41_666])
  })

  test('more parts than cents leaves the last ones empty', () => {
    expect(split(cents(2), 4)).toEqual([1, 1, 0, 0])
  })

  test.each([0, -1, 1.5])('%s parts are refused', (parts) => {
    expect(() => split(cents(100), parts)).toThrow(RangeError)
  })

  test('the parts add up, differ by one cent at most, and the larger come first', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 60 }), (total, parts) => {
        const shares = split(total, parts)
        const sizes = shares.map(Math.abs)
        expect(shares).toHaveLength(parts)
        expect(addCents(...shares)).toBe(total)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      }),
    )
  })
})

describe('a share in basis points', () => {
  test.each([
    [10_000, 825, 825],
    [1_000, 125, 13],
    [-1_000, 125, -13],
    [1_000, 124, 12],
    [60_000, 10_000, 60_000],
    [3, 5_000, 2],
    [1, 4_999, 0],
  ])('%i cents at %i basis points are %i', (whole, points, share) => {
    expect(percentOf(cents(whole), points)).toBe(share)
  })

  test('a refund mirrors its charge, and the share is never half a cent off', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, points) => {
        const share = percentOf(whole, points)
        expect(percentOf(negate(whole), points)).toBe(negate(share))
        expect(Math.abs(share * 10_000 - whole * points)).toBeLessThanOrEqual(5_000)
      }),
    )
  })

  test('a fraction of a basis point is refused', () => {
    expect(() => percentOf(cents(100), 8.25)).toThrow(RangeError)
  })
})

describe('money on paper and in fields', () => {
  test.each([
    [125_000, '$1,250.00'],
    [-500, '-$5.00'],
    [5, '$0.05'],
    [0, '$0.00'],
    [100_000_000, '$1,000,000.00'],
    [99_999, '$999.99'],
  ])('%i cents print as %s', (whole, printed) => {
    expect(formatMoney(cents(whole))).toBe(printed)
  })

  test.each([
    ['1250', 125_000],
    ['$1,250.00', 125_000],
    [' 1,250.5 ', 125_050],
    ['.5', 50],
    ['5.', 500],
    ['-5', -500],
    ['−$5.00', -500],
    ['$ 0', 0],
    ['-0', 0],
  ])('%s is typed for %i cents', (typed, whole) => {
    expect(parseMoney(typed)).toBe(whole)
  })

  test.each([
    '',
    ' ',
    '$',
    '.',
    '-',
    '12,50',
    '1,25',
    '1,2500',
    '1.250,00',
    '1.005',
    '5-',
    '1e3',
    '12 50',
    'ten',
    '99999999999999999',
  ])('%j is no plain amount', (typed) => {
    expect(parseMoney(typed)).toBeUndefined()
  })

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(amount, (whole) => {
        expect(parseMoney(formatMoney(whole))).toBe(whole)
      }),
    )
  })
})
