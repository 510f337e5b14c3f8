import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt, isZone, localAt } from '#domain/clock'
import { addDays, day, daysBetween } from '#domain/dates'

const clinic = 'America/Los_Angeles'
const at = (iso: string) => Date.parse(iso)
const hour = 3_600_000

describe('the clock on the clinic wall', () => {
  test('shows summer and winter time', () => {
    expect(localAt(at('2026-07-01T16:30:00Z'), clinic)).toEqual({ day: '2026-07-01', minute: 570 })
    expect(localAt(at('2026-01-15T17:30:59.999Z'), clinic)).toEqual({ day: '2026-01-15', minute: 570 })
    expect(localAt(at('2026-01-01T07:59:00Z'), clinic)).toEqual({ day: '2025-12-31', minute: 1439 })
    expect(localAt(at('2026-01-01T08:00:00Z'), clinic)).toEqual({ day: '2026-01-01', minute: 0 })
  })

  test('the end of a day is the beginning of the next', () => {
    expect(instantAt(day('2026-06-01'), 1440, clinic)).toBe(instantAt(day('2026-06-02'), 0, clinic))
  })

  test.each([-1, 1441, 9.5])('%s is no minute of a day', (minute) => {
    expect(() => instantAt(day('2026-06-01'), minute, clinic)).toThrow(RangeError)
  })

  test('a day that a zone left out has no time at all', () => {
    expect(instantAt(day('2011-12-30'), 720, 'Pacific/Apia')).toBeUndefined()
    expect(instantAt(day('2011-12-31'), 0, 'Pacific/Apia')).toBe(at('2011-12-30T10:00:00Z'))
  })
})

describe('the spring night that has no 02:30', () => {
  test.each(['2026-03-08', '2027-03-14', '2028-03-12'])('%s', (night) => {
    const on = day(night)
    expect(instantAt(on, 119, clinic)).toBe(at(`${night}T09:59:00Z`))
    expect(instantAt(on, 120, clinic)).toBeUndefined()
    expect(instantAt(on, 150, clinic)).toBeUndefined()
    expect(instantAt(on, 179, clinic)).toBeUndefined()
    expect(instantAt(on, 180, clinic)).toBe(at(`${night}T10:00:00Z`))
    expect(localAt(at(`${night}T10:00:00Z`), clinic)).toEqual({ day: night, minute: 180 })
  })
})

describe('the autumn night that has 01:30 twice', () => {
  test.each(['2026-11-01', '2027-11-07', '2028-11-05'])('%s: the earlier one is meant', (night) => {
    const on = day(night)
    const first = instantAt(on, 90, clinic)
    expect(first).toBe(at(`${night}T08:30:00Z`))
    expect(localAt(at(`${night}T08:30:00Z`), clinic)).toEqual({ day: night, minute: 90 })
    expect(localAt(at(`${night}T09:30:00Z`), clinic)).toEqual({ day: night, minute: 90 })
    expect(instantAt(on, 120, clinic)).toBe(at(`${night}T10:00:00Z`))
  })

  test('the day is 25 hours long, and the spring one 23', () => {
    const length = (on: string) => (instantAt(day(on), 1440, clinic) ?? 0) - (instantAt(day(on), 0, clinic) ?? 0)
    expect([length('2026-11-01'), length('2026-03-08'), length('2026-06-01')]).toEqual([
      25 * hour,
      23 * hour,
      24 * hour,
    ])
  })
})

describe('there and back', () => {
  const zones = [
    clinic,
    'UTC',
    'Asia/Kolkata',
    'Europe/Madrid',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Pacific/Kiritimati',
  ]

  test('every minute around the six nights of 2026 to 2028 finds itself', () => {
    for (const night of ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07', '2028-03-12', '2028-11-05']) {
      const start = at(`${night}T06:00:00Z`)
      const wrong = Array.from({ length: 480 }, (_, index) => start + index * 60_000).filter((instant) => {
        const local = localAt(instant, clinic)
        const back = instantAt(local.day, local.minute, clinic)
        return back !== instant && back !== instant - hour
      })
      expect([night, wrong]).toEqual([night, []])
    }
  })

  test('a wall time that exists comes back, in every zone', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1095 }), minute, fc.constantFrom(...zones), (days, wanted, zone) => {
        const on = addDays(day('2026-01-01'), days)
        const instant = instantAt(on, wanted, zone)
        if (instant !== undefined) expect(localAt(instant, zone)).toEqual({ day: on, minute: wanted })
        else expect(wanted).toBeLessThan(180)
      }),
    )
  })

  test('an instant comes back to the minute, or an hour earlier where the clocks ran twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2029-01-01T00:00:00Z') }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const local = localAt(instant, zone)
          const back = (instantAt(local.day, local.minute, zone) ?? 0) - Math.floor(instant / 60_000) * 60_000
          expect([0, -hour / 2, -hour]).toContain(back)
        },
      ),
    )
  })

  test('the clock of this PC plays no part', () => {
    expect(
      daysBetween(
        localAt(at('2026-03-08T23:30:00Z'), clinic).day,
        localAt(at('2026-03-08T23:30:00Z'), 'Asia/Kolkata').day,
      ),
    ).toBe(1)
  })
})

describe('time zones', () => {
  test.each([clinic, 'UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'])('%s is one', (zone) => {
    expect(isZone(zone)).toBe(true)
  })

  test.each(['', ' ', 'Pacific Time', 'America/Oxnard', '+05:00', '-08:00', 'GMT+8:00', 'America/Los_Angeles '])(
    '%j is none',
    (zone) => {
      expect(isZone(zone)).toBe(false)
    },
  )

  test('an unknown zone is refused', () => {
    expect(() => localAt(0, 'America/Oxnard')).toThrow(RangeError)
  })
})
