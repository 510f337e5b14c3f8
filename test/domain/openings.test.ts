import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alwaysThere, type Availability } from '#domain/availability'
import { addDays, weekday } from '#domain/dates'
import { nextOpenings, type OpeningWish } from '#domain/openings'
import { usualPeopleRules, type Booked } from '#domain/schedule'
import { slotProblems } from '#domain/slot-problems'
import { booking, crowdedBooking, tuesday } from './bookings.ts'

const hours = [2, 3, 4].map((on) => ({ weekday: on, openMinute: 480, closeMinute: 720 }))
const places = ['SM', 'OX'] as const
const blocks = { checkInMinutes: 15, ivMinutes: 10, recoveryMinutes: 30, turnoverMinutes: 15 }

function wish(changes: Partial<OpeningWish> = {}): OpeningWish {
  return {
    locations: places.map((id) => ({ id, hours, closedDays: [], rooms: [1, 2].map((n) => `${id} chair ${n}`) })),
    providers: places.flatMap((locationId) => ['Dr. Ito', 'Dr. Vega'].map((id) => ({ id, locationId }))),
    nurses: places.flatMap((locationId) => ['Ana', 'Ben'].map((id) => ({ id, locationId }))),
    patientId: 'Ruth',
    minutes: 110,
    blocks,
    rules: usualPeopleRules,
    fromDay: tuesday,
    days: 7,
    weekdays: [],
    fromMinute: 0,
    toMinute: 1440,
    limit: 30,
    needsNurse: true,
    booked: [],
    ...changes,
  }
}

const absence = fc
  .tuple(fc.constantFrom('Ana', 'Dr. Ito', 'SM chair 1'), fc.nat(2), fc.integer({ min: 45, max: 70 }), fc.boolean())
  .map(([who, after, tens, isWhole]) => ({
    who,
    fromDay: addDays(tuesday, after),
    untilDay: addDays(tuesday, after),
    fromMinute: isWhole ? null : tens * 10,
    toMinute: isWhole ? null : tens * 10 + 60,
    reason: '',
  }))

test('every opening can be booked as it is, in order, inside what was wished', () => {
  const filters = fc.record({
    fromMinute: fc.constantFrom(0, 540),
    toMinute: fc.constantFrom(700, 1440),
    weekdays: fc.constantFrom([], [3], [2, 4]),
    limit: fc.integer({ min: 1, max: 12 }),
  })
  fc.assert(
    fc.property(
      fc.array(crowdedBooking, { maxLength: 14 }),
      fc.array(absence, { maxLength: 3 }),
      filters,
      (booked, absences, filter) => {
        const availability: Availability = { ...alwaysThere, absences }
        const found = nextOpenings(wish({ ...filter, booked, availability }))
        expect(found.length).toBeLessThanOrEqual(filter.limit)
        for (const [place, slot] of found.entries()) {
          expect(slotProblems(slot, { hours, availability, rules: usualPeopleRules }, booked)).toEqual([])
          expect(slot.startMinute).toBeGreaterThanOrEqual(filter.fromMinute)
          expect(slot.startMinute + slot.minutes).toBeLessThanOrEqual(filter.toMinute)
          if (filter.weekdays.length > 0) expect(filter.weekdays).toContain(weekday(slot.day))
          const before = found[place - 1]
          if (before === undefined) continue
          expect([before.day, before.startMinute] <= [slot.day, slot.startMinute]).toBe(true)
        }
      },
    ),
  )
})

test('the first opening is the first quarter hour that anybody could have', () => {
  fc.assert(
    fc.property(fc.array(crowdedBooking, { maxLength: 14 }), (booked) => {
      const [first] = nextOpenings(wish({ booked, days: 3, limit: 1 }))
      const everyStart = [0, 1, 2].flatMap((after) =>
        Array.from({ length: 16 }, (_, n) => ({ day: addDays(tuesday, after), startMinute: 480 + 15 * n })),
      )
      const isFree = (at: { day: typeof tuesday; startMinute: number }) =>
        places.some((locationId) =>
          [1, 2].some((chair) =>
            ['Dr. Ito', 'Dr. Vega'].some((providerId) =>
              ['Ana', 'Ben'].some((nurseId) => {
                const who = { patientId: 'Ruth', roomId: `${locationId} chair ${chair}`, providerId, nurseId }
                const slot = { ...at, ...who, minutes: 110, blocks, locationId }
                const where = { hours, availability: alwaysThere, rules: usualPeopleRules }
                return slotProblems(slot, where, booked).length === 0
              }),
            ),
          ),
        )
      const expected = everyStart.find(isFree)
      expect(first && { day: first.day, startMinute: first.startMinute }).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('a closed day has no openings, and who is there only in the afternoon begins after noon', () => {
  const closed = wish({ days: 1 })
  const locations = closed.locations.map((one) => ({ ...one, closedDays: [tuesday] }))
  expect(nextOpenings({ ...closed, locations })).toEqual([])
  const late = { hours: [{ who: 'Ana', locationId: 'SM', weekday: 2, fromMinute: 600, toMinute: 720 }] }
  const nurses = [{ id: 'Ana', locationId: 'SM' }]
  const found = nextOpenings(wish({ days: 1, nurses, availability: { ...alwaysThere, ...late } }))
  expect(found.map((slot) => slot.startMinute)).toEqual([585])
})

/** Sixty days on which each of twelve rooms is taken from eight to six. */
function sixtyFullDays(): { locations: OpeningWish['locations']; booked: Booked[] } {
  const open = [1, 2, 3, 4, 5, 6].map((on) => ({ weekday: on, openMinute: 480, closeMinute: 1080 }))
  const rooms = (at: string) => Array.from({ length: 6 }, (_, n) => `${at} chair ${n}`)
  const locations = places.map((id) => ({ id, hours: open, closedDays: [], rooms: rooms(id) }))
  const booked = Array.from({ length: 60 }, (_, after) =>
    locations.flatMap(({ id: locationId, rooms: all }) =>
      all.flatMap((roomId, n) =>
        Array.from({ length: 5 }, (_n, visit) => {
          const id = `${after} ${roomId} ${visit}`
          const who = { providerId: `${locationId} doctor ${n % 3}`, nurseId: `${locationId} nurse ${n % 3}` }
          const at = { day: addDays(tuesday, after), startMinute: 480 + 120 * visit, minutes: 120 }
          return booking({ id, locationId, roomId, blocks, ...at, ...who })
        }),
      ),
    ),
  ).flat()
  return { locations, booked }
}

test('sixty full days of twelve rooms are searched in a moment, though nothing is free', () => {
  const { locations, booked } = sixtyFullDays()
  const people = (what: string) =>
    places.flatMap((locationId) => [0, 1, 2].map((n) => ({ id: `${locationId} ${what} ${n}`, locationId })))
  const full = wish({ locations, booked, days: 60, providers: people('doctor'), nurses: people('nurse'), minutes: 30 })
  expect(booked).toHaveLength(3600)
  const times = Array.from({ length: 40 }, () => {
    const from = performance.now()
    expect(nextOpenings({ ...full, blocks: undefined })).toEqual([])
    return performance.now() - from
  }).toSorted((a, b) => a - b)
  // The bench holds the slowest of twenty to 30 ms on a quiet PC; here others work beside it.
  expect(times[20]).toBeLessThan(100)
})
