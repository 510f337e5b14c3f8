import { addDays, day } from '#domain/dates'
import type { MarkedDot } from '#domain/readiness'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aLedgerEntry } from '#kit/rows'
import {
  aBookedPatient,
  aDischargedInfusion,
  aReading,
  anEscort,
  anOpenedInfusion,
  cardOf,
  frontDesk,
  nurse,
  roomsOf,
} from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const tuesday = day('2026-03-10')

const found = (appointmentId: string, dot: MarkedDot, isMet = true) => ({ appointmentId, dot, isMet, note: '' })

async function metOf(desk: OpenDesk, appointmentId: string) {
  return (await cardOf(desk, appointmentId)).dots.filter((one) => one.state === 'met').map((one) => one.dot)
}

describe('the seven dots of a visit', () => {
  test('fill one after the other, each by whom it belongs to', async () => {
    const desk = await openDesk()
    const { appointmentId, patientId, infusionId } = await anOpenedInfusion(desk)
    await aLedgerEntry(desk, patientId, 40_000)
    const office = frontDesk(desk)
    const before = await cardOf(desk, appointmentId)
    expect(before.dots).toEqual([
      { dot: 'consent', state: 'missing', owner: 'front_desk' },
      { dot: 'clearance', state: 'missing', owner: 'provider' },
      { dot: 'blood_pressure', state: 'missing', owner: 'nurse' },
      { dot: 'fasting', state: 'missing', owner: 'nurse' },
      { dot: 'escort', state: 'missing', owner: 'front_desk' },
      { dot: 'scale', state: 'missing', owner: 'nurse' },
      { dot: 'paid', state: 'missing', owner: 'biller' },
    ])
    await done(office.readiness.mark(found(appointmentId, 'consent')))
    await done(office.escorts.name(anEscort(appointmentId)))
    await done(nurse(desk).readiness.mark(found(appointmentId, 'fasting')))
    await done(nurse(desk).readiness.mark(found(appointmentId, 'scale')))
    await done(roomsOf(desk, ['provider'], desk.providerId).readiness.mark(found(appointmentId, 'clearance')))
    await aLedgerEntry(desk, patientId, -40_000)
    const high = aReading(desk, { systolic: 165, diastolic: 90 })
    await done(nurse(desk).infusions.addReading({ infusionId, reading: high }))
    expect(await metOf(desk, appointmentId)).toEqual(['consent', 'clearance', 'fasting', 'escort', 'scale', 'paid'])
    desk.clock.pass(10)
    const again = aReading(desk, { systolic: 138, diastolic: 84 })
    await done(nurse(desk).infusions.addReading({ infusionId, reading: again }))
    expect((await cardOf(desk, appointmentId)).dots.every((one) => one.state === 'met')).toBe(true)
  })

  test('follow the latest mark', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const { readiness } = frontDesk(desk)
    await done(readiness.mark(found(appointmentId, 'consent')))
    desk.clock.pass(1)
    await done(readiness.mark(found(appointmentId, 'consent', false)))
    expect(await metOf(desk, appointmentId)).toEqual(['paid'])
  })

  test('lose the fasting when the visit moves to another day', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const { readiness, appointments } = frontDesk(desk)
    await done(readiness.mark(found(appointmentId, 'fasting')))
    expect(await metOf(desk, appointmentId)).toEqual(['fasting', 'paid'])
    const { slot, version } = await cardOf(desk, appointmentId)
    await done(appointments.move({ appointmentId, version, slot: { ...slot, day: addDays(tuesday, 1) } }))
    expect(await metOf(desk, appointmentId)).toEqual(['paid'])
  })
})

describe('a mark is refused', () => {
  test('when it belongs to another role', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    for (const rooms of [frontDesk(desk), nurse(desk)]) {
      expect((await refused(rooms.readiness.mark(found(appointmentId, 'clearance')))).code).toBe('readiness.not-yours')
    }
    const manager = roomsOf(desk, ['manager'], desk.managerId)
    expect((await refused(manager.readiness.mark(found(appointmentId, 'fasting')))).code).toBe('readiness.not-yours')
  })

  test('about fasting before the day, and about a visit that is over', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { day: addDays(tuesday, 1) })
    const { readiness } = frontDesk(desk)
    expect((await refused(readiness.mark(found(appointmentId, 'fasting')))).code).toBe('readiness.not-yet')
    const over = await aDischargedInfusion(desk)
    const { version } = await cardOf(desk, over.appointmentId)
    await done(frontDesk(desk).appointments.complete({ appointmentId: over.appointmentId, version }))
    expect((await refused(readiness.mark(found(over.appointmentId, 'consent')))).code).toBe('appointment.cannot-become')
  })
})
