import type { FaultCode, FaultFacts } from '#contract/faults'
import type { Writer } from '#db/open'
import { findAppointment, listHeld } from '#db/queries/appointments'
import type { HeldRow } from '#db/queries/appointments'
import { findLocation, listLocations } from '#db/queries/practice'
import type { LocationRow } from '#db/queries/practice'
import { findStaff } from '#db/queries/staff'
import type { AppointmentKind } from '#domain/appointment-status'
import { localAt } from '#domain/clock'
import { formatMinute, weekday } from '#domain/dates'
import type { Day } from '#domain/dates'
import { legalName } from '#domain/patient'
import type { Role } from '#domain/roles'
import { clashesOf, openAt } from '#domain/schedule'
import type { Booked, Clash } from '#domain/schedule'
import type { Blocks } from '#domain/visit-blocks'
import { Refusal } from './refusal.ts'

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

type Wanted = {
  slot: WantedSlot
  patientId: string
  kind: AppointmentKind
  blocks: Blocks | undefined
  id?: string
}

/**
 * Refuses a slot that cannot be: room and people that do not belong there, a day that is over, closed hours, or a clash
 * at any clinic. `booked` are the bookings it is held against, those of the same transaction among them; `path` is where
 * the slot stands in the input.
 */
export async function checkSlot(tx: Writer, wanted: Wanted, booked: readonly Booked[], now: number, path: string) {
  const { slot } = wanted
  const location = await findLocation(tx, slot.locationId)
  if (location === undefined) {
    throw new Refusal('record.not-found', 'This clinic does not exist.', { path: `${path}.locationId` })
  }
  const room = location.rooms.find((one) => one.id === slot.roomId)
  if (room === undefined || room.isArchived) {
    throw new Refusal('appointment.wrong-room', `This room is not in use at ${location.name}.`, {
      path: `${path}.roomId`,
      facts: { location: location.name },
    })
  }
  await checkPerson(tx, slot.providerId, 'provider', location, `${path}.providerId`)
  if (slot.nurseId !== null) await checkPerson(tx, slot.nurseId, 'nurse', location, `${path}.nurseId`)
  if (slot.day < localAt(now, location.zone).day) {
    throw new Refusal('appointment.in-past', 'This day is over. Choose today or a later day.', { path: `${path}.day` })
  }
  checkHours(slot, location, path)
  const [clash] = clashesOf({ ...wanted, ...slot, nurseId: slot.nurseId ?? undefined }, booked)
  if (clash !== undefined) throw await clashRefusal(tx, clash, path)
}

/** The bookings of some days as the domain compares them. */
export async function heldOn(tx: Writer, days: readonly Day[]): Promise<Booked[]> {
  const [first] = days.toSorted()
  const last = days.toSorted().at(-1)
  if (first === undefined || last === undefined) return []
  return (await listHeld(tx, first, last)).map(asBooked)
}

/** A stored booking as the domain compares it. */
export function asBooked(row: HeldRow): Booked {
  return { ...row, nurseId: row.nurseId ?? undefined, blocks: row.blocks ?? undefined }
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

function checkHours(slot: WantedSlot, location: LocationRow, path: string): void {
  const problem = openAt(location.hours, slot)
  if (problem === undefined) return
  if (problem === 'closed') {
    throw new Refusal('appointment.closed', `${location.name} is closed on this day.`, {
      path: `${path}.day`,
      facts: { location: location.name },
    })
  }
  const today = location.hours.filter((hours) => hours.weekday === weekday(slot.day))
  const open = formatMinute(Math.min(...today.map((hours) => hours.openMinute)))
  const close = formatMinute(Math.max(...today.map((hours) => hours.closeMinute)))
  throw new Refusal('appointment.outside-hours', `${location.name} is open from ${open} to ${close} on this day.`, {
    path: `${path}.startMinute`,
    facts: { location: location.name, open, close },
  })
}

const fields = { patient: 'startMinute', room: 'roomId', provider: 'providerId', nurse: 'nurseId' } as const

/** Names what is taken, by whom and until when. */
async function clashRefusal(tx: Writer, clash: Clash, path: string): Promise<Refusal> {
  const other = await findAppointment(tx, clash.with.id)
  const locations = await listLocations(tx)
  const location = locations.find((one) => one.id === clash.with.locationId)
  const room = location?.rooms.find((one) => one.id === clash.with.roomId)
  const provider = clash.with.providerId === undefined ? undefined : await findStaff(tx, clash.with.providerId)
  const nurse = clash.with.nurseId === undefined ? undefined : await findStaff(tx, clash.with.nurseId)
  const who = other === undefined ? '' : legalName(other)
  const from = formatMinute(clash.with.startMinute)
  const until = formatMinute(clash.with.startMinute + clash.with.minutes)
  const place = `${location?.code ?? ''} ${room?.name ?? ''}`.trim()
  const taken = {
    patient: who,
    room: place,
    provider: provider?.name ?? '',
    nurse: nurse?.name ?? '',
  }[clash.what]
  const visit =
    other === undefined || other.infusionNumber === null || other.infusionsPlanned === null
      ? ''
      : `, infusion ${other.infusionNumber} of ${other.infusionsPlanned}`
  const code: FaultCode = 'appointment.clash'
  const facts: FaultFacts = {
    what: clash.what,
    name: taken,
    from,
    to: until,
    with: clash.what === 'patient' ? place : `${who}, ${place}`,
    day: clash.with.day,
    number: other?.infusionNumber ?? 0,
    of: other?.infusionsPlanned ?? 0,
  }
  return new Refusal(code, `${taken} is taken ${from}–${until} (${who}${visit}, ${place}).`, {
    path: `${path}.${fields[clash.what]}`,
    facts,
  })
}
