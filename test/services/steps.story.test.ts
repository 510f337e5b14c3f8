import type { Client } from '#contract/house'
import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import {
  aBookedPatient,
  aDischargedInfusion,
  anArrivedPatient,
  anOpenedInfusion,
  aPreparation,
  aReading,
  aRunningInfusion,
  arrive,
  aSlot,
  booked,
  cardOf,
  frontDesk,
  nobody,
  nurse,
  versioned,
} from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const tomorrow = day('2026-03-11')
const reason = 'Did not come'
type Steps = Client['appointments']

async function statusOf(desk: OpenDesk, appointmentId: string) {
  return (await cardOf(desk, appointmentId)).status
}

async function step(desk: OpenDesk, appointmentId: string, name: 'confirm' | 'arrive' | 'complete' | 'stepBack') {
  const { appointments } = frontDesk(desk)
  return appointments[name](await versioned(desk, appointmentId))
}

async function leave(desk: OpenDesk, appointmentId: string, name: 'cancel' | 'noShow') {
  const { appointments } = frontDesk(desk)
  const seen = await versioned(desk, appointmentId)
  return name === 'cancel'
    ? appointments.cancel({ ...seen, reason, by: 'clinic' })
    : appointments.noShow({ ...seen, reason })
}

/** Somebody else is booked where this visit was. */
async function givenAway(desk: OpenDesk): Promise<void> {
  await booked(desk, await desk.aPatient({ firstName: 'Omar', lastName: 'Haddad' }), { kind: 'consultation' })
}

describe('the steps of a visit', () => {
  test('a consultation is confirmed, checked in and ended by the desk', async () => {
    const desk = await openDesk()
    const appointmentId = await booked(desk, await desk.aPatient(), { kind: 'consultation', minutes: 60 })
    await done(step(desk, appointmentId, 'confirm'))
    expect(await statusOf(desk, appointmentId)).toBe('confirmed')
    desk.clock.goTo('2026-03-10', 598)
    await done(step(desk, appointmentId, 'arrive'))
    expect(await cardOf(desk, appointmentId)).toMatchObject({ status: 'arrived', statusSince: desk.clock.now })
    await done(step(desk, appointmentId, 'complete'))
    expect(await statusOf(desk, appointmentId)).toBe('completed')
  })

  test('an infusion is checked out only after its discharge', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    expect(await refused(step(desk, appointmentId, 'complete'))).toEqual({
      code: 'infusion.wrong-stage',
      message: 'The patient is not discharged yet. A nurse or provider does that first.',
    })
    const other = await aDischargedInfusion(desk, { startMinute: 720 })
    expect(await statusOf(desk, other.appointmentId)).toBe('ready')
    await done(step(desk, other.appointmentId, 'complete'))
    expect(await statusOf(desk, other.appointmentId)).toBe('completed')
  })

  test.each<['confirm' | 'arrive' | 'complete']>([['confirm'], ['arrive'], ['complete']])(
    'what is over stays: %s is refused, naming where the visit stands',
    async (name) => {
      const desk = await openDesk()
      const appointmentId = await booked(desk, await desk.aPatient(), { kind: 'consultation' })
      await done(leave(desk, appointmentId, 'cancel'))
      expect(await refused(step(desk, appointmentId, name))).toEqual({
        code: 'appointment.cannot-become',
        message: 'This step does not follow from where the appointment stands.',
        facts: { status: 'cancelled' },
      })
    },
  )

  test.each<[keyof Steps & ('confirm' | 'arrive' | 'complete' | 'stepBack')]>([
    ['confirm'],
    ['arrive'],
    ['complete'],
    ['stepBack'],
  ])('%s for no appointment is refused', async (name) => {
    const desk = await openDesk()
    const { appointments } = frontDesk(desk)
    expect((await refused(appointments[name]({ appointmentId: nobody, version: '' }))).code).toBe('record.not-found')
  })
})

describe('checking in', () => {
  test('is refused before the day, and made good after it when it was forgotten', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { day: tomorrow })
    expect(await refused(step(desk, appointmentId, 'arrive'))).toEqual({
      code: 'appointment.cannot-become',
      message: 'A patient cannot be checked in before the day of the appointment.',
      facts: { status: 'booked' },
    })
    desk.clock.goTo('2026-03-12', 600)
    await done(step(desk, appointmentId, 'arrive'))
  })

  test('works from the first minute of the day at the clinic to the last', async () => {
    const desk = await openDesk()
    const early = await aBookedPatient(desk, { day: tomorrow })
    const late = await aBookedPatient(desk, { day: tomorrow, startMinute: 720 })
    desk.clock.goTo('2026-03-11', 0)
    await done(step(desk, early.appointmentId, 'arrive'))
    desk.clock.goTo('2026-03-11', 1_439)
    await done(step(desk, late.appointmentId, 'arrive'))
  })

  test('a patient who is there keeps the day: only the hour and the place can still change', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    const { appointments } = frontDesk(desk)
    const toTomorrow = { ...(await versioned(desk, appointmentId)), slot: aSlot(desk, { day: tomorrow }) }
    expect(await refused(appointments.move(toTomorrow))).toMatchObject({
      code: 'appointment.cannot-become',
      path: 'slot.day',
      facts: { status: 'arrived' },
    })
    await done(appointments.move({ ...toTomorrow, slot: aSlot(desk, { room: 1, startMinute: 620 }) }))
    expect(await cardOf(desk, appointmentId)).toMatchObject({ status: 'arrived', slot: { startMinute: 620 } })
  })

  test('a patient who is there keeps the clinic, and may get another chair', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anOpenedInfusion(desk)
    const { appointments } = frontDesk(desk)
    const seen = await versioned(desk, appointmentId)
    const toOxnard = { ...seen, slot: aSlot(desk, { at: 'OX' }) }
    expect(await refused(appointments.move(toOxnard))).toMatchObject({
      code: 'appointment.cannot-become',
      path: 'slot.locationId',
    })
    await done(appointments.move({ ...seen, slot: aSlot(desk, { room: 2 }) }))
  })
})

describe('cancelling', () => {
  test('frees room, people and time, and keeps the reason', async () => {
    const desk = await openDesk()
    const { patientId, appointmentId } = await aBookedPatient(desk)
    await done(leave(desk, appointmentId, 'cancel'))
    expect(await cardOf(desk, appointmentId)).toMatchObject({
      status: 'cancelled',
      cancelReason: reason,
      infusionNumber: null,
    })
    const again = await booked(desk, patientId)
    const { appointments } = frontDesk(desk)
    const on = day('2026-03-10')
    const board = await done(appointments.onDay({ day: on, withCancelled: false }))
    expect(board.map((card) => card.id)).toEqual([again])
    const all = await done(appointments.onDay({ day: on, withCancelled: true }))
    expect(all.map((card) => card.id).toSorted()).toEqual([appointmentId, again].toSorted())
  })

  test('needs a reason', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const seen = await versioned(desk, appointmentId)
    for (const call of ['cancel', 'noShow'] as const) {
      const fault = await refused(frontDesk(desk).appointments[call]({ ...seen, reason: ' ' }))
      expect([fault.code, fault.path, fault.facts]).toEqual(['call.bad-input', 'reason', { problem: 'required' }])
    }
  })

  test('is possible while the record is only prepared: the vitals that sent the patient home stay on it', async () => {
    const desk = await openDesk()
    const { appointmentId, patientId, infusionId } = await anOpenedInfusion(desk)
    await done(nurse(desk).infusions.addReading({ infusionId, reading: aReading(desk, { systolic: 185 }) }))
    await done(leave(desk, appointmentId, 'cancel'))
    expect(await statusOf(desk, appointmentId)).toMatch('cancelled')
    const record = await done(nurse(desk).infusions.ofAppointment({ appointmentId, patientId }))
    expect(record).toMatchObject({ id: infusionId, stage: 'preparing', readings: [{ systolic: 185 }] })
    expect((await refused(nurse(desk).infusions.start({ infusionId, startedAt: desk.clock.now }))).code).toBe(
      'infusion.not-arrived',
    )
  })

  test.each(['stepBack', 'confirm'] as const)('a record that is only prepared does not bar %s', async (name) => {
    const desk = await openDesk()
    const { appointmentId } = await anOpenedInfusion(desk)
    await done(step(desk, appointmentId, name))
    expect(await statusOf(desk, appointmentId)).toBe(name === 'confirm' ? 'confirmed' : 'booked')
  })

  test('a visit taken back and moved to another day and clinic takes its record along, and is weighed anew', async () => {
    const desk = await openDesk()
    const { appointmentId, patientId, infusionId } = await anOpenedInfusion(desk)
    await done(nurse(desk).infusions.prepare(aPreparation(infusionId)))
    await done(step(desk, appointmentId, 'stepBack'))
    const slot = aSlot(desk, { at: 'OX', day: tomorrow })
    await done(frontDesk(desk).appointments.move({ ...(await versioned(desk, appointmentId)), slot }))
    const record = await done(nurse(desk).infusions.ofAppointment({ appointmentId, patientId }))
    expect(record).toMatchObject({
      id: infusionId,
      locationId: desk.oxnard.id,
      order: { weightGrams: null, doseMicrograms: null, microgramsPerKg: 500, infusionMinutes: 40 },
    })
  })

  test('is refused while the infusion runs', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aRunningInfusion(desk)
    for (const reply of [leave(desk, appointmentId, 'cancel'), leave(desk, appointmentId, 'noShow')]) {
      const fault = await refused(reply)
      expect([fault.code, fault.facts]).toEqual(['appointment.cannot-become', { status: 'infusing' }])
    }
  })
})

describe('a patient who does not come', () => {
  test('frees the chair; the visit can come back as long as its time is free', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    desk.clock.goTo('2026-03-10', 630)
    await done(leave(desk, appointmentId, 'noShow'))
    expect(await cardOf(desk, appointmentId)).toMatchObject({ status: 'no_show', cancelReason: reason })
    await done(step(desk, appointmentId, 'stepBack'))
    expect(await cardOf(desk, appointmentId)).toMatchObject({ status: 'booked', cancelReason: '' })
  })

  test.each<['stepBack' | 'arrive']>([['stepBack'], ['arrive']])(
    'after the chair was given to somebody else, %s is refused, naming who has it',
    async (name) => {
      const desk = await openDesk()
      const { appointmentId } = await aBookedPatient(desk)
      await done(leave(desk, appointmentId, 'noShow'))
      await givenAway(desk)
      expect(await refused(step(desk, appointmentId, name))).toMatchObject({
        code: 'appointment.clash',
        path: 'slot.roomId',
        facts: { what: 'room', name: 'SM Chair 1', with: 'Omar Haddad, SM Chair 1', number: 0, of: 0 },
      })
    },
  )

  test('who comes late after all is checked in when the chair is still free', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    await done(leave(desk, appointmentId, 'noShow'))
    await arrive(desk, appointmentId)
    expect(await cardOf(desk, appointmentId)).toMatchObject({ status: 'arrived', cancelReason: '' })
  })

  test('is not missed before the day has come', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { day: tomorrow })
    const fault = await refused(leave(desk, appointmentId, 'noShow'))
    expect([fault.code, fault.facts]).toEqual(['appointment.cannot-become', { status: 'booked' }])
    desk.clock.goTo('2026-03-12', 540)
    await done(leave(desk, appointmentId, 'noShow'))
  })

  test.each(['stepBack', 'arrive'] as const)(
    'who did come is brought back the next day by %s, whoever has the chair by then',
    async (name) => {
      const desk = await openDesk()
      const { appointmentId } = await aBookedPatient(desk)
      await done(leave(desk, appointmentId, 'noShow'))
      await givenAway(desk)
      desk.clock.goTo('2026-03-11', 540)
      await done(step(desk, appointmentId, name))
      expect(await statusOf(desk, appointmentId)).toBe(name === 'arrive' ? 'arrived' : 'booked')
    },
  )
})

describe('one step back', () => {
  test('takes a check-in that came too early back to booked', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    await done(step(desk, appointmentId, 'stepBack'))
    expect(await statusOf(desk, appointmentId)).toBe('booked')
    const fault = await refused(step(desk, appointmentId, 'stepBack'))
    expect([fault.code, fault.facts]).toEqual(['appointment.cannot-become', { status: 'booked' }])
  })

  test('is possible although the provider left since: the patient holds the chair', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    await done(desk.at(['manager']).staff.archive({ staffId: desk.providerId, reason: 'Left' }))
    await done(step(desk, appointmentId, 'stepBack'))
    expect(await statusOf(desk, appointmentId)).toBe('booked')
  })
})
