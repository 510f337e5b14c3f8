import type { LocationView } from '#contract/practice'
import type { Day } from '#domain/dates'
import type { SamplePatient } from './register.ts'
import type { Seats } from './seats.ts'

const starts = [8 * 60, 9 * 60, 10 * 60 + 30, 11 * 60 + 30, 13 * 60, 14 * 60 + 30, 15 * 60 + 30, 16 * 60 + 30]

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
      for (const [place, room] of location.rooms.entries()) {
        const patient = waiting[0]
        const providerId = people[(place + index) % Math.max(1, people.length)]
        if (patient === undefined || providerId === undefined) return
        const kind = index % 2 === 0 ? 'consultation' : 'check'
        const booked = await seats.desk.appointments.book({
          patientId: patient.id,
          kind,
          notes: '',
          slot: {
            day: today,
            startMinute,
            minutes: kind === 'check' ? 30 : 60,
            locationId: location.id,
            roomId: room.id,
            providerId,
            nurseId: null,
          },
        })
        if (booked.ok) waiting.shift()
      }
    }
  }
}
