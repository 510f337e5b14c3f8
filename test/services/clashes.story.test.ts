import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import { aBookedPatient, aSlot, aThirdProvider, aTreatedPatient, booked, frontDesk } from '#kit/visit'
import type { Book, SlotWishes } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

describe('a clash', () => {
  // Ruth is there at ten for 110 minutes: Chair 1 of Santa Monica, Samuel Okafor, Joy Santos. Her line is placed from
  // 10:15 to 10:25, the nurse watches her to 11:35, the chair is free again at 11:50. Somebody else comes.
  test.each<[string, (desk: OpenDesk) => SlotWishes, string, Record<string, string>]>([
    [
      'of the room names who has it and until when',
      (desk) => ({ startMinute: 705, providerId: desk.managerId, nurseId: null }),
      'slot.roomId',
      { what: 'room', name: 'SM Chair 1', with: 'Ruth Alvarado, SM Chair 1' },
    ],
    [
      'of the provider names the provider',
      () => ({ startMinute: 609, room: 1, nurseId: null }),
      'slot.providerId',
      { what: 'provider', name: 'Samuel Okafor', with: 'Ruth Alvarado, SM Chair 1' },
    ],
    [
      'is also a provider who cannot be at the other clinic in time',
      () => ({ startMinute: 769, at: 'OX', nurseId: null }),
      'slot.providerId',
      { what: 'provider', name: 'Samuel Okafor', with: 'Ruth Alvarado, SM Chair 1' },
    ],
    [
      'is also a nurse who cannot be at the other clinic in time',
      (desk) => ({ startMinute: 769, at: 'OX', providerId: desk.managerId }),
      'slot.nurseId',
      { what: 'nurse', name: 'Joy Santos', with: 'Ruth Alvarado, SM Chair 1' },
    ],
  ])('%s', async (_, wishes, path, facts) => {
    const desk = await openDesk()
    await aBookedPatient(desk, { patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const { patientId } = await aTreatedPatient(desk)
    const before = await logLength(desk.read)
    const book: Book = { patientId, kind: 'infusion', slot: aSlot(desk, wishes(desk)), notes: '' }
    const name = facts['name'] ?? ''
    expect(await refused(frontDesk(desk).appointments.book(book))).toEqual({
      code: 'appointment.clash',
      message: `${name} is taken 10:00 AM–11:50 AM (Ruth Alvarado, infusion 1 of 6, SM Chair 1).`,
      path,
      facts: { from: '10:00 AM', to: '11:50 AM', day: '2026-03-10', number: 1, of: 6, ...facts },
    })
    expect(await logLength(desk.read)).toBe(before)
  })

  test('ends where the other visit ends, and with the road between the clinics', async () => {
    const desk = await openDesk()
    await aBookedPatient(desk)
    await aBookedPatient(desk, { startMinute: 490 })
    await aBookedPatient(desk, { startMinute: 770, at: 'OX' })
    await aBookedPatient(desk, { startMinute: 710, providerId: desk.managerId, nurseId: null })
  })

  test('of the nurse comes with the third patient at once, not with the second', async () => {
    const desk = await openDesk()
    const third = await aThirdProvider(desk)
    await aBookedPatient(desk)
    await aBookedPatient(desk, { room: 1, providerId: desk.managerId, startMinute: 630 })
    const { patientId } = await aTreatedPatient(desk)
    const slot = aSlot(desk, { room: 2, providerId: third, startMinute: 679 })
    const fault = await refused(frontDesk(desk).appointments.book({ patientId, kind: 'infusion', slot, notes: '' }))
    expect(fault).toMatchObject({
      code: 'appointment.clash',
      path: 'slot.nurseId',
      facts: { what: 'nurse', name: 'Joy Santos' },
    })
    await booked(desk, patientId, { room: 2, providerId: third, startMinute: 680 })
  })

  test('of the patient is any visit at the same time, and a second infusion that day at the other clinic', async () => {
    const desk = await openDesk()
    const { patientId } = await aBookedPatient(desk, { patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const { appointments } = frontDesk(desk)
    const elsewhere = aSlot(desk, { at: 'OX', providerId: desk.managerId, nurseId: null, startMinute: 900 })
    for (const [kind, slot] of [
      ['check', { ...elsewhere, startMinute: 690, minutes: 30 }],
      ['infusion', elsewhere],
    ] as const) {
      expect(await refused(appointments.book({ patientId, kind, slot, notes: '' }))).toEqual({
        code: 'appointment.clash',
        message: 'Ruth Alvarado is taken 10:00 AM–11:50 AM (Ruth Alvarado, infusion 1 of 6, SM Chair 1).',
        path: 'slot.startMinute',
        facts: {
          what: 'patient',
          name: 'Ruth Alvarado',
          from: '10:00 AM',
          to: '11:50 AM',
          with: 'SM Chair 1',
          day: '2026-03-10',
          number: 1,
          of: 6,
        },
      })
    }
    await done(appointments.book({ patientId, kind: 'check', slot: elsewhere, notes: '' }))
  })
})

describe('two desks at once', () => {
  test('twenty of them want one chair at one time: exactly one gets it, the others learn who has it', async () => {
    const desk = await openDesk()
    const patients: string[] = []
    for (let n = 0; n < 20; n += 1) patients.push(await desk.aPatient())
    const slot = aSlot(desk, { minutes: 60, nurseId: null })
    const replies = await Promise.all(
      patients.map((patientId) =>
        frontDesk(desk).appointments.book({ patientId, kind: 'consultation', slot, notes: '' }),
      ),
    )
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    for (const reply of replies) {
      if (!reply.ok) expect(reply.fault).toMatchObject({ code: 'appointment.clash', path: 'slot.roomId' })
    }
    const board = await done(frontDesk(desk).appointments.onDay({ day: slot.day, withCancelled: true }))
    expect(board).toHaveLength(1)
  })
})

test('one person in both seats of a visit is somebody alone with her patient: allowed, but offered last', async () => {
  const desk = await openDesk()
  const both = await aThirdProvider(desk, null, ['provider', 'nurse'])
  const { patientId } = await aTreatedPatient(desk)
  const slot = aSlot(desk, { providerId: both, nurseId: both })
  await done(frontDesk(desk).appointments.book({ patientId, kind: 'infusion', slot, notes: '' }))
  const other = await aTreatedPatient(desk)
  const beside = aSlot(desk, { room: 1, providerId: both, nurseId: null })
  const fault = await refused(
    frontDesk(desk).appointments.book({ patientId: other.patientId, kind: 'infusion', slot: beside, notes: '' }),
  )
  expect([fault.code, fault.facts?.['name']]).toEqual(['appointment.clash', 'Ravi Nair'])
})
