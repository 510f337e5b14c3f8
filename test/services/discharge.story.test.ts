import { present } from '#domain/certain'
import { localAt } from '#domain/clock'
import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import {
  aBookedPatient,
  aDischarge,
  aDischargedInfusion,
  anArrivedPatient,
  anEscort,
  aReading,
  aRecoveringPatient,
  aRunningInfusion,
  arrive,
  aSlot,
  cardOf,
  frontDesk,
  nobody,
  nurse,
  roomsOf,
  versioned,
} from '#kit/visit'
import type { Treatment } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

/** What a nurse learns who lets a patient go too soon; nothing is written. */
async function notYet(
  desk: OpenDesk,
  { infusionId }: Treatment,
  changes: { isOrientated?: boolean; walksSteadily?: boolean } = {},
) {
  const before = await logLength(desk.read)
  const fault = await refused(nurse(desk).infusions.discharge(aDischarge(infusionId, changes)))
  expect(await logLength(desk.read)).toBe(before)
  return [fault.code, fault.facts]
}

async function viewOf(desk: OpenDesk, { appointmentId, patientId }: Treatment) {
  return present(await done(nurse(desk).infusions.ofAppointment({ appointmentId, patientId })), 'an open record')
}

async function escortOf(desk: OpenDesk, appointmentId: string) {
  return done(frontDesk(desk).escorts.ofAppointment({ appointmentId }))
}

describe('letting a patient go', () => {
  test('is refused, one thing after the other, until everything is right', async () => {
    const desk = await openDesk()
    const treatment = await aRunningInfusion(desk)
    const { appointmentId, infusionId } = treatment
    const { escorts } = frontDesk(desk)
    const { infusions } = nurse(desk)
    expect(await notYet(desk, treatment)).toEqual(['infusion.wrong-stage', { why: 'not-recovering', minutes: 30 }])
    desk.clock.pass(40)
    const stoppedAt = desk.clock.now
    await done(infusions.stop({ infusionId, stoppedAt }))
    expect(await notYet(desk, treatment)).toEqual(['infusion.no-escort', { why: 'no-escort', minutes: 30 }])
    await done(escorts.name(anEscort(appointmentId)))
    expect(await notYet(desk, treatment)).toEqual(['infusion.escort-not-here', { why: 'escort-not-here', minutes: 30 }])
    await done(escorts.arrived({ appointmentId }))
    expect(await notYet(desk, treatment)).toEqual(['infusion.too-early', { why: 'too-early', minutes: 30 }])
    desk.clock.now = stoppedAt + 30 * 60_000 - 1
    expect(await notYet(desk, treatment)).toEqual(['infusion.too-early', { why: 'too-early', minutes: 1 }])
    desk.clock.now = stoppedAt + 30 * 60_000
    expect(await notYet(desk, treatment)).toEqual(['infusion.no-reading', { why: 'no-recovery-reading', minutes: 0 }])
    await done(infusions.addReading({ infusionId, reading: aReading(desk, { systolic: 166 }) }))
    const [dazed, unsteady] = [{ isOrientated: false }, { walksSteadily: false }]
    expect(await notYet(desk, treatment, dazed)).toEqual([
      'infusion.not-orientated',
      { why: 'not-orientated', minutes: 0 },
    ])
    expect(await notYet(desk, treatment, unsteady)).toEqual([
      'infusion.not-orientated',
      { why: 'not-steady', minutes: 0 },
    ])
    expect((await notYet(desk, treatment))[0]).toBe('infusion.reading-not-fit')
    desk.clock.pass(5)
    await done(infusions.addReading({ infusionId, reading: aReading(desk) }))
    await done(infusions.discharge(aDischarge(infusionId)))
    expect(await viewOf(desk, treatment)).toMatchObject({ stage: 'discharged', dischargedAt: desk.clock.now })
    expect(await cardOf(desk, appointmentId)).toMatchObject({ status: 'ready', statusSince: desk.clock.now })
    expect(await notYet(desk, treatment)).toEqual(['infusion.wrong-stage', { why: 'already-discharged', minutes: 0 }])
  })

  test('needs somebody who was told: the name of who got the instructions', async () => {
    const desk = await openDesk()
    const { infusionId } = await aRecoveringPatient(desk)
    const fault = await refused(nurse(desk).infusions.discharge(aDischarge(infusionId, { instructionsTo: ' ' })))
    expect([fault.code, fault.path, fault.facts]).toEqual(['call.bad-input', 'instructionsTo', { problem: 'required' }])
    expect((await refused(nurse(desk).infusions.discharge(aDischarge(nobody)))).code).toBe('record.not-found')
  })

  test('writes down escort, findings and who let the patient go, whatever changes later', async () => {
    const desk = await openDesk()
    const { appointmentId, infusionId } = await aDischargedInfusion(desk)
    await done(frontDesk(desk).escorts.name({ ...anEscort(appointmentId), name: 'Somebody Else' }))
    const rows = await desk.read.selectFrom('discharge').selectAll().where('infusion_id', '=', infusionId).execute()
    expect(rows).toMatchObject([
      {
        discharged_at: desk.clock.now,
        escort_name: 'Rosa Vega',
        escort_relationship: 'Sister',
        escort_phone: '(310) 555-0177',
        is_orientated: 1,
        walks_steadily: 1,
        instructions_to: 'Patient and sister',
        discharged_by: desk.nurseId,
      },
    ])
  })

  test('closes the record: no vitals, no events, no second start', async () => {
    const desk = await openDesk()
    const { infusionId } = await aDischargedInfusion(desk)
    const { infusions } = nurse(desk)
    const at = desk.clock.now
    for (const late of [
      infusions.addReading({ infusionId, reading: aReading(desk) }),
      infusions.addAdverseEvent({ infusionId, what: 'nausea', grade: 1, startedAt: at, notes: '' }),
      infusions.start({ infusionId, startedAt: at }),
      infusions.stop({ infusionId, stoppedAt: at }),
    ]) {
      expect((await refused(late)).code).toBe('infusion.wrong-stage')
    }
  })
})

describe('the patient may drive again', () => {
  test('a whole day after the end, in the answer and in the record', async () => {
    const desk = await openDesk()
    const treatment = await aDischargedInfusion(desk)
    const { notDrivingBefore, stoppedAt } = await viewOf(desk, treatment)
    expect(stoppedAt).not.toBeNull()
    expect(localAt(notDrivingBefore ?? 0, desk.zone)).toEqual({ day: '2026-03-11', minute: 665 })
    expect((notDrivingBefore ?? 0) - (stoppedAt ?? 0)).toBe(24 * 3_600_000)
  })

  test('after 24 hours lived, also over the night on which the clocks go back', async () => {
    const desk = await openDesk()
    desk.clock.goTo('2026-10-30', 540)
    const treatment = await aDischargedInfusion(desk, { day: day('2026-10-31') })
    const { notDrivingBefore } = await viewOf(desk, treatment)
    expect(localAt(notDrivingBefore ?? 0, desk.zone)).toEqual({ day: '2026-11-01', minute: 605 })
  })
})

describe('who takes the patient home', () => {
  test('is named by the desk, shows on the card, and is there from the minute they came', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    expect(await escortOf(desk, appointmentId)).toBeNull()
    const { escorts } = frontDesk(desk)
    await done(escorts.name(anEscort(appointmentId)))
    const named = await escortOf(desk, appointmentId)
    expect(named).toEqual({
      name: 'Rosa Vega',
      relationship: 'Sister',
      expectedMinute: null,
      phone: '(310) 555-0177',
      arrivedAt: null,
      version: named?.version,
    })
    expect((await cardOf(desk, appointmentId)).hasEscort).toBe(true)
    desk.clock.pass(60)
    const cameAt = desk.clock.now
    await done(escorts.arrived({ appointmentId }))
    desk.clock.pass(10)
    await done(escorts.arrived({ appointmentId }))
    expect((await escortOf(desk, appointmentId))?.arrivedAt).toBe(cameAt)
  })

  test('when somebody else comes instead, that one has not arrived yet; a corrected phone changes nothing', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    const { escorts } = frontDesk(desk)
    await done(escorts.name(anEscort(appointmentId)))
    await done(escorts.arrived({ appointmentId }))
    await done(escorts.name({ ...anEscort(appointmentId), phone: '805 555 0100' }))
    expect(await escortOf(desk, appointmentId)).toMatchObject({
      phone: '(805) 555-0100',
      arrivedAt: desk.clock.now,
    })
    await done(escorts.name({ ...anEscort(appointmentId), name: 'Leo Vega', relationship: 'Brother' }))
    expect(await escortOf(desk, appointmentId)).toMatchObject({ name: 'Leo Vega', arrivedAt: null })
  })

  test('cannot be there before anybody is named, before the day has come, or when the visit is over', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { day: day('2026-03-11') })
    const { appointments, escorts } = frontDesk(desk)
    expect((await refused(escorts.arrived({ appointmentId }))).code).toBe('infusion.no-escort')
    await done(escorts.name(anEscort(appointmentId)))
    const early = await refused(escorts.arrived({ appointmentId }))
    expect([early.code, early.facts]).toEqual(['appointment.cannot-become', { status: 'booked' }])
    await done(appointments.cancel({ ...(await versioned(desk, appointmentId)), reason: 'Flu' }))
    for (const call of [escorts.arrived({ appointmentId }), escorts.name(anEscort(appointmentId))]) {
      const fault = await refused(call)
      expect([fault.code, fault.facts]).toEqual(['appointment.cannot-become', { status: 'cancelled' }])
    }
    expect((await refused(escorts.arrived({ appointmentId: nobody }))).code).toBe('record.not-found')
    expect((await refused(escorts.name(anEscort(nobody)))).code).toBe('record.not-found')
  })

  test('who came today has not come yet when the visit moves to another day', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const { appointments, escorts } = frontDesk(desk)
    await done(escorts.name(anEscort(appointmentId)))
    await done(escorts.arrived({ appointmentId }))
    const inTwoDays = aSlot(desk, { day: day('2026-03-12') })
    await done(appointments.move({ ...(await versioned(desk, appointmentId)), slot: inTwoDays }))
    expect(await escortOf(desk, appointmentId)).toMatchObject({ name: 'Rosa Vega', arrivedAt: null })
    await arrive(desk, appointmentId)
  })

  test('has a phone that can be called, and is no matter for the biller', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    for (const phone of ['', '555']) {
      const fault = await refused(frontDesk(desk).escorts.name({ ...anEscort(appointmentId), phone }))
      expect([fault.code, fault.path]).toEqual(['call.bad-input', 'phone'])
    }
    const { escorts } = roomsOf(desk, ['biller'], desk.managerId)
    for (const call of [
      escorts.ofAppointment({ appointmentId }),
      escorts.name(anEscort(appointmentId)),
      escorts.arrived({ appointmentId }),
    ]) {
      expect((await refused(call)).code).toBe('call.not-allowed')
    }
  })
})
