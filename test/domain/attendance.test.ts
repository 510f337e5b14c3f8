import { describe, expect, test } from 'vitest'
import { isLateArrival, isLateNotice, mustPrepay } from '#domain/attendance'
import { instantAt } from '#domain/clock'
import { day, weekday, type Day } from '#domain/dates'

const zone = 'America/Los_Angeles'
const isClosed = (on: Day) => weekday(on) === 0 || weekday(on) === 6

function at(on: string, minute: number): number {
  return instantAt(day(on), minute, zone) ?? Number.NaN
}

function notice(cancelled: number, starts: number, noticeHours: number, noticeClock: 'hours' | 'business-hours') {
  return isLateNotice({ at: cancelled, startsAt: starts, zone, isClosed }, { noticeHours, noticeClock })
}

describe('a cancellation', () => {
  const monday10 = at('2026-03-16', 600)

  test('a whole day ahead is in time, a minute later it is late', () => {
    expect(notice(at('2026-03-15', 600), monday10, 24, 'hours')).toBe(false)
    expect(notice(at('2026-03-15', 601), monday10, 24, 'hours')).toBe(true)
  })

  test('over the night of the clocks is counted in real hours', () => {
    const sunday10 = at('2026-03-08', 600)
    expect(notice(at('2026-03-07', 600), sunday10, 24, 'hours')).toBe(true)
    expect(notice(at('2026-03-07', 540), sunday10, 24, 'hours')).toBe(false)
  })

  test('by business hours does not count the weekend: three working days before Monday is Wednesday', () => {
    expect(notice(at('2026-03-11', 600), monday10, 72, 'business-hours')).toBe(false)
    expect(notice(at('2026-03-11', 601), monday10, 72, 'business-hours')).toBe(true)
    expect(notice(at('2026-03-13', 600), monday10, 72, 'hours')).toBe(false)
  })

  test('after the start is late, unless the practice asks for no notice', () => {
    expect(notice(monday10, monday10, 24, 'hours')).toBe(true)
    expect(notice(monday10 + 1, monday10, 0, 'hours')).toBe(false)
  })
})

test('an arrival is late only past the minutes of grace', () => {
  expect([610, 611].map((minute) => isLateArrival(600, minute, { lateMinutes: 10 }))).toEqual([false, true])
})

test('the third miss lets the practice ask for the money beforehand', () => {
  expect([2, 3, 4].map((misses) => mustPrepay(misses, { strikes: 3 }))).toEqual([false, true, true])
})
