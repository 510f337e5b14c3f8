import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, formatDay, formatMinute } from '#domain/dates'
import { formatTypedDay, parseTypedDay, parseTypedTime } from '#domain/typed-dates'

const today = day('2026-06-15')
const anyDay = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays(day('1900-01-01'), days))

describe('a birth day as people type it', () => {
  test.each([
    ['03081985', '1985-03-08'],
    ['030885', '1985-03-08'],
    ['3/8/85', '1985-03-08'],
    ['3-8-1985', '1985-03-08'],
    ['1985-03-08', '1985-03-08'],
    ['mar 8 1985', '1985-03-08'],
    ['8 de marzo de 1985', '1985-03-08'],
    ['02/30/1985', undefined],
    ['13/01/1985', undefined],
    ['3/8', undefined],
    ['0309', undefined],
    ['3/8/25', '2025-03-08'],
    ['3/8/30', '1930-03-08'],
    [' 3 / 8 / 1985 ', '1985-03-08'],
    ['3.8.1985', '1985-03-08'],
    ['3 8 1985', '1985-03-08'],
    ['March 8, 1985', '1985-03-08'],
    ['MAR. 8th, 1985', '1985-03-08'],
    ['8 mar 1985', '1985-03-08'],
    ['8 of March 1985', '1985-03-08'],
    ['8 de Marzo del 1985', '1985-03-08'],
    ['1 ene 2000', '2000-01-01'],
    ['29 feb 2000', '2000-02-29'],
    ['15 setiembre 1990', '1990-09-15'],
    ['6/15/26', '2026-06-15'],
    ['6/16/26', '1926-06-16'],
    ['2/29/00', '2000-02-29'],
    ['022900', '2000-02-29'],
  ])('%s', (typed, meant) => {
    expect(parseTypedDay(typed, today, { birth: true })).toBe(meant)
  })
})

describe('what is no day, or could be two', () => {
  test.each(
    [
      ['', ' ', '/', '8', '1985', '3/1985', '2/29/1985', '2/29/1900', '4/31/2026', '0/8/1985', '3/0/1985'],
      ['3/32/1985', '3/8/198', '3/8/19855', '3/8-1985', '3/8 1985', '31/12/1985', '25.12.1985', '1985-13-01'],
      ['1985-3', '85-03-08', '19850308', '12319999', '3081985', '38198', '3/8/1899', '3/8/2101', '3/8/0085'],
      ['-3/8/1985', '+3/8/1985', 'marathon 8 1985', 'ma 8 1985', 'mars 8 1985', 'foo 8 1985', 'mar 32 1985'],
      ['feb 30 1985', '8 marzo', 'marzo 1985', 'mar 8 85', '8th 3 1985', 'today', '3/8/1985 10:00'],
      ['3//8/1985', '٣/٨/١٩٨٥', '1e3/8/1985', 'mar 8 1985 x'],
    ].flat(),
  )('%j is refused', (typed) => {
    expect(parseTypedDay(typed, today)).toBeUndefined()
    expect(parseTypedDay(typed, today, { birth: true })).toBeUndefined()
  })
})

describe('two digits of a year', () => {
  test.each([
    ['1/2/26', '2026-01-02'],
    ['12/31/26', '2026-12-31'],
    ['1/2/46', '2046-01-02'],
    ['1/2/47', '1947-01-02'],
  ])('%s on an appointment', (typed, meant) => {
    expect(parseTypedDay(typed, today)).toBe(meant)
  })

  test('a birth day is never after today', () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        const typed = `${of.slice(5, 7)}/${of.slice(8)}/${of.slice(2, 4)}`
        const meant = parseTypedDay(typed, today, { birth: true })
        if (meant === undefined) expect(of.slice(5)).toBe('02-29')
        else expect([meant <= today, meant.slice(2)]).toEqual([true, of.slice(2)])
      }),
    )
  })
})

describe('a typed day is the day that was typed', () => {
  test('in every full writing', () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        const [year, month, date] = of.split('-')
        const writings = [of, formatTypedDay(of), formatDay(of, 'en'), formatDay(of, 'es'), `${month}${date}${year}`]
        const plain = [Number(month), Number(date), year]
        writings.push(plain.join('/'), plain.join('-'), plain.join('.'), plain.join(' '))
        for (const typed of writings) expect([typed, parseTypedDay(typed, today)]).toEqual([typed, of])
      }),
    )
  })

  test('or nothing: no number typed comes back as another', () => {
    const digits = fc.integer({ min: 0, max: 99 })
    const years = fc.oneof(digits, fc.integer({ min: 1850, max: 2150 }))
    fc.assert(
      fc.property(
        digits,
        digits,
        years,
        fc.constantFrom('/', '-', '.', ' '),
        fc.boolean(),
        (month, date, year, sign, birth) => {
          const meant = parseTypedDay([month, date, year].join(sign), today, { birth })
          if (meant === undefined) return
          const [gotYear, gotMonth, gotDate] = meant.split('-').map(Number)
          expect([gotMonth, gotDate]).toEqual([month, date])
          expect(year > 99 ? gotYear : (gotYear ?? 0) % 100).toBe(year)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('any text at all is a day or nothing, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(() => parseTypedDay(text, today)).not.toThrow()
      }),
    )
  })
})

describe('a typed time', () => {
  test.each([
    ['9', '9:00 AM'],
    ['09', '9:00 AM'],
    ['930', '9:30 AM'],
    ['0930', '9:30 AM'],
    ['9:30', '9:30 AM'],
    ['9.30', '9:30 AM'],
    ['9:30a', '9:30 AM'],
    ['9:30 AM', '9:30 AM'],
    ['14:05', '2:05 PM'],
    ['1405', '2:05 PM'],
    ['2 pm', '2:00 PM'],
    ['2p', '2:00 PM'],
    ['2 p. m.', '2:00 PM'],
    ['230p', '2:30 PM'],
    ['12', '12:00 PM'],
    ['12p', '12:00 PM'],
    ['12 am', '12:00 AM'],
    ['0:15', '12:15 AM'],
    ['7', '7:00 AM'],
    ['2', '2:00 PM'],
    ['6:59', '6:59 PM'],
    ['02:00', '2:00 AM'],
    ['0230', '2:30 AM'],
    ['2 am', '2:00 AM'],
    ['23:59', '11:59 PM'],
  ])('%s is %s', (typed, meant) => {
    expect(formatMinute(parseTypedTime(typed) ?? -1)).toBe(meant)
  })

  test('24:00 is the end of the day', () => {
    expect(parseTypedTime('24:00')).toBe(1440)
  })

  test.each([
    '',
    ':',
    '9:',
    '9:5',
    '9:60',
    '960',
    '24:01',
    '25',
    '13 pm',
    '14:05a',
    '0 am',
    '9:30 x',
    '9 30',
    '93000',
    '-9',
    'noon',
  ])('%j is no time', (typed) => {
    expect(parseTypedTime(typed)).toBeUndefined()
  })

  test('what is shown is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(parseTypedTime(formatMinute(minute))).toBe(minute)
      }),
    )
  })
})
