import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatEin,
  formatPhone,
  isEin,
  isIcd10Shape,
  isLocationCode,
  isNpi,
  isUnbillableIcd10,
  normalPhone,
} from '#domain/identifiers'

describe('a National Provider Identifier', () => {
  test.each(['1234567893', '1558598797', '1000000004', '1999999992'])('%s is one', (npi) => {
    expect(isNpi(npi)).toBe(true)
  })

  test.each([
    '1234567890',
    '123456789',
    '12345678931',
    '1234567893 ',
    '123-456-7893',
    '',
    'abcdefghij',
    '１２３４５６７８９３',
  ])('%j is none', (text) => {
    expect(isNpi(text)).toBe(false)
  })

  test('begins with 1 or 2, and exactly one last digit is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        const body = String(number).padStart(9, '0')
        const right = Array.from('0123456789').filter((check) => isNpi(body + check))
        expect(right).toHaveLength(body.startsWith('1') || body.startsWith('2') ? 1 : 0)
      }),
    )
  })

  test('a Luhn-right number from 3 to 9 is none', () => {
    // each is the right check digit over 80840 and the first nine digits
    const wrong = ['3', '4', '5', '6', '7', '8', '9'].flatMap((first) =>
      Array.from('0123456789', (check) => `${first}00000000${check}`),
    )
    expect(wrong.filter(isNpi)).toEqual([])
  })

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = Array.from('1558598797', Number)
        const wrong = digits.map((digit, index) => (index === at ? (digit + by) % 10 : digit)).join('')
        expect(isNpi(wrong)).toBe(false)
      }),
    )
  })
})

describe('an Employer Identification Number', () => {
  test('is nine digits with or without its hyphen', () => {
    expect(['12-3456789', '123456789'].map(isEin)).toEqual([true, true])
    expect(['12-3456789', '123456789', 'none'].map(formatEin)).toEqual(['12-3456789', '12-3456789', 'none'])
  })

  test.each(['', '12-345678', '1-23456789', '123-45-6789', '00-1234567', '12 3456789', '12-34567890'])(
    '%j is none',
    (text) => {
      expect(isEin(text)).toBe(false)
    },
  )
})

describe('a phone number', () => {
  test.each([
    '3105550142',
    '310-555-0142',
    '(310) 555-0142',
    '310.555.0142',
    '+1 310 555 0142',
    '1-310-555-0142',
    ' 310 555 0142 ',
  ])('%s is ten digits', (typed) => {
    expect(normalPhone(typed)).toBe('3105550142')
    expect(formatPhone(typed)).toBe('(310) 555-0142')
  })

  test.each([
    '',
    '555-0142',
    '310555014',
    '31055501422',
    '+44 20 7946 0958',
    '110-555-0142',
    '310-155-0142',
    '310-555-0142 x3',
    '310-CALL-NOW',
    '++13105550142',
  ])('%j is none, and stays as it is', (typed) => {
    expect(normalPhone(typed)).toBeUndefined()
    expect(formatPhone(typed)).toBe(typed)
  })
})

describe('a diagnosis code', () => {
  test.each(['F33.2', 'F32.A', 'F43.10', 'G90.511', 'R45.851', 'F42', 'M79.7', 'Z3A.20', 'C7A.00', 'S72.001A'])(
    '%s has the shape',
    (code) => {
      expect(isIcd10Shape(code)).toBe(true)
    },
  )

  test.each(['', 'f33.2', 'F332', 'F33.', '33.2', 'FF3.2', 'F3', 'F33.22222', 'F33.2 ', 'F33,2'])(
    '%j has not',
    (text) => {
      expect(isIcd10Shape(text)).toBe(false)
    },
  )

  test('a heading is not billable, its codes are', () => {
    expect(
      ['F42', 'G90.5', 'F33', 'F43.1', 'G90.51', 'G89.2', 'R45.85'].filter((code) => !isUnbillableIcd10(code)),
    ).toEqual([])
    const billable = [
      'F32.2',
      'F33.1',
      'F33.2',
      'F32.A',
      'F41.1',
      'F41.9',
      'F43.10',
      'F43.12',
      'F42.2',
      'F42.9',
      'G89.4',
      'G89.29',
    ]
    billable.push('G90.50', 'G90.511', 'G90.529', 'G90.59', 'M79.7', 'G54.6', 'B02.29', 'R45.851', 'F34.1')
    expect(billable.filter(isUnbillableIcd10)).toEqual([])
    expect(billable.filter((code) => !isIcd10Shape(code))).toEqual([])
  })
})

test('a location code is two to four capitals', () => {
  expect(['SM', 'OX', 'OXN', 'ABCD'].filter((code) => !isLocationCode(code))).toEqual([])
  expect(['', 'S', 'sm', 'SM1', 'ABCDE', 'S M', 'ÑO'].filter(isLocationCode)).toEqual([])
})
