import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  ageOn,
  dateOf,
  day,
  dayFrom,
  daysBetween,
  firstOfMonth,
  isDay,
  lastOfMonth,
  monthOf,
  weekday,
  yearOf,
} from '#domain/dates'
import { formatDay, formatMinute, formatWeekday } from '#domain/dates'

const dayMs = 86_400_000
// the reference: the calendar of the language, counted in UTC
const reference = (count: number) => day(new Date(count * dayMs).toISOString().slice(0, 10))
const count = fc.integer({ min: -25_567, max: 84_000 }) // 1900 to 2199

describe('a day is a day of the calendar', () => {
  test.each(['2024-02-29', '2000-02-29', '1985-03-08', '2026-12-31', '0001-01-01', '9999-12-31'])('%s is', (text) => {
    expect(isDay(text)).toBe(true)
    expect(day(text)).toBe(text)
  })

  test.each(
    [
      ['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'],
      ['2026-1-1', '26-01-01', '01/02/2026', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '٢٠٢٦-01-01', ''],
    ].flat(),
  )('%j is not', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => day(text)).toThrow(RangeError)
  })

  test('is made from its parts only when it exists', () => {
    expect(dayFrom(2028, 2, 29)).toBe('2028-02-29')
    expect(dayFrom(2026, 2, 29)).toBeUndefined()
    expect(dayFrom(2026, 1.5, 1)).toBeUndefined()
    expect(dayFrom(-1, 1, 1)).toBeUndefined()
  })

  test('has parts, and a month with two ends', () => {
    const leap = day('2028-02-10')
    expect([yearOf(leap), monthOf(leap), dateOf(leap)]).toEqual([2028, 2, 10])
    expect([firstOfMonth(leap), lastOfMonth(leap)]).toEqual(['2028-02-01', '2028-02-29'])
    expect(lastOfMonth(day('2026-11-15'))).toBe('2026-11-30')
  })
})

describe('counting days', () => {
  test('across the nights on which the clocks change a day is a day', () => {
    expect(addDays(day('2026-03-07'), 1)).toBe('2026-03-08')
    expect(addDays(day('2026-03-08'), 1)).toBe('2026-03-09')
    expect(daysBetween(day('2026-10-31'), day('2026-11-02'))).toBe(2)
  })

  test('over leap days and years', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(day('1970-01-01'), -1)).toBe('1969-12-31')
    expect(daysBetween(day('2028-01-01'), day('2029-01-01'))).toBe(366)
  })

  test('agrees with the reference calendar, there and back', () => {
    fc.assert(
      fc.property(count, count, (from, to) => {
        const [start, end] = [reference(from), reference(to)]
        expect(daysBetween(start, end)).toBe(to - from)
        expect(addDays(start, to - from)).toBe(end)
        expect(addDays(addDays(start, to - from), from - to)).toBe(start)
        expect(weekday(start)).toBe(new Date(from * dayMs).getUTCDay())
        expect(start < end).toBe(from < to)
      }),
      { numRuns: 500 },
    )
  })

  test('every day from 1899 to 2101 comes after the one before', () => {
    let walked = day('1899-12-31')
    while (walked < '2101-01-01') {
      const next = addDays(walked, 1)
      if (daysBetween(walked, next) !== 1 || next <= walked || weekday(next) !== (weekday(walked) + 1) % 7) break
      walked = next
    }
    expect(walked).toBe('2101-01-01')
  })

  test('a fraction of a day or a day past the calendar is refused', () => {
    expect(() => addDays(day('2026-01-01'), 0.5)).toThrow(RangeError)
    expect(() => addDays(day('2026-01-01'), Number.NaN)).toThrow(RangeError)
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError)
  })
})

describe('age in full years', () => {
  test.each([
    ['1985-03-08', '2026-03-07', 40],
    ['1985-03-08', '2026-03-08', 41],
    ['2026-06-15', '2026-06-15', 0],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['2000-02-29', '2028-02-29', 28],
    ['2027-01-01', '2026-12-31', -1],
  ])('born %s, on %s: %i', (birth, on, years) => {
    expect(ageOn(day(birth), day(on))).toBe(years)
  })
})

describe('days and times in words', () => {
  test('the month is a word in both languages', () => {
    expect(formatDay(day('2026-03-10'), 'en')).toBe('Mar 10, 2026')
    expect(formatDay(day('2026-03-10'), 'es')).toBe('10 mar 2026')
    expect(formatDay(day('2026-01-01'), 'es')).toBe('1 ene 2026')
    expect(formatDay(day('2026-12-31'), 'en')).toBe('Dec 31, 2026')
  })

  test('the day of the week is right in both languages', () => {
    const tuesday = day('2026-03-10')
    expect(formatWeekday(tuesday, 'en', 'short')).toBe('Tue')
    expect(formatWeekday(tuesday, 'en', 'long')).toBe('Tuesday')
    expect(formatWeekday(tuesday, 'es', 'short')).toBe('mar')
    expect(formatWeekday(addDays(tuesday, 4), 'es', 'long')).toBe('sábado')
  })

  test('every day prints as itself in both languages', () => {
    fc.assert(
      fc.property(count, (at) => {
        const english = new Date(at * dayMs).toLocaleDateString('en-US', {
          timeZone: 'UTC',
          month: 'short',
          day: 'numeric',
          year: 'numeric',
        })
        expect(formatDay(reference(at), 'en')).toBe(english)
        expect(formatDay(reference(at), 'es')).toMatch(/^\d{1,2} [a-z]{3} \d{4}$/)
      }),
    )
  })

  test.each([
    [0, '12:00 AM'],
    [5, '12:05 AM'],
    [540, '9:00 AM'],
    [630, '10:30 AM'],
    [719, '11:59 AM'],
    [720, '12:00 PM'],
    [840, '2:00 PM'],
    [1439, '11:59 PM'],
    [1440, '12:00 AM'],
  ])('minute %i is %s', (minute, shown) => {
    expect(formatMinute(minute)).toBe(shown)
  })

  test.each([-1, 1441, 1.5, Number.NaN])('%s is no minute of a day', (minute) => {
    expect(() => formatMinute(minute)).toThrow(RangeError)
  })
})
