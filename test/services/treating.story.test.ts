import type { Client } from '#contract/house'
import { present } from '#domain/certain'
import { localAt } from '#domain/clock'
import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import {
  aDischargedInfusion,
  anArrivedPatient,
  anOpenedInfusion,
  aPreparation,
  aReading,
  aRunningInfusion,
  arrive,
  aTreatedPatient,
  booked,
  cardOf,
  dischargedFor,
  nobody,
  nurse,
  roomsOf,
} from '#kit/visit'
import type { Reading, Treatment } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

type Rooms = Client['infusions']
const hour = 3_600_000

async function viewOf(desk: OpenDesk, { appointmentId, patientId }: Omit<Treatment, 'infusionId'>) {
  return present(await done(nurse(desk).infusions.ofAppointment({ appointmentId, patientId })), 'an open record')
}

describe('opening the record', () => {
  test('takes dose and duration from the plan; nothing is weighed yet', async () => {
    const desk = await openDesk()
    const treatment = await anOpenedInfusion(desk, { patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const view = await viewOf(desk, treatment)
    expect(view).toEqual({
      id: treatment.infusionId,
      appointmentId: treatment.appointmentId,
      patientId: treatment.patientId,
      patientName: 'Ruth Alvarado',
      birthDay: view.birthDay,
      locationId: desk.santaMonica.id,
      stage: 'preparing',
      number: 1,
      planned: 6,
      order: {
        microgramsPerKg: 500,
        infusionMinutes: 40,
        weightGrams: null,
        concentrationMgPerMl: 50,
        doseMicrograms: null,
        volumeMicrolitres: null,
        rateMicrogramsPerHour: null,
        mustDilute: false,
        warnings: [],
      },
      startedAt: null,
      stoppedAt: null,
      dischargedAt: null,
      notDrivingBefore: null,
      readings: [],
      adverseEvents: [],
      notes: '',
      version: view.version,
    })
  })

  test('twice, even at once in two windows, is one record', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anArrivedPatient(desk)
    const { infusions } = nurse(desk)
    const opened = await Promise.all([done(infusions.open({ appointmentId })), done(infusions.open({ appointmentId }))])
    expect(opened[0]).toEqual(opened[1])
    expect(await done(infusions.open({ appointmentId }))).toEqual(opened[0])
    expect(await desk.read.selectFrom('infusion').select('id').execute()).toHaveLength(1)
  })

  test('waits for the check-in, and is for infusions alone', async () => {
    const desk = await openDesk()
    const { patientId } = await aTreatedPatient(desk)
    const { infusions } = nurse(desk)
    const infusion = await booked(desk, patientId, { startMinute: 720 })
    const talk = await booked(desk, patientId, { kind: 'consultation', minutes: 60 })
    await arrive(desk, talk)
    for (const appointmentId of [infusion, talk]) {
      expect(await refused(infusions.open({ appointmentId }))).toEqual({
        code: 'infusion.not-arrived',
        message: 'The patient is not checked in for an infusion. Check in first.',
      })
    }
    expect((await refused(infusions.open({ appointmentId: nobody }))).code).toBe('record.not-found')
    expect(await done(infusions.ofAppointment({ appointmentId: infusion, patientId }))).toBeNull()
  })

  test('shows only the record of the patient who is named', async () => {
    const desk = await openDesk()
    const { appointmentId } = await anOpenedInfusion(desk)
    const { infusions } = nurse(desk)
    const fault = await refused(infusions.ofAppointment({ appointmentId, patientId: await desk.aPatient() }))
    expect(fault.code).toBe('record.not-found')
  })
})

describe('preparing the dose', () => {
  test('is reckoned from today’s weight and the vial', async () => {
    const desk = await openDesk()
    const treatment = await anOpenedInfusion(desk)
    const { infusions } = nurse(desk)
    await done(infusions.prepare(aPreparation(treatment.infusionId)))
    expect((await viewOf(desk, treatment)).order).toEqual({
      microgramsPerKg: 500,
      infusionMinutes: 40,
      weightGrams: 82_400,
      concentrationMgPerMl: 50,
      doseMicrograms: 41_200,
      volumeMicrolitres: 824,
      rateMicrogramsPerHour: 61_800,
      mustDilute: false,
      warnings: [],
    })
    await done(infusions.prepare({ ...aPreparation(treatment.infusionId), concentrationMgPerMl: 100 }))
    expect((await viewOf(desk, treatment)).order).toMatchObject({
      doseMicrograms: 41_200,
      volumeMicrolitres: 412,
      mustDilute: true,
    })
  })

  test('outside the usual range is refused until somebody confirms it, and then stays marked', async () => {
    const desk = await openDesk()
    const treatment = await anOpenedInfusion(desk)
    const { infusions } = nurse(desk)
    const strong = { ...aPreparation(treatment.infusionId), microgramsPerKg: 1_500 }
    const before = await logLength(desk.read)
    expect(await refused(infusions.prepare(strong))).toEqual({
      code: 'infusion.dose-out-of-range',
      message: '1.5 mg/kg over 40 minutes is outside the usual range. Confirm it or change it.',
      path: 'microgramsPerKg',
      facts: { dose: '1.5 mg/kg', minutes: 40 },
    })
    expect(await logLength(desk.read)).toBe(before)
    const confirmed = { ...strong, confirmedOutOfRange: true }
    const fault = await refused(infusions.prepare(confirmed))
    expect([fault.code, fault.path]).toEqual(['infusion.provider-only', 'microgramsPerKg'])
    await done(roomsOf(desk, ['provider'], desk.providerId).infusions.prepare(confirmed))
    expect((await viewOf(desk, treatment)).order).toMatchObject({ doseMicrograms: 123_600, warnings: ['dose-high'] })
    await done(infusions.addReading({ infusionId: treatment.infusionId, reading: aReading(desk) }))
    await done(infusions.start({ infusionId: treatment.infusionId, startedAt: desk.clock.now }))
  })

  test.each<[Record<string, number>, string]>([
    [{ weightGrams: 19_999 }, 'weightGrams'],
    [{ weightGrams: 350_001 }, 'weightGrams'],
    [{ microgramsPerKg: 9 }, 'microgramsPerKg'],
    [{ infusionMinutes: 1 }, 'infusionMinutes'],
  ])('with %o is a slip of the finger', async (slip, path) => {
    const desk = await openDesk()
    const { infusionId } = await anOpenedInfusion(desk)
    const fault = await refused(nurse(desk).infusions.prepare({ ...aPreparation(infusionId), ...slip }))
    expect([fault.code, fault.path]).toEqual(['call.bad-input', path])
  })

  test('is over once the infusion runs', async () => {
    const desk = await openDesk()
    const { infusionId } = await aRunningInfusion(desk)
    const fault = await refused(nurse(desk).infusions.prepare(aPreparation(infusionId)))
    expect(fault).toEqual({
      code: 'infusion.wrong-stage',
      message: 'This does not fit where the infusion stands now.',
    })
    expect((await refused(nurse(desk).infusions.prepare(aPreparation(nobody)))).code).toBe('record.not-found')
  })
})

describe('a time', () => {
  const deeds: [string, (rooms: Rooms, infusionId: string, at: number, desk: OpenDesk) => Promise<unknown>, string][] =
    [
      ['a start', (rooms, infusionId, startedAt) => done(rooms.start({ infusionId, startedAt })), 'startedAt'],
      [
        'a reading',
        (rooms, infusionId, measuredAt, desk) =>
          done(rooms.addReading({ infusionId, reading: aReading(desk, { measuredAt }) })),
        'reading.measuredAt',
      ],
      [
        'an event',
        (rooms, infusionId, startedAt) =>
          done(rooms.addAdverseEvent({ infusionId, what: 'nausea', grade: 1, startedAt, notes: '' })),
        'startedAt',
      ],
    ]

  test.each(deeds)('of %s may be a minute ahead of the PC and half a day back, not more', async (_, deed, path) => {
    const desk = await openDesk()
    const { infusionId } = await anOpenedInfusion(desk)
    const { infusions } = nurse(desk)
    await done(infusions.prepare(aPreparation(infusionId)))
    await done(infusions.addReading({ infusionId, reading: aReading(desk) }))
    const { now } = desk.clock
    const before = await logLength(desk.read)
    await expect(deed(infusions, infusionId, now + 60_001, desk)).rejects.toThrow(
      `refused: infusion.time-in-future at ${path}: `,
    )
    await expect(deed(infusions, infusionId, now - 12 * hour - 1, desk)).rejects.toThrow(
      `refused: infusion.time-order at ${path}: `,
    )
    expect(await logLength(desk.read)).toBe(before)
    await deed(infusions, infusionId, now + 60_000, desk)
  })
})

describe('vitals', () => {
  test('are kept with who took them, in the order in which they were measured', async () => {
    const desk = await openDesk()
    const treatment = await anOpenedInfusion(desk)
    const { infusionId } = treatment
    const later = aReading(desk)
    const earlier = aReading(desk, { measuredAt: desk.clock.now - 600_000, respiratoryRate: null })
    const doctor = roomsOf(desk, ['provider'], desk.providerId)
    const { readingId } = await done(nurse(desk).infusions.addReading({ infusionId, reading: later }))
    const second = await done(doctor.infusions.addReading({ infusionId, reading: earlier }))
    expect((await viewOf(desk, treatment)).readings).toEqual([
      { id: second.readingId, ...earlier, alert: 'none', takenBy: 'Samuel Okafor', lift: null },
      { id: readingId, ...later, alert: 'none', takenBy: 'Joy Santos', lift: null },
    ])
  })

  test.each<[Partial<Reading>, string]>([
    [{ systolic: 139, diastolic: 89 }, 'none'],
    [{ systolic: 140 }, 'caution'],
    [{ diastolic: 90 }, 'caution'],
    [{ spo2: 91 }, 'caution'],
    [{ systolic: 165 }, 'alert'],
    [{ heartRate: 49 }, 'alert'],
    [{ heartRate: 121 }, 'alert'],
    [{ systolic: 180 }, 'stop'],
    [{ diastolic: 110 }, 'stop'],
    [{ spo2: 89 }, 'stop'],
  ])('%o are marked as %s, at once and in the record', async (values, alert) => {
    const desk = await openDesk()
    const treatment = await aRunningInfusion(desk)
    desk.clock.pass(10)
    const reading = aReading(desk, values)
    const answer = await done(nurse(desk).infusions.addReading({ infusionId: treatment.infusionId, reading }))
    expect(answer.alert).toBe(alert)
    expect((await viewOf(desk, treatment)).readings.at(-1)).toMatchObject({ id: answer.readingId, alert })
  })

  test('that no body can have are refused', async () => {
    const desk = await openDesk()
    const { infusionId } = await aRunningInfusion(desk)
    const { infusions } = nurse(desk)
    const add = (values: Partial<Reading>) =>
      refused(infusions.addReading({ infusionId, reading: aReading(desk, values) }))
    expect(await add({ systolic: 80, diastolic: 80 })).toEqual({
      code: 'infusion.impossible-vitals',
      message: 'This value cannot be right. Measure again or correct it.',
      path: 'reading.diastolic',
    })
    for (const [values, field] of [
      [{ systolic: 301 }, 'systolic'],
      [{ diastolic: 19 }, 'diastolic'],
      [{ heartRate: 251 }, 'heartRate'],
      [{ respiratoryRate: 2 }, 'respiratoryRate'],
      [{ spo2: 101 }, 'spo2'],
    ] as const) {
      const fault = await add(values)
      expect([fault.code, fault.path]).toEqual(['call.bad-input', `reading.${field}`])
    }
  })
})

describe('stopping', () => {
  test('ends the infusion and begins the recovery', async () => {
    const desk = await openDesk()
    const treatment = await aRunningInfusion(desk)
    desk.clock.pass(38)
    const stoppedAt = desk.clock.now
    await done(nurse(desk).infusions.stop({ infusionId: treatment.infusionId, stoppedAt }))
    expect(await viewOf(desk, treatment)).toMatchObject({ stage: 'recovering', stoppedAt })
    expect(await cardOf(desk, treatment.appointmentId)).toMatchObject({ status: 'recovering', statusSince: stoppedAt })
  })

  test('is refused before the start, in the future, after twelve hours, and when nothing runs', async () => {
    const desk = await openDesk()
    const { infusionId } = await aRunningInfusion(desk)
    const startedAt = desk.clock.now
    const { infusions } = nurse(desk)
    const stop = (stoppedAt: number) => refused(infusions.stop({ infusionId, stoppedAt }))
    expect(await stop(startedAt - 1)).toEqual({
      code: 'infusion.time-order',
      message: 'It cannot stop before it started.',
    })
    expect(await stop(startedAt + 120_000)).toMatchObject({ code: 'infusion.time-in-future', path: 'stoppedAt' })
    desk.clock.pass(13 * 60)
    expect((await stop(startedAt + 12 * hour + 1)).code).toBe('infusion.time-order')
    await done(infusions.stop({ infusionId, stoppedAt: startedAt + 40 * 60_000 }))
    expect(await stop(startedAt + 40 * 60_000)).toEqual({
      code: 'infusion.wrong-stage',
      message: 'This infusion is not running.',
    })
  })
})

describe('after the last infusion', () => {
  test('the plan is complete, not before, and a new one can begin', async () => {
    const desk = await openDesk()
    const first = await aDischargedInfusion(desk, { plan: { course: { plannedInfusions: 2 } } })
    const { patientId } = first
    const planNow = async () => (await done(desk.at(['nurse']).plans.ofPatient({ patientId })))[0]
    expect(await planNow()).toMatchObject({ status: 'active', done: 1 })
    const appointmentId = await booked(desk, patientId, { day: day('2026-03-12') })
    await arrive(desk, appointmentId)
    expect(localAt(desk.clock.now, desk.zone).day).toBe('2026-03-12')
    await dischargedFor(desk, { ...first, appointmentId })
    expect(await planNow()).toMatchObject({ status: 'completed', done: 2, booked: 0 })
    await desk.aPlan(patientId)
  })
})
