import { addDays, day } from '#domain/dates'
import { usualScheduleRules } from '#domain/schedule-rules'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import {
  aBookedPatient,
  aSlot,
  aTreatedPatient,
  booked,
  cardOf,
  frontDesk,
  nobody,
  roomId,
  roomsOf,
  versioned,
} from '#kit/visit'
import type { SlotWishes } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const tuesday = day('2026-03-10')

function manager(desk: OpenDesk) {
  return roomsOf(desk, ['manager'], desk.managerId)
}

/** Tries to book an infusion for somebody new, as the front desk does. */
async function tried(desk: OpenDesk, wishes: SlotWishes) {
  const { patientId } = await aTreatedPatient(desk)
  const slot = aSlot(desk, wishes)
  return frontDesk(desk).appointments.book({ patientId, kind: 'infusion', slot, notes: '' })
}

async function whyNot(desk: OpenDesk, wishes: SlotWishes) {
  const reply = await tried(desk, wishes)
  return reply.ok ? undefined : reply.fault
}

describe('a closure', () => {
  test('closes one clinic or all, says why, and can be taken back', async () => {
    const desk = await openDesk()
    await aBookedPatient(desk, { day: addDays(tuesday, 1) })
    const { resources } = manager(desk)
    const closure = { locationId: null, fromDay: addDays(tuesday, 1), untilDay: addDays(tuesday, 2), reason: 'Holiday' }
    const { closureId, bookings } = await done(resources.close(closure))
    expect(bookings).toBe(1)
    expect(await whyNot(desk, { day: addDays(tuesday, 1), startMinute: 800 })).toEqual({
      code: 'appointment.closed-day',
      message: 'Santa Monica is closed: Holiday.',
      path: 'slot.day',
      facts: { location: 'Santa Monica', reason: 'Holiday' },
    })
    expect((await whyNot(desk, { day: addDays(tuesday, 2), at: 'OX' }))?.code).toBe('appointment.closed-day')
    await done(resources.reopen({ closureId, reason: 'Open after all' }))
    expect(await whyNot(desk, { day: addDays(tuesday, 2), at: 'OX' })).toBeUndefined()
  })

  test('cannot end before it begins', async () => {
    const desk = await openDesk()
    const backwards = { locationId: null, fromDay: tuesday, untilDay: addDays(tuesday, -1), reason: 'Holiday' }
    expect((await refused(manager(desk).resources.close(backwards))).path).toBe('untilDay')
  })
})

describe('hours and absences', () => {
  test('keep a nurse from lines and watching, but not from a check-in before her day', async () => {
    const desk = await openDesk()
    const { resources } = manager(desk)
    const hours = [{ weekday: 2, fromMinute: 615, toMinute: 900 }]
    await done(resources.setHours({ who: desk.nurseId, locationId: desk.santaMonica.id, hours }))
    expect(await whyNot(desk, { startMinute: 599 })).toEqual({
      code: 'appointment.away',
      message: 'Joy Santos is not at Santa Monica at that time.',
      path: 'slot.nurseId',
      facts: { name: 'Joy Santos', location: 'Santa Monica' },
    })
    expect((await whyNot(desk, { startMinute: 600, at: 'OX' }))?.code).toBe('appointment.away')
    expect(await whyNot(desk, { startMinute: 600 })).toBeUndefined()
    await done(resources.setHours({ who: desk.nurseId, locationId: desk.santaMonica.id, hours: [] }))
    expect(await whyNot(desk, { day: addDays(tuesday, 1), at: 'OX' })).toBeUndefined()
  })

  test('of a chair hold for its whole block; the reason is for those who manage', async () => {
    const desk = await openDesk()
    const { resources } = manager(desk)
    const chair = roomId(desk, 0)
    const away = {
      who: chair,
      fromDay: tuesday,
      untilDay: tuesday,
      fromMinute: 700,
      toMinute: 720,
      reason: 'Upholstery',
    }
    expect(await done(resources.away(away))).toMatchObject({ bookings: 0 })
    expect((await whyNot(desk, { startMinute: 600 }))?.path).toBe('slot.roomId')
    expect(await whyNot(desk, { startMinute: 590 })).toBeUndefined()
    const seen = await done(frontDesk(desk).resources.get({ fromDay: tuesday }))
    expect(seen.absences).toMatchObject([{ who: chair, reason: null }])
    const absences = (await done(resources.get({ fromDay: tuesday }))).absences
    expect(absences).toMatchObject([{ reason: 'Upholstery' }])
    await done(resources.back({ absenceId: absences[0]?.id ?? nobody, reason: 'Done' }))
    expect(await whyNot(desk, { startMinute: 750 })).toBeUndefined()
  })

  test('tell how many bookings lie in them', async () => {
    const desk = await openDesk()
    await aBookedPatient(desk)
    const away = { who: desk.providerId, fromDay: tuesday, untilDay: tuesday, reason: 'Ill' }
    const { resources } = manager(desk)
    expect((await done(resources.away({ ...away, fromMinute: 0, toMinute: 600 }))).bookings).toBe(0)
    expect((await done(resources.away({ ...away, fromMinute: 0, toMinute: 601 }))).bookings).toBe(1)
    expect((await done(resources.away({ ...away, fromMinute: null, toMinute: null }))).bookings).toBe(1)
  })

  test('that cannot be are refused at their field, and nothing is saved', async () => {
    const desk = await openDesk()
    const { resources } = manager(desk)
    const before = await logLength(desk.read)
    const week = { who: desk.nurseId, locationId: desk.santaMonica.id }
    const backwards = [{ weekday: 2, fromMinute: 600, toMinute: 600 }]
    const crossing = [
      { weekday: 2, fromMinute: 480, toMinute: 600 },
      { weekday: 2, fromMinute: 599, toMinute: 700 },
    ]
    expect(await refused(resources.setHours({ ...week, hours: backwards }))).toMatchObject({
      code: 'resources.hours-order',
      path: 'hours.0.toMinute',
    })
    expect(await refused(resources.setHours({ ...week, hours: crossing }))).toMatchObject({
      code: 'resources.hours-overlap',
      path: 'hours.1.fromMinute',
    })
    expect((await refused(resources.setHours({ ...week, who: nobody, hours: [] }))).path).toBe('who')
    expect(await logLength(desk.read)).toBe(before)
    const desks = frontDesk(desk).resources
    expect((await refused(desks.setHours({ ...week, hours: [] }))).code).toBe('call.not-allowed')
  })
})

describe('what is not there any more', () => {
  const days = { fromDay: tuesday, untilDay: tuesday }

  test('is not taken back twice, and nothing of nobody is', async () => {
    const desk = await openDesk()
    const { resources } = manager(desk)
    const reason = 'Open after all'
    const { closureId } = await done(resources.close({ locationId: desk.santaMonica.id, ...days, reason: 'Flood' }))
    await done(resources.reopen({ closureId, reason }))
    const away = { who: desk.nurseId, ...days, fromMinute: null, toMinute: null, reason: 'Ill' }
    const { absenceId } = await done(resources.away(away))
    await done(resources.back({ absenceId, reason }))
    const before = await logLength(desk.read)
    expect([
      (await refused(resources.reopen({ closureId, reason }))).code,
      (await refused(resources.reopen({ closureId: nobody, reason }))).code,
      (await refused(resources.back({ absenceId, reason }))).code,
      (await refused(resources.back({ absenceId: nobody, reason }))).code,
    ]).toEqual(['record.archived', 'record.not-found', 'record.archived', 'record.not-found'])
    expect(await logLength(desk.read)).toBe(before)
  })

  test('has no hours: a room that is archived or of another clinic, a person who left', async () => {
    const desk = await openDesk()
    const { resources } = manager(desk)
    const here = { locationId: desk.santaMonica.id, hours: [{ weekday: 2, fromMinute: 480, toMinute: 600 }] }
    const theirs = await refused(resources.setHours({ who: roomId(desk, 0, 'OX'), ...here }))
    expect(theirs).toMatchObject({ code: 'appointment.wrong-room', path: 'who' })
    await done(desk.at(['manager']).practice.archiveRoom({ roomId: roomId(desk, 1), reason: 'Sold' }))
    await done(desk.at(['manager']).staff.archive({ staffId: desk.nurseId, reason: 'Moved away' }))
    for (const who of [roomId(desk, 1), desk.nurseId]) {
      expect(await refused(resources.setHours({ who, ...here }))).toMatchObject({
        code: 'record.archived',
        path: 'who',
      })
    }
  })
})

describe('the rules and templates of the practice', () => {
  test('are the usual ones until others are set, and hold at once', async () => {
    const desk = await openDesk()
    const { resources, appointments } = manager(desk)
    expect((await done(resources.get({ fromDay: tuesday }))).rules).toEqual(usualScheduleRules)
    await done(resources.setRules({ ...usualScheduleRules, nurseCapacity: 1 }))
    await aBookedPatient(desk)
    expect(await whyNot(desk, { startMinute: 630, room: 1 })).toMatchObject({ facts: { what: 'nurse' } })
    await done(resources.setRules({ ...usualScheduleRules, nurseCapacity: 2 }))
    expect(await whyNot(desk, { startMinute: 630, room: 1 })).toBeUndefined()
    const { patientId } = await aTreatedPatient(desk)
    const mood = { checkInMinutes: 20, ivMinutes: 10, visitMinutes: 50, recoveryMinutes: 40, turnoverMinutes: 10 }
    await done(resources.setTemplate({ kind: 'infusion', protocolKind: 'mood', ...mood }))
    const { minutes } = await done(appointments.usualMinutes({ kind: 'infusion', patientId }))
    expect(minutes).toBe(120)
    const bad = { kind: 'check', protocolKind: 'mood', ...mood } as const
    expect((await refused(resources.setTemplate(bad))).path).toBe('protocolKind')
    const endless = { kind: 'infusion', protocolKind: 'pain', ...mood, visitMinutes: 600, recoveryMinutes: 90 } as const
    expect(await refused(resources.setTemplate(endless))).toMatchObject({
      code: 'call.bad-input',
      path: 'visitMinutes',
      facts: { problem: 'too-large' },
    })
  })
})

describe('an override', () => {
  const override = 'Flew in from Reno for this'

  test('with a reason lets a provider book over a clash, and stays to be seen until it is moved away', async () => {
    const desk = await openDesk()
    await aBookedPatient(desk)
    const { patientId } = await aTreatedPatient(desk)
    const { appointments } = roomsOf(desk, ['provider'], desk.providerId)
    const book = { patientId, kind: 'infusion', slot: aSlot(desk), notes: '' } as const
    expect((await refused(appointments.book(book))).code).toBe('appointment.clash')
    const { appointmentId } = await done(appointments.book({ ...book, override }))
    const badge = { what: ['room', 'provider', 'nurse'], reason: override, byName: 'Samuel Okafor' }
    expect((await cardOf(desk, appointmentId)).override).toEqual(badge)
    const free = aSlot(desk, { day: addDays(tuesday, 1) })
    await done(frontDesk(desk).appointments.move({ ...(await versioned(desk, appointmentId)), slot: free }))
    expect((await cardOf(desk, appointmentId)).override).toBeNull()
  })

  test('is over when the visit is given up and later brought back to a time that is free', async () => {
    const desk = await openDesk()
    const first = await aBookedPatient(desk)
    const { patientId } = await aTreatedPatient(desk)
    const { appointments } = roomsOf(desk, ['provider'], desk.providerId)
    const book = { patientId, kind: 'infusion', slot: aSlot(desk), notes: '', override } as const
    const { appointmentId } = await done(appointments.book(book))
    const reason = 'Ill'
    await done(appointments.cancel({ ...(await versioned(desk, appointmentId)), reason }))
    await done(appointments.cancel({ ...(await versioned(desk, first.appointmentId)), reason }))
    await done(appointments.stepBack(await versioned(desk, appointmentId)))
    expect((await cardOf(desk, appointmentId)).override).toBeNull()
  })

  test('of what is free is none', async () => {
    const desk = await openDesk()
    const { patientId } = await aTreatedPatient(desk)
    const { appointments } = roomsOf(desk, ['manager'], desk.managerId)
    const book = { patientId, kind: 'infusion', slot: aSlot(desk), notes: '', override } as const
    const { appointmentId } = await done(appointments.book(book))
    expect((await cardOf(desk, appointmentId)).override).toBeNull()
  })

  test('is not for the desk, and never puts a patient in two places', async () => {
    const desk = await openDesk()
    const { patientId } = await aBookedPatient(desk)
    const before = await logLength(desk.read)
    const twice = {
      patientId,
      kind: 'check',
      slot: aSlot(desk, { room: 1, minutes: 30 }),
      notes: '',
      override,
    } as const
    expect(await refused(frontDesk(desk).appointments.book(twice))).toMatchObject({
      code: 'appointment.override-not-allowed',
      path: 'override',
    })
    const { appointments } = roomsOf(desk, ['manager'], desk.managerId)
    expect(await refused(appointments.book(twice))).toMatchObject({ facts: { what: 'patient' } })
    expect((await refused(appointments.book({ ...twice, override: '  ' }))).path).toBe('override')
    expect(await logLength(desk.read)).toBe(before)
  })
})

describe('the nights on which the clocks change', () => {
  test('an hour that is skipped cannot be booked, one that comes twice can', async () => {
    const desk = await openDesk()
    const { appointments } = roomsOf(desk, ['manager'], desk.managerId)
    const { patientId } = await aTreatedPatient(desk)
    const night = { patientId, kind: 'check', notes: '', override: 'Night duty' } as const
    const slot = aSlot(desk, { minutes: 30, nurseId: null })
    const skipped = { ...slot, day: day('2027-03-14'), startMinute: 150 }
    expect(await refused(appointments.book({ ...night, slot: skipped }))).toEqual({
      code: 'appointment.no-such-time',
      message: 'There is no 2:30 AM on this day: the clocks go forward.',
      path: 'slot.startMinute',
      facts: { at: '2:30 AM' },
    })
    await done(appointments.book({ ...night, slot: { ...skipped, startMinute: 180 } }))
    await done(appointments.book({ ...night, slot: { ...slot, day: day('2026-11-01'), startMinute: 90 } }))
  })

  test('today is the clinic’s day, whatever the PC’s clock shows', async () => {
    const desk = await openDesk()
    desk.clock.goTo('2026-03-10', 1439)
    await booked(desk, (await aTreatedPatient(desk)).patientId, { day: tuesday })
    desk.clock.pass(1)
    expect((await whyNot(desk, { day: tuesday, room: 1 }))?.code).toBe('appointment.in-past')
  })
})

describe('an edit in two windows', () => {
  test('tells the second how the appointment stands now', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const seen = await versioned(desk, appointmentId)
    const { appointments } = frontDesk(desk)
    await done(appointments.move({ ...seen, slot: aSlot(desk, { startMinute: 720, room: 1 }) }))
    expect(await refused(appointments.move({ ...seen, slot: aSlot(desk, { startMinute: 800 }) }))).toEqual({
      code: 'appointment.changed',
      message: 'Somebody changed this appointment in the meantime: now 2026-03-10, 12:00 PM, SM Chair 2, booked.',
      facts: { day: '2026-03-10', on: '03/10/2026', at: '12:00 PM', place: 'SM Chair 2', status: 'booked' },
    })
  })
})
