import { addDays, day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBookedPatient, frontDesk, roomsOf, versioned } from '#kit/visit'
import { afterEach, expect, test } from 'vitest'

afterEach(closeDesk)

const tuesday = day('2026-03-10')

test('a day is as full as its rooms are booked of the hours that they could be', async () => {
  const desk = await openDesk()
  await aBookedPatient(desk)
  const gone = await aBookedPatient(desk, { startMinute: 800 })
  const { appointments } = frontDesk(desk)
  await done(appointments.cancel({ ...(await versioned(desk, gone.appointmentId)), reason: 'Flu', by: 'clinic' }))
  const closure = { locationId: desk.oxnard.id, fromDay: tuesday, untilDay: tuesday, reason: 'Painting' }
  await done(roomsOf(desk, ['manager'], desk.managerId).resources.close(closure))
  const sunday = addDays(tuesday, 5)
  // Three rooms for ten hours each; closed by its closure, or by its hours on Sunday.
  const load = await done(appointments.load({ from: tuesday, until: sunday }))
  const of = (on: string, locationId: string) => load.find((one) => one.day === on && one.locationId === locationId)
  expect(of(tuesday, desk.santaMonica.id)).toMatchObject({ visits: 1, bookedMinutes: 110, capacityMinutes: 1800 })
  expect(of(tuesday, desk.oxnard.id)).toMatchObject({ visits: 0, bookedMinutes: 0, capacityMinutes: 0 })
  expect(of(sunday, desk.santaMonica.id)).toMatchObject({ capacityMinutes: 0 })
})

test('a week shows every day of it, and no stretch that is none', async () => {
  const desk = await openDesk()
  const { appointments } = frontDesk(desk)
  const first = await aBookedPatient(desk)
  const last = await aBookedPatient(desk, { day: addDays(tuesday, 6) })
  await aBookedPatient(desk, { day: addDays(tuesday, 7) })
  const week = { from: tuesday, until: addDays(tuesday, 6), withCancelled: false }
  const cards = await done(appointments.between(week))
  expect(cards.map((card) => card.id)).toEqual([first.appointmentId, last.appointmentId])
  for (const until of [addDays(tuesday, -1), addDays(tuesday, 42)]) {
    expect((await refused(appointments.between({ ...week, until }))).path).toBe('until')
  }
})
