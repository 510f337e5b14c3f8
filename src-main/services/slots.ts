import type { Writer } from '#db/open'
import { findLocation } from '#db/queries/practice'
import type { LocationRow } from '#db/queries/practice'
import { findStaff } from '#db/queries/staff'
import type { AppointmentKind } from '#domain/appointment-status'
import { instantAt, localAt } from '#domain/clock'
import { formatMinute } from '#domain/dates'
import type { Day } from '#domain/dates'
import type { Role } from '#domain/roles'
import { isFinal, slotProblems, wordOf } from '#domain/slot-problems'
import type { Blocks } from '#domain/visit-blocks'
import { Refusal } from './refusal.ts'
import { slotRefusal } from './slot-refusals.ts'
import type { Timetable } from './timetable.ts'

/** Where and when and with whom somebody wants to be booked. */
export type WantedSlot = {
  day: Day
  startMinute: number
  minutes: number
  locationId: string
  roomId: string
  providerId: string
  nurseId: string | null
}

/** A slot with who wants it; the id is its own when it is booked already. */
export type Wanted = {
  slot: WantedSlot
  patientId: string
  kind: AppointmentKind
  blocks: Blocks | undefined
  id?: string
}

/**
 * Refuses a slot that cannot be: room and people that do not belong there, a day that is over, closed days and hours,
 * somebody away, or a clash at any clinic. `timetable` is what it is held against, the bookings of the same transaction
 * among them; `path` is where the slot stands in the input. With `mayOverride` it refuses only what nobody may allow,
 * and answers with what would stand in the way, each in a word.
 */
export async function checkSlot(
  tx: Writer,
  wanted: Wanted,
  timetable: Timetable,
  now: number,
  path: string,
  mayOverride = false,
): Promise<string[]> {
  const { slot, ...who } = wanted
  const location = await findLocation(tx, slot.locationId)
  if (location === undefined) {
    throw new Refusal('record.not-found', 'This clinic does not exist.', { path: `${path}.locationId` })
  }
  await checkPlace(tx, slot, location, path)
  checkTime(slot, location, now, path)
  const candidate = { ...slot, ...who, nurseId: slot.nurseId ?? undefined }
  const problems = slotProblems(candidate, { ...timetable, hours: location.hours }, timetable.booked)
  const inTheWay = mayOverride ? problems.find(isFinal) : problems[0]
  if (inTheWay !== undefined) throw await slotRefusal(tx, inTheWay, slot, location, path)
  return [...new Set(problems.map(wordOf))]
}

async function checkPlace(tx: Writer, slot: WantedSlot, location: LocationRow, path: string): Promise<void> {
  const room = location.rooms.find((one) => one.id === slot.roomId)
  if (room === undefined || room.isArchived) {
    throw new Refusal('appointment.wrong-room', `This room is not in use at ${location.name}.`, {
      path: `${path}.roomId`,
      facts: { location: location.name },
    })
  }
  await checkPerson(tx, slot.providerId, 'provider', location, `${path}.providerId`)
  if (slot.nurseId !== null) await checkPerson(tx, slot.nurseId, 'nurse', location, `${path}.nurseId`)
}

function checkTime(slot: WantedSlot, location: LocationRow, now: number, path: string): void {
  if (slot.day < localAt(now, location.zone).day) {
    throw new Refusal('appointment.in-past', 'This day is over. Choose today or a later day.', { path: `${path}.day` })
  }
  // The clocks go forward over this minute: nobody can come at it.
  if (instantAt(slot.day, slot.startMinute, location.zone) === undefined) {
    const at = formatMinute(slot.startMinute)
    throw new Refusal('appointment.no-such-time', `There is no ${at} on this day: the clocks go forward.`, {
      path: `${path}.startMinute`,
      facts: { at },
    })
  }
}

async function checkPerson(
  tx: Writer,
  staffId: string,
  role: Role,
  location: LocationRow,
  path: string,
): Promise<void> {
  const person = await findStaff(tx, staffId)
  const holds = person?.posts.some(
    (post) => post.role === role && (post.locationId === null || post.locationId === location.id),
  )
  if (person === undefined || person.isArchived || holds !== true) {
    throw new Refusal('appointment.wrong-person', `This person does not work as ${role} at ${location.name}.`, {
      path,
      facts: { role, location: location.name },
    })
  }
}
