import { present } from '#domain/certain'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { anArrivedPatient, anOpenedInfusion, aPreparation, aReading, cardOf, nurse, roomsOf } from '#kit/visit'
import type { Treatment } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

async function viewOf(desk: OpenDesk, { appointmentId, patientId }: Omit<Treatment, 'infusionId'>) {
  return present(await done(nurse(desk).infusions.ofAppointment({ appointmentId, patientId })), 'an open record')
}

describe('starting', () => {
  test('moves the visit to the chair, at the minute the nurse says', async () => {
    const desk = await openDesk()
    const treatment = await anOpenedInfusion(desk)
    const { infusionId, appointmentId } = treatment
    await done(nurse(desk).infusions.prepare(aPreparation(infusionId)))
    await done(nurse(desk).infusions.addReading({ infusionId, reading: aReading(desk) }))
    const startedAt = desk.clock.now
    desk.clock.pass(4)
    await done(nurse(desk).infusions.start({ infusionId, startedAt }))
    expect(await viewOf(desk, treatment)).toMatchObject({ stage: 'infusing', startedAt, stoppedAt: null })
    expect(await cardOf(desk, appointmentId)).toMatchObject({ status: 'infusing', statusSince: startedAt })
    expect(await refused(nurse(desk).infusions.start({ infusionId, startedAt }))).toEqual({
      code: 'infusion.wrong-stage',
      message: 'This infusion was started already.',
    })
  })

  test('as the provider ordered it is confirmed by the nurse, unusual or not', async () => {
    const desk = await openDesk()
    const { infusionId } = await anOpenedInfusion(desk, { plan: { clinical: { microgramsPerKg: 1_200 } } })
    const ordered = { ...aPreparation(infusionId), microgramsPerKg: 1_200, confirmedOutOfRange: true }
    await done(nurse(desk).infusions.prepare(ordered))
  })

  test('needs today’s weight, or one that is not older than thirty days', async () => {
    const desk = await openDesk()
    const { infusionId } = await anOpenedInfusion(desk)
    const { infusions } = nurse(desk)
    const start = () => infusions.start({ infusionId, startedAt: desk.clock.now })
    expect(await refused(start())).toEqual({
      code: 'infusion.no-weight',
      message: "Enter today's weight first: the dose follows from it.",
    })
    await done(infusions.prepare(aPreparation(infusionId)))
    desk.clock.goTo('2026-04-10', 600)
    expect(await refused(start())).toEqual({
      code: 'infusion.no-weight',
      message: 'The weight is too old. Weigh again.',
    })
    desk.clock.goTo('2026-04-09', 600)
    await done(infusions.addReading({ infusionId, reading: aReading(desk) }))
    await done(start())
  })

  test('needs vitals of the same day', async () => {
    const desk = await openDesk()
    const { infusionId } = await anOpenedInfusion(desk)
    const { infusions } = nurse(desk)
    const start = () => infusions.start({ infusionId, startedAt: desk.clock.now })
    await done(infusions.prepare(aPreparation(infusionId)))
    expect((await refused(start())).code).toBe('infusion.no-reading')
    await done(infusions.addReading({ infusionId, reading: aReading(desk) }))
    desk.clock.goTo('2026-03-11', 600)
    expect((await refused(start())).code).toBe('infusion.no-reading')
  })

  test('is refused once the plan was stopped, and so is opening a record', async () => {
    const desk = await openDesk()
    const { infusionId, planId } = await anOpenedInfusion(desk)
    const other = await anArrivedPatient(desk, { room: 1, nurseId: null, startMinute: 630 })
    const { infusions } = nurse(desk)
    await done(infusions.prepare(aPreparation(infusionId)))
    await done(infusions.addReading({ infusionId, reading: aReading(desk) }))
    for (const stopped of [planId, other.planId]) {
      await done(desk.at(['provider']).plans.stop({ planId: stopped, reason: 'Palpitations after the first' }))
    }
    expect((await refused(infusions.start({ infusionId, startedAt: desk.clock.now }))).code).toBe('plan.not-active')
    expect((await refused(infusions.open({ appointmentId: other.appointmentId }))).code).toBe('plan.not-active')
  })

  test('is held by a pressure of 160 over anything, until a better reading', async () => {
    const desk = await openDesk()
    const { infusionId } = await anOpenedInfusion(desk)
    const { infusions } = nurse(desk)
    await done(infusions.prepare(aPreparation(infusionId)))
    await done(infusions.addReading({ infusionId, reading: aReading(desk, { systolic: 160 }) }))
    expect((await refused(infusions.start({ infusionId, startedAt: desk.clock.now }))).code).toBe(
      'infusion.reading-not-fit',
    )
    desk.clock.pass(5)
    await done(infusions.addReading({ infusionId, reading: aReading(desk, { systolic: 152 }) }))
    await done(infusions.start({ infusionId, startedAt: desk.clock.now }))
  })

  test('a provider lifts the hold of a reading with a reason; the next reading is judged anew', async () => {
    const desk = await openDesk()
    const treatment = await anOpenedInfusion(desk)
    const { infusionId } = treatment
    const { infusions } = nurse(desk)
    const start = () => infusions.start({ infusionId, startedAt: desk.clock.now })
    const high = () => infusions.addReading({ infusionId, reading: aReading(desk, { systolic: 168 }) })
    const lift = { infusionId, reason: 'Usual for her, took her tablets late' }
    await done(infusions.prepare(aPreparation(infusionId)))
    const first = await done(high())
    expect((await refused(infusions.liftHold({ ...lift, readingId: first.readingId }))).code).toBe('call.not-allowed')
    const provider = roomsOf(desk, ['provider'], desk.providerId)
    await done(provider.infusions.liftHold({ ...lift, readingId: first.readingId }))
    desk.clock.pass(5)
    const second = await done(high())
    expect((await refused(start())).code).toBe('infusion.reading-not-fit')
    const stale = await refused(provider.infusions.liftHold({ ...lift, readingId: first.readingId }))
    expect([stale.code, stale.path]).toEqual(['record.changed', 'readingId'])
    await done(provider.infusions.liftHold({ ...lift, readingId: second.readingId }))
    await done(provider.infusions.liftHold({ ...lift, readingId: second.readingId, reason: 'Once more' }))
    expect((await viewOf(desk, treatment)).readings.map((one) => one.lift?.reason)).toEqual([lift.reason, lift.reason])
    const dot = (await cardOf(desk, treatment.appointmentId)).dots.find((one) => one.dot === 'blood_pressure')
    expect(dot?.state).toBe('met')
    await done(start())
  })
})
