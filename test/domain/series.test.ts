import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween, weekday, type Day } from '#domain/dates'
import { clashesOf, openAt, type Booked, type Slot } from '#domain/schedule'
import { proposeSeries, type SeriesRequest } from '#domain/series'
import { booking } from './bookings.ts'

const monday = day('2026-03-09')
const weekdays = [1, 2, 3, 4, 5]
const hours = weekdays.map((each) => ({ weekday: each, openMinute: 480, closeMinute: 1020 }))
const santaMonica = { id: 'SM', rooms: ['SM 1', 'SM 2', 'SM 3'], hours, closedDays: [] }
const oxnard = { id: 'OX', rooms: ['OX 1', 'OX 2', 'OX 3'], hours, closedDays: [] }

function request(changes: Partial<SeriesRequest> = {}): SeriesRequest {
  return {
    count: 6,
    windowMinDays: 14,
    windowMaxDays: 21,
    minGapDays: 2,
    maxGapDays: 7,
    firstDay: monday,
    minutes: 110,
    preferred: {},
    locations: [santaMonica, oxnard],
    providers: [
      { id: 'Dr. Ito', locationId: 'SM' },
      { id: 'Dr. Vega', locationId: 'OX' },
    ],
    nurses: [
      { id: 'Ana', locationId: 'SM' },
      { id: 'Ben', locationId: 'OX' },
    ],
    patientId: 'Ruth',
    booked: [],
    ...changes,
  }
}

function slotsOf(asked: SeriesRequest): readonly Slot[] {
  const proposal = proposeSeries(asked)
  if (!proposal.ok) throw new Error(`no series: ${proposal.reason}`)
  return proposal.slots
}

function reasonFor(changes: Partial<SeriesRequest>): string {
  const proposal = proposeSeries(request(changes))
  return proposal.ok ? 'found' : proposal.reason
}

/** All day on every weekday for six weeks, holding only what is told. */
function everyDay(holding: Partial<Booked>): Booked[] {
  return Array.from({ length: 45 }, (_, days) =>
    booking({
      id: `${days}`,
      day: addDays(monday, days - 1),
      startMinute: 480,
      minutes: 540,
      roomId: 'cellar',
      ...holding,
    }),
  )
}

describe('six infusions', () => {
  test('on an empty calendar start on the first day, at one time, in the middle of the window', () => {
    const proposal = proposeSeries(request())
    expect(proposal).toMatchObject({ ok: true })
    const slots = slotsOf(request())
    expect(slots[0]).toEqual({
      day: monday,
      startMinute: 480,
      minutes: 110,
      locationId: 'SM',
      roomId: 'SM 1',
      providerId: 'Dr. Ito',
      nurseId: 'Ana',
      patientId: 'Ruth',
    })
    expect(new Set(slots.map((slot) => `${slot.startMinute} ${slot.locationId}`))).toEqual(new Set(['480 SM']))
    expect(proposal.ok && proposal.spanDays).toBeGreaterThanOrEqual(16)
    expect(proposal.ok && proposal.spanDays).toBeLessThanOrEqual(19)
  })

  test('alternate between the two locations when asked to', () => {
    const slots = slotsOf(request({ locationPattern: ['SM', 'OX'] }))
    expect(slots.map((slot) => slot.locationId)).toEqual(['SM', 'OX', 'SM', 'OX', 'SM', 'OX'])
    expect(slots.map((slot) => slot.nurseId)).toEqual(['Ana', 'Ben', 'Ana', 'Ben', 'Ana', 'Ben'])
  })

  test('keep to the wanted weekdays and time', () => {
    const slots = slotsOf(request({ preferred: { weekdays: [2, 4], startMinute: 605 }, firstDay: monday }))
    expect(slots.map((slot) => `${weekday(slot.day)} ${slot.startMinute}`)).toEqual([
      '2 605',
      '4 605',
      '2 605',
      '4 605',
      '2 605',
      '4 605',
    ])
    expect(slots[0]?.day).toBe('2026-03-10')
  })

  test('step round a taken time, a closed day and a full clinic', () => {
    const taken = booking({ day: monday, startMinute: 480, minutes: 60, roomId: 'SM 1', providerId: 'Dr. Ito' })
    const [first] = slotsOf(request({ booked: [taken] }))
    expect(first).toMatchObject({ day: monday, startMinute: 540, roomId: 'SM 1' })
    const closed = [santaMonica, oxnard].map((location) => ({ ...location, closedDays: [monday] }))
    expect(slotsOf(request({ locations: closed }))[0]?.day).toBe('2026-03-10')
    const full = everyDay({ providerId: 'Dr. Ito' })
    expect(new Set(slotsOf(request({ booked: full })).map((slot) => slot.locationId))).toEqual(new Set(['OX']))
  })

  test('do not begin before the hour at which they are asked for', () => {
    const [first] = slotsOf(request({ notBefore: { day: monday, minute: 601 } }))
    expect(first).toMatchObject({ day: monday, startMinute: 615 })
    expect(slotsOf(request({ notBefore: { day: addDays(monday, 1), minute: 0 } }))[0]?.day).toBe('2026-03-10')
  })

  test('keep away from an infusion that the patient already has', () => {
    const other = booking({ day: addDays(monday, 1), patientId: 'Ruth', startMinute: 900, minutes: 110 })
    const gaps = slotsOf(request({ booked: [other] })).map((slot) => Math.abs(daysBetween(other.day, slot.day)))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2)
  })

  test('are the same every time', () => {
    const asked = request({
      booked: everyDay({ startMinute: 600, minutes: 60, roomId: 'SM 1', providerId: 'Dr. Ito' }),
    })
    expect(proposeSeries(asked)).toEqual(proposeSeries(asked))
  })
})

describe('other courses', () => {
  test('a single infusion has no span to keep', () => {
    expect(proposeSeries(request({ count: 1 }))).toMatchObject({ ok: true, spanDays: 1 })
  })

  test('ten weekdays of pain treatment take two weeks', () => {
    const course = { count: 10, windowMinDays: 10, windowMaxDays: 14, minGapDays: 1, maxGapDays: 4, minutes: 330 }
    expect(proposeSeries(request(course))).toMatchObject({ ok: true, spanDays: 12 })
  })

  test('boosters come every four to six weeks', () => {
    const course = { count: 3, windowMinDays: 57, windowMaxDays: 85, minGapDays: 28, maxGapDays: 42 }
    const [a, b, c] = slotsOf(request(course)).map((slot) => slot.day)
    expect([a && b && daysBetween(a, b), b && c && daysBetween(b, c)]).toEqual([35, 35])
  })
})

describe('a series is refused', () => {
  test('when count and gaps do not fit the window', () => {
    expect(reasonFor({ windowMaxDays: 14, minGapDays: 3 })).toBe('window-too-short')
    expect(reasonFor({ maxGapDays: 2 })).toBe('window-too-short')
    expect(reasonFor({ minGapDays: 5, maxGapDays: 4 })).toBe('window-too-short')
  })

  test('when the clinics open too seldom or too briefly', () => {
    const sundays = [{ weekday: 0, openMinute: 480, closeMinute: 1020 }]
    expect(reasonFor({ locations: [{ ...santaMonica, hours: sundays }] })).toBe('window-too-short')
    const brief = weekdays.map((each) => ({ weekday: each, openMinute: 480, closeMinute: 540 }))
    expect(reasonFor({ locations: [{ ...santaMonica, hours: brief }] })).toBe('window-too-short')
  })

  test('when there is no nurse, no provider, no room', () => {
    expect(reasonFor({ nurses: [] })).toBe('no-nurse')
    expect(reasonFor({ providers: [] })).toBe('no-provider')
    expect(reasonFor({ locations: [{ ...santaMonica, rooms: [] }] })).toBe('no-room')
  })

  test('when they are all taken, naming who would have to be free', () => {
    const here = { locations: [santaMonica] }
    const watching = [
      ...everyDay({ nurseId: 'Ana' }),
      ...everyDay({ nurseId: 'Ana' }).map((x) => ({ ...x, id: `2 ${x.id}` })),
    ]
    expect(reasonFor({ ...here, booked: watching })).toBe('no-nurse')
    expect(reasonFor({ ...here, booked: everyDay({ providerId: 'Dr. Ito' }) })).toBe('no-provider')
    const rooms = santaMonica.rooms.flatMap((roomId) =>
      everyDay({ roomId }).map((x) => ({ ...x, id: `${roomId} ${x.id}` })),
    )
    expect(reasonFor({ ...here, booked: rooms })).toBe('no-room')
    expect(reasonFor({ booked: everyDay({ patientId: 'Ruth' }) })).toBe('patient-busy')
    expect(reasonFor({ ...here, booked: rooms, nurses: [] })).toBe('no-nurse')
  })

  test('with the infusions that were found before it failed', () => {
    const lastOpen = addDays(monday, 9)
    const closedDays = Array.from({ length: 60 }, (_, days) => addDays(lastOpen, days + 1))
    const proposal = proposeSeries(request({ locations: [{ ...santaMonica, closedDays }] }))
    expect(proposal).toMatchObject({ ok: false, reason: 'window-too-short' })
    expect(proposal.ok ? [] : proposal.found.map((slot) => daysBetween(monday, slot.day))).toEqual([0, 2, 4, 7, 9])
  })

  test('as a bug when its numbers are not whole or its pattern names no location', () => {
    expect(() => proposeSeries(request({ count: 0 }))).toThrow(RangeError)
    expect(() => proposeSeries(request({ minGapDays: 0 }))).toThrow(RangeError)
    expect(() => proposeSeries(request({ locationPattern: ['LA'] }))).toThrow('the location of the pattern')
  })
})

describe('whatever is booked', () => {
  const staff = ['Dr. Ito', 'Dr. Vega', 'Dr. Roy']
  const nurses = ['Ana', 'Ben']
  const places = [santaMonica, oxnard]
  const held: fc.Arbitrary<Booked> = fc
    .record({
      id: fc.uuid(),
      day: fc.integer({ min: 0, max: 45 }).map((days) => addDays(monday, days)),
      startMinute: fc.integer({ min: 0, max: 30 }).map((quarters) => 480 + quarters * 15),
      minutes: fc.constantFrom(30, 60, 110, 330),
      place: fc.constantFrom(...places),
      room: fc.integer({ min: 0, max: 2 }),
      providerId: fc.constantFrom(...staff),
      nurseId: fc.constantFrom(...nurses, undefined),
      patientId: fc.constantFrom('Ruth', 'Omar', 'Li'),
      status: fc.constantFrom('booked', 'confirmed', 'cancelled', 'completed'),
      kind: fc.constantFrom('infusion', 'consultation'),
    })
    .map(({ place, room, ...rest }) => ({ ...rest, locationId: place.id, roomId: place.rooms[room] ?? '' }))

  const asked: fc.Arbitrary<SeriesRequest> = fc
    .record({
      booked: fc.array(held, { maxLength: 120 }),
      count: fc.integer({ min: 1, max: 8 }),
      minGapDays: fc.integer({ min: 1, max: 3 }),
      moreGap: fc.integer({ min: 0, max: 5 }),
      windowMinDays: fc.integer({ min: 1, max: 18 }),
      moreWindow: fc.integer({ min: 0, max: 8 }),
      preferred: fc.record(
        { weekdays: fc.subarray([1, 2, 3, 4, 5]), startMinute: fc.integer({ min: 450, max: 1000 }) },
        { requiredKeys: [] },
      ),
      locationPattern: fc.option(fc.array(fc.constantFrom('SM', 'OX'), { minLength: 1, maxLength: 4 }), {
        nil: undefined,
      }),
      closedDays: fc.array(
        fc.integer({ min: 0, max: 40 }).map((days) => addDays(monday, days)),
        { maxLength: 8 },
      ),
    })
    .map(({ moreGap, moreWindow, closedDays, ...rest }) =>
      request({
        ...rest,
        maxGapDays: rest.minGapDays + moreGap,
        windowMaxDays: rest.windowMinDays + moreWindow,
        locations: places.map((place) => ({ ...place, closedDays })),
        providers: staff.flatMap((id) => places.map((place) => ({ id, locationId: place.id }))),
        nurses: nurses.flatMap((id) => places.map((place) => ({ id, locationId: place.id }))),
      }),
    )

  function expectSound(asked_: SeriesRequest, slots: readonly Slot[]): void {
    const booked = [...asked_.booked]
    for (const [index, slot] of slots.entries()) {
      expect(clashesOf(slot, booked)).toEqual([])
      const place = asked_.locations.find((each) => each.id === slot.locationId)
      expect(place && openAt(place.hours, slot)).toBeUndefined()
      expect(place?.rooms).toContain(slot.roomId)
      expect(place?.closedDays).not.toContain(slot.day)
      const before = slots[index - 1]
      const gap = before === undefined ? asked_.minGapDays : daysBetween(before.day, slot.day)
      expect(gap).toBeGreaterThanOrEqual(asked_.minGapDays)
      expect(gap).toBeLessThanOrEqual(asked_.maxGapDays)
      if (asked_.locationPattern) {
        expect(slot.locationId).toBe(asked_.locationPattern[index % asked_.locationPattern.length])
      }
      booked.push({ ...slot, id: `new ${index}`, status: 'booked', kind: 'infusion' })
    }
  }

  function existsByTrying(wanted: SeriesRequest, days: readonly Day[]): boolean {
    const [first, last] = [days[0], days.at(-1)]
    const span = first !== undefined && last !== undefined ? daysBetween(first, last) + 1 : 0
    if (days.length === wanted.count)
      return wanted.count === 1 || (span >= wanted.windowMinDays && span <= wanted.windowMaxDays)
    const next = last === undefined ? wanted.firstDay : addDays(last, wanted.minGapDays)
    const choices = last === undefined ? wanted.windowMaxDays : wanted.maxGapDays - wanted.minGapDays + 1
    return Array.from({ length: choices }, (_, later) => addDays(next, later)).some(
      (on) => hasTime(wanted, days.length, on) && existsByTrying(wanted, [...days, on]),
    )
  }

  function hasTime(wanted: SeriesRequest, place: number, on: Day): boolean {
    const { locationPattern: pattern, preferred, minutes, patientId } = wanted
    const quarters = Array.from({ length: 96 }, (_, quarter) => quarter * 15)
    return wanted.locations
      .filter((each) => !each.closedDays.includes(on) && (!pattern || pattern[place % pattern.length] === each.id))
      .some(({ id, rooms, hours: open }) =>
        [...quarters, preferred.startMinute ?? 0]
          .map((startMinute) => ({ day: on, startMinute, minutes, locationId: id, patientId }))
          .filter((slot) => openAt(open, slot) === undefined)
          .some((slot) =>
            rooms.some((roomId) =>
              staff.some((providerId) =>
                nurses.some(
                  (nurseId) => clashesOf({ ...slot, roomId, providerId, nurseId }, wanted.booked).length === 0,
                ),
              ),
            ),
          ),
      )
  }

  test('a proposal clashes with nothing, is open, and keeps its gaps and window', () => {
    let found = 0
    fc.assert(
      fc.property(asked, (wanted) => {
        const proposal = proposeSeries(wanted)
        expectSound(wanted, proposal.ok ? proposal.slots : proposal.found)
        if (!proposal.ok) return
        found += 1
        expect(proposal.slots).toHaveLength(wanted.count)
        expect(proposal.spanDays).toBeLessThanOrEqual(wanted.windowMaxDays)
        if (wanted.count > 1) expect(proposal.spanDays).toBeGreaterThanOrEqual(wanted.windowMinDays)
        expect(proposal.slots[0]?.day.localeCompare(wanted.firstDay)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 150 },
    )
    expect(found).toBeGreaterThan(20)
  })

  test('a short series is found exactly when trying every day finds one', () => {
    const crowded = asked.map((wanted) => ({
      ...wanted,
      count: Math.min(wanted.count, 3),
      windowMinDays: Math.min(wanted.windowMinDays, 4),
      windowMaxDays: Math.min(wanted.windowMinDays, 4) + 2,
      locations: wanted.locations.map((place) => ({ ...place, rooms: place.rooms.slice(0, 1) })),
      booked: [...everyDay({ roomId: 'SM 1', startMinute: 480 }), ...wanted.booked].filter(
        (each) => daysBetween(monday, each.day) % 3 !== 0 && each.patientId !== 'Ruth',
      ),
    }))
    let refused = 0
    fc.assert(
      fc.property(crowded, (wanted) => {
        const isFound = proposeSeries(wanted).ok
        if (!isFound) refused += 1
        expect(isFound).toBe(existsByTrying(wanted, []))
      }),
      { numRuns: 60 },
    )
    expect(refused).toBeGreaterThan(5)
  })

  test('a refused series is shorter than asked for, and the same is proposed or refused again', () => {
    fc.assert(
      fc.property(asked, (wanted) => {
        const proposal = proposeSeries(wanted)
        expect(proposeSeries(wanted)).toEqual(proposal)
        if (!proposal.ok) expect(proposal.found.length).toBeLessThan(wanted.count)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a full year of bookings', () => {
  const rooms = [...santaMonica.rooms, ...oxnard.rooms]
  const year = Array.from({ length: 365 }, (_, days) => addDays(day('2026-01-01'), days))
  const starts = [480, 600, 720, 840]
  const booked = year.flatMap((on) =>
    rooms.flatMap((roomId) =>
      starts.map((startMinute) =>
        booking({ id: `${on} ${roomId} ${startMinute}`, day: on, startMinute, locationId: roomId.slice(0, 2), roomId }),
      ),
    ),
  )
  const staff = rooms.map((roomId) => ({ id: `staff of ${roomId}`, locationId: roomId.slice(0, 2) }))

  function quickest(asked: SeriesRequest): number {
    const times = Array.from({ length: 5 }, () => {
      const from = performance.now()
      proposeSeries(asked)
      return performance.now() - from
    })
    return Math.min(...times)
  }

  test('is searched in less than a tenth of a second, with room or without', () => {
    expect(booked).toHaveLength(8760)
    const full = request({ booked, providers: staff, nurses: staff, locationPattern: ['SM', 'OX'], minutes: 110 })
    expect(proposeSeries(full)).toMatchObject({ ok: false, reason: 'no-room' })
    const withGaps = { ...full, booked: booked.filter((_, index) => index % 7 !== 0) }
    expect(proposeSeries(withGaps)).toMatchObject({ ok: true })
    expect(quickest(withGaps)).toBeLessThan(100)
    expect(quickest(full)).toBeLessThan(100)
  })
})
