import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, initials, nameDistance, searchTerms, slipsAllowed } from '#domain/names'

describe('names as they are compared', () => {
  test.each([
    ['Zoë Müller-Ñáñez', 'zoe muller nanez'],
    ["Seán O'Brien", 'sean obrien'],
    ['Seán O’Brien', 'sean obrien'],
    ['李小龙', '李小龙'],
    ['  José   María ', 'jose maria'],
    ['Søren Łukasz Groß', 'soren lukasz gross'],
    ['İbrahim Işık', 'ibrahim isik'],
    ['Nguyễn Thị Ánh', 'nguyen thi anh'],
    ['김철수', '김철수'],
    ['अमित', 'अमित'],
    ['Ｍａｒｉａ', 'maria'],
    ['SMITH, JR.', 'smith jr'],
    ['--', ''],
  ])('%s is %s', (written, folded) => {
    expect(fold(written)).toBe(folded)
  })

  test('it does not matter how the keyboard composed the accents', () => {
    expect(fold('Müller'.normalize('NFD'))).toBe(fold('Müller'.normalize('NFC')))
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('a search is its words', () => {
    expect(searchTerms(' Ñáñez,  zoë ')).toEqual(['nanez', 'zoe'])
    expect(searchTerms(' - ')).toEqual([])
  })
})

describe('slips between two names', () => {
  test.each([
    ['muller', 'muller', 0],
    ['muller', 'muler', 1],
    ['muller', 'mulller', 1],
    ['muller', 'mulker', 1],
    ['muller', 'mullre', 1],
    ['ab', 'ba', 1],
    ['gonzalez', 'gonsales', 2],
    ['maria', 'mraai', 2],
    ['李小龙', '李小隆', 1],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['smith', 'washington', 3],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(nameDistance(a, b)).toBe(slips)
  })

  test('agrees with the plain definition, and the cap only caps', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 8 }), (a, b, cap) => {
        expect(nameDistance(a, b, cap)).toBe(Math.min(cap, plainDistance(a, b)))
        expect(nameDistance(b, a, cap)).toBe(nameDistance(a, b, cap))
      }),
      { numRuns: 1000 },
    )
  })

  test('one is forgiven from four letters, two from eight', () => {
    expect([3, 4, 7, 8, 20].map(slipsAllowed)).toEqual([0, 1, 1, 2, 2])
  })
})

describe('initials', () => {
  test.each([
    ['Zoë Müller-Ñáñez', 'ZM'],
    ["Seán O'Brien", 'SO'],
    ['ana maría de la cruz', 'AC'],
    ['Ñusta', 'Ñ'],
    ['李小龙', '李'],
    ['  ', ''],
  ])('of %j are %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

/** The recursive definition: change, add, take away, swap two neighbours. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    plainDistance(a.slice(0, -1), b) + 1,
    plainDistance(a, b.slice(0, -1)) + 1,
    plainDistance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    isSwap ? plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  )
}
