import fc from 'fast-check'
import { appointmentKinds, appointmentStatuses } from '#domain/appointment-status'
import { addDays, day } from '#domain/dates'
import type { Booked } from '#domain/schedule'

/** A Tuesday. */
export const tuesday = day('2026-03-10')

/** A booking on that Tuesday at ten, for two hours, in chair 1 of Santa Monica; each is somebody else's unless told. */
export function booking(changes: Partial<Booked> = {}): Booked {
  const id = changes.id ?? 'a'
  return {
    id,
    day: tuesday,
    startMinute: 600,
    minutes: 120,
    locationId: 'SM',
    roomId: 'SM chair 1',
    providerId: `provider of ${id}`,
    nurseId: `nurse of ${id}`,
    patientId: `patient of ${id}`,
    status: 'booked',
    kind: 'infusion',
    ...changes,
  }
}

/** Bookings so close together in time, rooms and people, by tens of minutes, that many of them clash or just touch. */
export const crowdedBooking: fc.Arbitrary<Booked> = fc
  .record({
    day: mostly(tuesday, addDays(tuesday, 1)),
    startMinute: fc.integer({ min: 50, max: 62 }).map((tens) => tens * 10),
    minutes: fc.integer({ min: 1, max: 6 }).map((tens) => tens * 10),
    locationId: mostly('SM', 'OX'),
    room: fc.constantFrom('chair 1', 'chair 2', 'chair 3'),
    providerId: fc.constantFrom('Dr. Ito', 'Dr. Vega', undefined),
    nurseId: mostly('Ana', 'Ben', 'Dr. Vega', undefined),
    patientId: fc.constantFrom('Ruth', 'Omar', 'Li'),
    status: mostly('booked', ...appointmentStatuses),
    kind: fc.constantFrom(...appointmentKinds),
    id: fc.uuid(),
  })
  .map(({ room, ...rest }) => ({ ...rest, roomId: `${rest.locationId} ${room}` }))

function mostly<const T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
}
