import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alwaysThere, awayReason, closureOn, type Availability } from '#domain/availability'
import { addDays } from '#domain/dates'
import { tuesday } from './bookings.ts'

const morning = { who: 'Ana', locationId: 'SM', weekday: 2, fromMinute: 480, toMinute: 720 }
const afternoon = { ...morning, fromMinute: 720, toMinute: 960 }

function at(availability: Partial<Availability>, from: number, to: number, locationId = 'SM', day = tuesday) {
  return awayReason({ ...alwaysThere, ...availability }, 'Ana', locationId, day, { from, to })
}

describe('somebody', () => {
  test('without any hours is there whenever it is open', () => {
    expect(at({}, 0, 1440)).toBeUndefined()
    expect(at({ hours: [{ ...morning, who: 'Ben' }] }, 0, 1440)).toBeUndefined()
  })

  test('with hours is there in them, and nowhere else', () => {
    const hours = [morning]
    expect(at({ hours }, 480, 720)).toBeUndefined()
    expect(at({ hours }, 479, 720)).toBe('not-working')
    expect(at({ hours }, 480, 721)).toBe('not-working')
    expect(at({ hours }, 480, 720, 'OX')).toBe('not-working')
    expect(at({ hours }, 480, 720, 'SM', addDays(tuesday, 1))).toBe('not-working')
  })

  test('may stay from one stretch into the next one that touches it', () => {
    expect(at({ hours: [afternoon, morning] }, 700, 800)).toBeUndefined()
    expect(at({ hours: [{ ...afternoon, fromMinute: 721 }, morning] }, 700, 800)).toBe('not-working')
  })

  test('is away for whole days, both included, or between two minutes', () => {
    const absence = { who: 'Ana', fromDay: tuesday, untilDay: addDays(tuesday, 2), reason: 'Holiday' }
    const whole = [{ ...absence, fromMinute: null, toMinute: null }]
    expect([0, 2].map((after) => at({ absences: whole }, 480, 500, 'SM', addDays(tuesday, after)))).toEqual([
      'absent',
      'absent',
    ])
    expect([-1, 3].map((after) => at({ absences: whole }, 480, 500, 'SM', addDays(tuesday, after)))).toEqual([
      undefined,
      undefined,
    ])
    const noon = [{ ...absence, fromMinute: 720, toMinute: 780 }]
    expect([at({ absences: noon }, 700, 720), at({ absences: noon }, 700, 721)]).toEqual([undefined, 'absent'])
    expect([at({ absences: noon }, 780, 800), at({ absences: noon }, 779, 800)]).toEqual([undefined, 'absent'])
  })

  test('is there for a stretch exactly when there in every minute of it', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }))
      .map(([from, long]) => ({ from, to: from + long }))
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), stretch, (worked, wanted) => {
        const hours = worked.map(({ from, to }) => ({ ...morning, fromMinute: from, toMinute: to }))
        const isIn = (minute: number) => worked.some(({ from, to }) => from <= minute && minute < to)
        const every = Array.from({ length: wanted.to - wanted.from }, (_, n) => wanted.from + n).every(isIn)
        expect(at({ hours }, wanted.from, wanted.to) === undefined).toBe(hours.length === 0 || every)
      }),
    )
  })
})

test('a location is closed on the days of its own closures and of those of the whole practice', () => {
  const own = { locationId: 'SM', fromDay: tuesday, untilDay: tuesday, reason: 'Flood' }
  const whole = { locationId: null, fromDay: addDays(tuesday, 1), untilDay: addDays(tuesday, 2), reason: 'Holiday' }
  const reasonAt = (locationId: string, after: number) =>
    closureOn([own, whole], locationId, addDays(tuesday, after))?.reason
  expect([0, 1, 2, 3].map((after) => reasonAt('SM', after))).toEqual(['Flood', 'Holiday', 'Holiday', undefined])
  expect([0, 1].map((after) => reasonAt('OX', after))).toEqual([undefined, 'Holiday'])
})
