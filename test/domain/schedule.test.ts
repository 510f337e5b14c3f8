import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesOf, heldByDay, openAt, overlaps, type Booked, type Clash } from '#domain/schedule'
import { holdsResources } from '#domain/appointment-status'
import { addDays, day } from '#domain/dates'
import { booking, crowdedBooking, tuesday } from './bookings.ts'

function whatOf(clashes: readonly Clash[]): string[] {
  return clashes.map((clash) => `${clash.what} ${clash.with.id}`)
}

describe('two slots', () => {
  const slot = fc.record({
    day: fc.constantFrom(tuesday, addDays(tuesday, 1)),
    startMinute: fc.integer({ min: 0, max: 9 }),
    minutes: fc.integer({ min: 1, max: 5 }),
  })

  test('overlap each other or neither does', () => {
    fc.assert(fc.property(slot, slot, (a, b) => overlaps(a, b) === overlaps(b, a)))
  })

  test('overlap exactly when they share a minute of the same day', () => {
    const minutesOf = (each: { startMinute: number; minutes: number }): number[] =>
      Array.from({ length: each.minutes }, (_, minute) => each.startMinute + minute)
    fc.assert(
      fc.property(slot, slot, (a, b) => {
        const isShared = a.day === b.day && minutesOf(a).some((minute) => minutesOf(b).includes(minute))
        expect(overlaps(a, b)).toBe(isShared)
      }),
    )
  })

  test('back to back do not overlap, one minute later they would', () => {
    const first = booking({ startMinute: 600, minutes: 120 })
    expect(overlaps(first, booking({ startMinute: 720 }))).toBe(false)
    expect(overlaps(first, booking({ startMinute: 719 }))).toBe(true)
  })
})

describe('a chair', () => {
  test('is not given to two patients at a time', () => {
    const taken = booking({ id: 'taken' })
    expect(clashesOf(booking({ id: 'new', startMinute: 660 }), [taken])).toEqual([{ what: 'room', with: taken }])
  })

  test('is free again the minute the visit before ends', () => {
    expect(clashesOf(booking({ id: 'new', startMinute: 720 }), [booking({ id: 'taken' })])).toEqual([])
  })

  test.each(['cancelled', 'no_show'] as const)('is freed by a visit that is %s', (status) => {
    expect(clashesOf(booking({ id: 'new' }), [booking({ id: 'gone', status })])).toEqual([])
    expect(holdsResources(status)).toBe(false)
  })

  test('is held by its own booking, which may be moved over itself', () => {
    expect(clashesOf(booking({ id: 'a', startMinute: 615 }), [booking({ id: 'a' })])).toEqual([])
  })
})

describe('a patient', () => {
  const morning = booking({ id: 'morning', patientId: 'Ruth' })
  const elsewhere = { locationId: 'OX', roomId: 'OX chair 1', patientId: 'Ruth' }

  test('is not in two places at a time', () => {
    const consultation = booking({ id: 'new', ...elsewhere, kind: 'consultation', startMinute: 660 })
    expect(whatOf(clashesOf(consultation, [morning]))).toEqual(['patient morning'])
  })

  test('has one infusion a day over both locations', () => {
    expect(whatOf(clashesOf(booking({ id: 'new', ...elsewhere, startMinute: 960 }), [morning]))).toEqual([
      'patient morning',
    ])
    expect(clashesOf(booking({ id: 'new', ...elsewhere, day: addDays(tuesday, 1) }), [morning])).toEqual([])
  })

  test('may have a consultation after the infusion', () => {
    expect(clashesOf(booking({ id: 'new', ...elsewhere, kind: 'consultation', startMinute: 960 }), [morning])).toEqual(
      [],
    )
  })

  test('may have another infusion when the first was cancelled', () => {
    const cancelled = { ...morning, status: 'cancelled' as const }
    expect(clashesOf(booking({ id: 'new', ...elsewhere, startMinute: 960 }), [cancelled])).toEqual([])
  })
})

describe('a provider', () => {
  const first = booking({ id: 'first', providerId: 'Dr. Ito' })
  const second = { id: 'second', providerId: 'Dr. Ito', roomId: 'SM chair 2' }

  test('sees one patient at a time', () => {
    expect(whatOf(clashesOf(booking({ ...second, startMinute: 719 }), [first]))).toEqual(['provider first'])
    expect(clashesOf(booking({ ...second, startMinute: 720 }), [first])).toEqual([])
  })

  test('needs ninety minutes from one location to the other, either way', () => {
    const oxnard = { ...second, locationId: 'OX', roomId: 'OX chair 1' }
    expect(whatOf(clashesOf(booking({ ...oxnard, startMinute: 809 }), [first]))).toEqual(['provider first'])
    expect(clashesOf(booking({ ...oxnard, startMinute: 810 }), [first])).toEqual([])
    expect(whatOf(clashesOf(booking({ ...oxnard, startMinute: 391 }), [first]))).toEqual(['provider first'])
    expect(clashesOf(booking({ ...oxnard, startMinute: 390 }), [first])).toEqual([])
  })

  test('who is not named clashes with nobody', () => {
    const nobody = booking({ id: 'x', providerId: undefined, nurseId: undefined, roomId: 'SM chair 2' })
    expect(clashesOf({ ...nobody, id: 'y', roomId: 'SM chair 3', patientId: 'Li' }, [nobody])).toEqual([])
  })
})

describe('a nurse', () => {
  const infusion = (id: string, startMinute: number): Booked =>
    booking({ id, startMinute, nurseId: 'Ana', roomId: `SM chair of ${id}` })

  test('watches two infusions at a time, not three', () => {
    expect(clashesOf(infusion('c', 630), [infusion('a', 600)])).toEqual([])
    expect(whatOf(clashesOf(infusion('c', 630), [infusion('a', 600), infusion('b', 615)]))).toEqual([
      'nurse a',
      'nurse b',
    ])
  })

  test('may watch one that overlaps two others when those two do not meet', () => {
    expect(clashesOf(infusion('c', 660), [infusion('a', 600), infusion('b', 720)])).toEqual([])
  })

  test('needs ninety minutes from one location to the other', () => {
    const oxnard = booking({ id: 'x', nurseId: 'Ana', locationId: 'OX', roomId: 'OX chair 1', startMinute: 800 })
    expect(whatOf(clashesOf(oxnard, [infusion('a', 600)]))).toEqual(['nurse a'])
    expect(clashesOf({ ...oxnard, startMinute: 810 }, [infusion('a', 600)])).toEqual([])
  })
})

describe('one person in two seats', () => {
  const watched = booking({ id: 'a', nurseId: 'Vega' })

  test('does not start with a patient of her own while she watches another', () => {
    expect(
      whatOf(clashesOf(booking({ id: 'x', roomId: 'SM chair 2', providerId: 'Vega', startMinute: 660 }), [watched])),
    ).toEqual(['provider a'])
    expect(
      clashesOf(booking({ id: 'x', roomId: 'SM chair 2', providerId: 'Vega', startMinute: 720 }), [watched]),
    ).toEqual([])
  })

  test('does not watch a patient while she is with another as provider', () => {
    const provided = booking({ id: 'a', providerId: 'Vega' })
    expect(
      whatOf(clashesOf(booking({ id: 'x', roomId: 'SM chair 2', nurseId: 'Vega', startMinute: 660 }), [provided])),
    ).toEqual(['nurse a'])
  })
})

// A second, slower way to the same answer: who is where in every single minute of the crowded hours.
function clashesMinuteByMinute(candidate: Booked, booked: readonly Booked[]): string[] {
  const others = booked.filter((each) => each.day === candidate.day && holdsResources(each.status))
  const isThere = (each: Booked, minute: number): boolean =>
    minute >= each.startMinute && minute < each.startMinute + each.minutes
  const sits = (each: Booked, who: string | undefined): boolean =>
    who !== undefined && (each.providerId === who || each.nurseId === who)
  const found = new Set<string>()
  const see = (what: string, who: readonly Booked[]): void => who.forEach((each) => found.add(`${what} ${each.id}`))
  const sameDayInfusions = others.filter(
    (each) => each.patientId === candidate.patientId && each.kind === 'infusion' && candidate.kind === 'infusion',
  )
  see('patient', sameDayInfusions)
  for (let minute = 400; minute < 800; minute += 1) {
    const present = others.filter((each) => isThere(each, minute))
    if (isThere(candidate, minute)) {
      see(
        'patient',
        present.filter((each) => each.patientId === candidate.patientId),
      )
      see(
        'room',
        present.filter((each) => each.roomId === candidate.roomId),
      )
      see(
        'provider',
        present.filter((each) => sits(each, candidate.providerId)),
      )
      const watched = present.filter((each) => candidate.nurseId && each.nurseId === candidate.nurseId)
      if (watched.length >= 2) see('nurse', watched)
      see(
        'nurse',
        present.filter((each) => candidate.nurseId && each.providerId === candidate.nurseId),
      )
    }
    // Within reach means: no minute of the one lies less than ninety minutes after a minute of the other.
    const isNear = Array.from({ length: 181 }, (_, shift) => minute + shift - 90).some((near) =>
      isThere(candidate, near),
    )
    if (!isNear) continue
    const away = present.filter((each) => each.locationId !== candidate.locationId)
    see(
      'provider',
      away.filter((each) => sits(each, candidate.providerId)),
    )
    see(
      'nurse',
      away.filter((each) => sits(each, candidate.nurseId)),
    )
  }
  return [...found].toSorted()
}

describe('the clashes of a candidate', () => {
  test('are those that counting minute by minute finds', () => {
    fc.assert(
      fc.property(crowdedBooking, fc.array(crowdedBooking, { maxLength: 8 }), (candidate, booked) => {
        expect(whatOf(clashesOf(candidate, booked)).toSorted()).toEqual(clashesMinuteByMinute(candidate, booked))
      }),
      { numRuns: 300 },
    )
  })

  test('do not depend on the order of the bookings', () => {
    fc.assert(
      fc.property(crowdedBooking, fc.array(crowdedBooking, { maxLength: 8 }), (candidate, booked) => {
        const there = whatOf(clashesOf(candidate, booked)).toSorted()
        expect(whatOf(clashesOf(candidate, booked.toReversed())).toSorted()).toEqual(there)
      }),
    )
  })

  test('are the same when only its day is looked at', () => {
    fc.assert(
      fc.property(crowdedBooking, fc.array(crowdedBooking, { maxLength: 8 }), (candidate, booked) => {
        expect(clashesOf(candidate, heldByDay(booked).get(candidate.day) ?? [])).toEqual(clashesOf(candidate, booked))
      }),
    )
  })
})

describe('opening hours', () => {
  const hours = [
    { weekday: 2, openMinute: 780, closeMinute: 1020 },
    { weekday: 2, openMinute: 480, closeMinute: 720 },
    { weekday: 2, openMinute: 720, closeMinute: 750 },
  ]
  const at = (startMinute: number, minutes: number, on = tuesday): ReturnType<typeof openAt> =>
    openAt(hours, { day: on, startMinute, minutes })

  test('take a slot from opening to closing and none over the lunch break', () => {
    expect(at(480, 270)).toBeUndefined()
    expect(at(480, 271)).toBe('past-closing')
    expect(at(900, 120)).toBeUndefined()
    expect(at(900, 121)).toBe('past-closing')
  })

  test('name the side on which a slot does not fit', () => {
    expect(at(479, 30)).toBe('before-opening')
    expect(at(750, 10)).toBe('before-opening')
    expect(at(1020, 10)).toBe('past-closing')
    expect(at(600, 30, day('2026-03-11'))).toBe('closed')
  })
})
