import { addDays, day, weekday } from '#domain/dates'
import type { Day } from '#domain/dates'
import type { Role } from '#domain/roles'
import { openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done } from '#kit/room'

/** The first day of the year that is booked full. */
export const firstDay = day('2026-03-10')

/** How many chairs there are at both clinics together, how many days are full, and how many visits a chair has a day. */
export const size = { rooms: 12, days: 365, visitsADay: 5 } as const

const blocks = { check_in_minutes: 15, iv_minutes: 10, recovery_minutes: 30, turnover_minutes: 15 }
const minutes = 110
// Every hour and fifty minutes from eight; the lines of neighbouring chairs are placed one after the other.
const stagger = 5

/** A practice with twelve chairs, each booked from morning to evening on every working day of a year. */
export async function fullYear(): Promise<OpenDesk & { readonly rooms: readonly string[]; readonly planId: string }> {
  const desk = await openDesk()
  const { practice, staff } = desk.at(['manager'], desk.managerId)
  const rooms: { id: string; locationId: string }[] = []
  for (const location of [desk.santaMonica, desk.oxnard]) {
    rooms.push(...location.rooms.map((room) => ({ id: room.id, locationId: location.id })))
    for (let more = location.rooms.length; more < size.rooms / 2; more += 1) {
      const { roomId } = await done(practice.addRoom({ locationId: location.id, name: `Chair ${more + 3}` }))
      rooms.push({ id: roomId, locationId: location.id })
    }
  }
  const people: string[] = []
  for (let place = 0; place < size.rooms; place += 1) {
    const role: Role = place % 2 === 0 ? 'nurse' : 'provider'
    const locationId = rooms[place]?.locationId ?? null
    const person = { name: `Person ${place}`, credentials: '', npi: '', posts: [{ role, locationId }] }
    const secret = { signInName: `person${place}`, password: `a long pass phrase ${place}` }
    people.push((await done(staff.add({ ...person, ...secret }))).staffId)
  }
  const patients: string[] = []
  for (let n = 0; n < 60; n += 1) patients.push(await desk.aPatient())
  const planned = await desk.aPatient()
  const planId = await desk.aPlan(planned)
  for (const on of workingDays()) await fill(desk, on, rooms, people, patients)
  return { ...desk, rooms: rooms.map((room) => room.id), planId }
}

function workingDays(): Day[] {
  return Array.from({ length: size.days }, (_, after) => addDays(firstDay, after)).filter((on) => weekday(on) !== 0)
}

async function fill(
  desk: OpenDesk,
  on: Day,
  rooms: readonly { id: string; locationId: string }[],
  people: readonly string[],
  patients: readonly string[],
): Promise<void> {
  const here = desk.desk(['manager'], desk.managerId)
  await here.store.write(async (tx) => {
    for (const [place, room] of rooms.entries()) {
      for (let turn = 0; turn < size.visitsADay; turn += 1) {
        tx.insert('appointment', {
          id: here.newId(),
          patient_id: patients[(place * size.visitsADay + turn) % patients.length] ?? '',
          plan_id: null,
          kind: 'infusion',
          location_id: room.locationId,
          room_id: room.id,
          provider_id: people[place | 1] ?? '',
          nurse_id: people[place & ~1] ?? '',
          day: on,
          start_minute: 480 + (place % 6) * stagger + turn * minutes,
          minutes,
          ...blocks,
          status: 'booked',
          status_since: here.now(),
          status_reason: '',
          notes: '',
        })
      }
    }
  })
}
