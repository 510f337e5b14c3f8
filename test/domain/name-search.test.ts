import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matcher, matchScore, type Candidate } from '#domain/name-search'

const zoe = person(['Zoë', 'Müller-Ñáñez', ''], '(310) 555-0142', '1985-03-08', 'SM1-000123')
const sean = person(['Seán', "O'Brien", 'Jack'], '805-555-0177', '1990-11-02', 'OX1-000045')
const bruce = person(['小龙', '李', 'Bruce'], '+1 626 555 0188', '1973-07-20', 'SM2-000007')
const dela = person(['Ana María', 'de la Cruz', ''], '', '2000-02-29', 'SM1-000200')
const everybody = [zoe, sean, bruce, dela]

describe('the right person comes up for what the desk types', () => {
  test.each([
    ['zoe', zoe],
    ['ZOË MÜLLER', zoe],
    ['nanez', zoe],
    ['muller nanez zoe', zoe],
    ['muler', zoe],
    ['mullre', zoe],
    ['mulle', zoe],
    ['zoe m', zoe],
    ['obrien', sean],
    ['o brien', sean],
    ["o'brian", sean],
    ['sean obiren', sean],
    ['jack', sean],
    ['jack obrien', sean],
    ['李小龙', bruce],
    ['小龙', bruce],
    ['龙', bruce],
    ['bruce 李', bruce],
    ['delacruz', dela],
    ['de la cruz', dela],
    ['cruz ana', dela],
    ['anamaria', dela],
    ['3105550142', zoe],
    ['(310) 555-0142', zoe],
    ['+1 310 555 0142', zoe],
    ['310 555', zoe],
    ['0142', zoe],
    ['6265550188', bruce],
    ['3/8/1985', zoe],
    ['03/08/1985', zoe],
    ['03081985', zoe],
    ['3-8-85', zoe],
    ['3 8 1985', zoe],
    ['1985-03-08', zoe],
    ['2/29/2000', dela],
    ['SM1-000123', zoe],
    ['sm1 000123', zoe],
    ['ox1', sean],
    ['000045', sean],
    ['45', sean],
    ['zoe 3/8', zoe],
    ['obrien 0177', sean],
  ])('%s', (typed, meant) => {
    const score = matcher(typed)
    const ranked = everybody
      .filter((one) => score(one) !== undefined)
      .toSorted((a, b) => (score(b) ?? 0) - (score(a) ?? 0))
    expect(ranked[0]?.names).toEqual(meant.names)
  })
})

describe('nobody comes up for what does not fit', () => {
  test.each([
    '',
    '  ',
    '-',
    "'",
    'xyz',
    'zoe xyz',
    'zoe 11/2/1990',
    'mul 0177',
    '3/9/1985',
    '8/3/1985',
    '3/8/1986',
    '99',
    'zeo',
    'smith',
  ])('%j', (typed) => {
    expect(everybody.map((one) => matchScore(typed, one))).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('the better fit comes first', () => {
  test('a whole name, then its beginning, then a slip', () => {
    const found = ['Mari', 'Mariana', 'Mary', 'Marc'].map((name) => matchScore('mari', person([name, 'Lopez'])))
    const [whole = 0, beginning = 0, slip = 0, otherSlip = 0] = found
    expect(whole).toBeGreaterThan(beginning)
    expect(beginning).toBeGreaterThan(slip)
    expect(slip).toBe(otherSlip)
    expect(slip).toBeGreaterThan(0)
  })

  test('short words forgive nothing', () => {
    expect(matchScore('lee', person(['Ann', 'Leu']))).toBeUndefined()
    expect(matchScore('smth', person(['Ann', 'Smith']))).toBeGreaterThan(0)
    expect(matchScore('smt', person(['Ann', 'Smith']))).toBeUndefined()
  })

  test('two slips are forgiven from eight letters only', () => {
    expect(matchScore('gonsales', person(['Ann', 'Gonzalez']))).toBeGreaterThan(0)
    expect(matchScore('gnsales', person(['Ann', 'Gonzalez']))).toBeUndefined()
  })

  test('a slip is forgiven while the name is still being typed', () => {
    expect(matchScore('gossa', person(['Ann', 'Gonzalez']))).toBeUndefined()
    expect(matchScore('gonsa', person(['Ann', 'Gonzalez']))).toBeGreaterThan(0)
  })
})

test('everybody is found by their own names, in any order, with any one letter wrong', () => {
  const name = fc.string({ unit: fc.constantFrom(...Array.from('abcdeéñöz')), minLength: 4, maxLength: 10 })
  fc.assert(
    fc.property(name, name, fc.nat(3), (first, last, at) => {
      const one = person([first, last])
      expect(matchScore(`${last} ${first}`, one)).toBe(100)
      expect(matchScore(`${first.slice(0, at)}x${first.slice(at + 1)} ${last}`, one)).toBeGreaterThan(0)
    }),
  )
})

test('any text is a score from 0 to 100 or none, never an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...everybody), (typed, one) => {
      const score = matchScore(typed, one) ?? 1
      expect(score > 0 && score <= 100).toBe(true)
    }),
    { numRuns: 500 },
  )
})

function person(names: string[], phone = '', birthDay = '1960-01-01', recordNumber = ''): Candidate {
  return { names, phones: [phone], birthDay, recordNumber }
}
