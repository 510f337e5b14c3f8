import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#domain/dates'
import { displayName, duplicateScore, legalName, likelyDuplicates, type Likeness } from '#domain/patient'

const maria: Likeness = {
  firstName: 'María Elena',
  lastName: 'González',
  birthDay: day('1985-03-08'),
  phone: '(310) 555-0142',
}
const other = { birthDay: day('1990-01-01'), phone: '8055550177' }

describe('the same person twice is noticed', () => {
  test.each<[string, Partial<Likeness>, number]>([
    ['everything the same', {}, 100],
    ['no accents, other phone', { firstName: 'maria elena', lastName: 'GONZALEZ', phone: '8055550177' }, 100],
    ['first and last name swapped', { firstName: 'Gonzalez', lastName: 'Maria Elena' }, 100],
    ['a slip in the name', { lastName: 'Gonzales' }, 90],
    ['one first name of two', { firstName: 'Maria' }, 90],
    ['a second last name', { lastName: 'González-Ruiz', phone: '' }, 90],
    [
      'same phone in another writing, birth day mistyped',
      { firstName: 'Maria', phone: '+1 310.555.0142', birthDay: day('1985-08-03') },
      80,
    ],
    ['same phone, birth day not known', { birthDay: null }, 80],
    ['same birth day and phone, new last name', { lastName: 'Whitfield' }, 70],
    ['same birth day and last name, called otherwise', { firstName: 'Nena', phone: '' }, 60],
    ['the very same name alone', other, 50],
  ])('%s', (_, change, score) => {
    expect(duplicateScore(maria, { ...maria, ...change })).toBe(score)
  })

  test('by the preferred name', () => {
    const robert = { ...maria, firstName: 'Robert', preferredName: 'Bob', lastName: 'Smith' }
    expect(duplicateScore(robert, { ...robert, ...other, firstName: 'Bob', preferredName: '' })).toBe(50)
  })
})

describe('two people are left in peace', () => {
  test.each<[string, Partial<Likeness>]>([
    ['another name and day', { ...other, firstName: 'Ana', lastName: 'Smith' }],
    ['the same birth day alone', { firstName: 'Ana', lastName: 'Smith', phone: '' }],
    ['a household phone', { firstName: 'Tomás', birthDay: day('2001-05-05') }],
    ['a name alike alone', { ...other, lastName: 'Gonzales' }],
    ['no birth day and no phone, and another name', { firstName: 'Ana', birthDay: null, phone: '' }],
  ])('%s', (_, change) => {
    expect(duplicateScore(maria, { ...maria, ...change })).toBe(0)
  })

  test('short names are not alike by a letter', () => {
    const lee = { ...maria, firstName: 'Ann', lastName: 'Lee' }
    expect(duplicateScore(lee, { ...lee, lastName: 'Leu', phone: '' })).toBe(0)
  })

  test('what is empty on both sides is not the same', () => {
    const nobody: Likeness = { firstName: '', lastName: '', birthDay: null, phone: '' }
    expect(duplicateScore(nobody, nobody)).toBe(0)
    expect(duplicateScore(maria, { ...nobody, birthDay: maria.birthDay })).toBe(0)
  })
})

test('the score is the same from both sides', () => {
  const person = fc.record({
    firstName: fc.constantFrom('Maria', 'Mario', 'Maria Elena', 'Ana', ''),
    lastName: fc.constantFrom('Lopez', 'Lopes', 'Maria', 'Lopez Ruiz', ''),
    preferredName: fc.constantFrom('', 'Ana', 'Mary'),
    birthDay: fc.constantFrom(null, day('1985-03-08'), day('1990-01-01')),
    phone: fc.constantFrom('', '3105550142', '(310) 555-0142', '8055550177'),
  })
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(duplicateScore(a, b)).toBe(duplicateScore(b, a))
    }),
  )
})

test('the likeliest come first, the others not at all', () => {
  const file = [
    { ...maria, id: 'same name', ...other },
    { ...maria, id: 'stranger', ...other, firstName: 'Ana' },
    { ...maria, id: 'same' },
    { ...maria, id: 'a slip', lastName: 'Gonsalez' },
  ]
  expect(likelyDuplicates(maria, file).map((found) => found.id)).toEqual(['same', 'a slip', 'same name'])
})

test('the preferred name comes first on screens, the legal one alone on papers', () => {
  const roberta = { firstName: 'Roberta', lastName: 'Smith', preferredName: 'Bobbie' }
  expect(legalName(roberta)).toBe('Roberta Smith')
  expect(displayName(roberta)).toBe('Bobbie (Roberta Smith)')
  expect(displayName({ ...roberta, preferredName: '' })).toBe('Roberta Smith')
  expect(displayName({ ...roberta, preferredName: ' roberta ' })).toBe('Roberta Smith')
  expect(displayName({ ...roberta, preferredName: 'Roberta Smith' })).toBe('Roberta Smith')
})
