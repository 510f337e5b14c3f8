import type { LocationView } from '#contract/practice'
import type { Day } from '#domain/dates'
import type { SamplePatient } from './register.ts'
import type { Seats } from './seats.ts'

const starts = [450, 510, 570, 630, 690, 750, 810, 870, 930, 990]

/** Fills today's open times with consultations and medication checks; a time that is taken is simply left. */
export async function bookTalks(
  seats: Seats,
  patients: readonly SamplePatient[],
  locations: readonly LocationView[],
  providers: ReadonlyMap<string, string[]>,
  today: Day,
): Promise<void> {
  const waiting = [...patients]
  for (const location of locations) {
    const people = providers.get(location.id) ?? []
    for (const [index, startMinute] of starts.entries()) {
      for (const room of location.rooms) {
        for (const providerId of people) {
          const patient = waiting[0]
          if (patient === undefined) return
          const kind = index % 2 === 0 ? 'consultation' : 'check'
          const minutes = kind === 'check' ? 30 : 60
          const where = { locationId: location.id, roomId: room.id, providerId, nurseId: null }
          const slot = { day: today, startMinute, minutes, ...where }
          const booked = await seats.desk.appointments.book({ patientId: patient.id, kind, notes: '', slot })
          if (booked.ok) waiting.shift()
        }
      }
    }
  }
}
