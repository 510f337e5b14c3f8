import { addDays, day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBookedPatient, aTreatedPatient, frontDesk, nobody, roomsOf } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const tuesday = day('2026-03-10')
type Wish = Parameters<ReturnType<typeof frontDesk>['openings']['next']>[0]

function wish(desk: OpenDesk, changes: Partial<Wish> = {}): Wish {
  return {
    patientId: null,
    kind: 'infusion',
    locationIds: [desk.santaMonica.id, desk.oxnard.id],
    providerId: null,
    weekdays: [],
    fromMinute: 0,
    toMinute: 1440,
    fromDay: tuesday,
    limit: 6,
    exceptAppointmentId: null,
    ...changes,
  }
}

async function times(desk: OpenDesk, changes: Partial<Wish> = {}): Promise<string[]> {
  const slots = await done(frontDesk(desk).openings.next(wish(desk, changes)))
  return slots.map(({ day: on, startMinute, locationId }) => {
    const code = locationId === desk.oxnard.id ? 'OX' : 'SM'
    return `${on} ${Math.floor(startMinute / 60)}:${String(startMinute % 60).padStart(2, '0')} ${code}`
  })
}

describe('the next openings', () => {
  test('are the first free times of both clinics, from now on', async () => {
    const desk = await openDesk()
    expect(await times(desk, { limit: 4 })).toEqual([
      '2026-03-10 9:00 SM',
      '2026-03-10 9:00 OX',
      '2026-03-10 10:00 SM',
      '2026-03-10 10:00 OX',
    ])
  })

  test('keep to the clinic, the weekday and the time of day', async () => {
    const desk = await openDesk()
    const filtered = { locationIds: [desk.oxnard.id], weekdays: [5], fromMinute: 780, toMinute: 940, limit: 3 }
    expect(await times(desk, filtered)).toEqual(['2026-03-13 13:00 OX', '2026-03-20 13:00 OX', '2026-03-27 13:00 OX'])
  })

  test('can all be booked as they are', async () => {
    const desk = await openDesk()
    for (let n = 0; n < 6; n += 1) {
      const { patientId } = await aTreatedPatient(desk)
      const [slot] = await done(frontDesk(desk).openings.next(wish(desk, { patientId })))
      if (slot === undefined) throw new Error('nothing is free')
      await done(frontDesk(desk).appointments.book({ patientId, kind: 'infusion', slot, notes: '' }))
    }
  })

  test('leave out closed days, whoever is away, and the patient’s own infusion days', async () => {
    const desk = await openDesk()
    const { resources } = roomsOf(desk, ['manager'], desk.managerId)
    await done(resources.close({ locationId: null, fromDay: tuesday, untilDay: tuesday, reason: 'Holiday' }))
    const away = { fromDay: addDays(tuesday, 1), untilDay: addDays(tuesday, 1), fromMinute: null, toMinute: null }
    await done(resources.away({ who: desk.nurseId, ...away, reason: 'Course' }))
    const { patientId } = await aBookedPatient(desk, { day: addDays(tuesday, 2) })
    expect((await times(desk, { patientId }))[0]).toBe('2026-03-13 8:00 SM')
    expect((await times(desk))[0]).toBe('2026-03-12 8:00 SM')
  })

  test('can be those of one provider, and may reuse the time that a booking gives up', async () => {
    const desk = await openDesk()
    const { appointmentId, patientId } = await aBookedPatient(desk, { startMinute: 540 })
    const mine = { patientId, providerId: desk.providerId, locationIds: [desk.santaMonica.id] }
    expect((await times(desk, mine))[0]).toBe('2026-03-11 8:00 SM')
    expect((await times(desk, { ...mine, exceptAppointmentId: appointmentId }))[0]).toBe('2026-03-10 9:00 SM')
    const slots = await done(frontDesk(desk).openings.next(wish(desk, mine)))
    expect(new Set(slots.map((slot) => slot.providerId))).toEqual(new Set([desk.providerId]))
  })

  test('of a consultation need no nurse, and those of an infusion do', async () => {
    const desk = await openDesk()
    const { resources } = roomsOf(desk, ['manager'], desk.managerId)
    const away = { fromDay: tuesday, untilDay: tuesday, fromMinute: null, toMinute: null, reason: 'Ill' }
    await done(resources.away({ who: desk.nurseId, ...away }))
    const mine = { locationIds: [desk.santaMonica.id], limit: 1 }
    const [slot] = await done(frontDesk(desk).openings.next(wish(desk, { ...mine, kind: 'consultation' })))
    expect(slot).toMatchObject({ day: tuesday, startMinute: 540, minutes: 60, nurseId: null })
    expect(await times(desk, mine)).toEqual(['2026-03-11 8:00 SM'])
  })

  test('are as long as somebody asks for', async () => {
    const desk = await openDesk()
    const long = { locationIds: [desk.santaMonica.id], minutes: 540, limit: 2 }
    expect(await times(desk, long)).toEqual(['2026-03-10 9:00 SM', '2026-03-11 8:00 SM'])
  })

  test('of a clinic that does not exist are refused', async () => {
    const desk = await openDesk()
    expect((await refused(frontDesk(desk).openings.next(wish(desk, { locationIds: [nobody] })))).path).toBe(
      'locationIds',
    )
  })
})
