import type { FaultFacts } from '#contract/faults'
import type { Reader, Writer } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import { listLocations } from '#db/queries/practice'
import type { LocationRow } from '#db/queries/practice'
import { findStaff } from '#db/queries/staff'
import { formatMinute, weekday } from '#domain/dates'
import { legalName } from '#domain/patient'
import type { Clash } from '#domain/schedule'
import type { SlotProblem } from '#domain/slot-problems'
import { Refusal } from './refusal.ts'
import type { WantedSlot } from './slots.ts'

const fields = { patient: 'startMinute', room: 'roomId', provider: 'providerId', nurse: 'nurseId' } as const

/** The refusal of a slot in words: what is closed, who is away, what is taken, by whom and until when. */
export async function slotRefusal(
  db: Reader | Writer,
  problem: SlotProblem,
  slot: WantedSlot,
  location: LocationRow,
  path: string,
): Promise<Refusal> {
  switch (problem.what) {
    case 'closure':
      return new Refusal('appointment.closed-day', `${location.name} is closed: ${problem.closure.reason}.`, {
        path: `${path}.day`,
        facts: { location: location.name, reason: problem.closure.reason },
      })
    case 'hours':
      return hoursRefusal(problem.problem, slot, location, path)
    case 'away':
      return awayRefusal(db, problem.who, slot, location, path)
    case 'clash':
      return clashRefusal(db, problem.clash, slot, path)
  }
}

function hoursRefusal(
  problem: 'closed' | 'before-opening' | 'past-closing',
  slot: WantedSlot,
  location: LocationRow,
  path: string,
): Refusal {
  if (problem === 'closed') {
    return new Refusal('appointment.closed', `${location.name} is closed on this day.`, {
      path: `${path}.day`,
      facts: { location: location.name },
    })
  }
  const today = location.hours.filter((hours) => hours.weekday === weekday(slot.day))
  const open = formatMinute(Math.min(...today.map((hours) => hours.openMinute)))
  const close = formatMinute(Math.max(...today.map((hours) => hours.closeMinute)))
  return new Refusal('appointment.outside-hours', `${location.name} is open from ${open} to ${close} on this day.`, {
    path: `${path}.startMinute`,
    facts: { location: location.name, open, close },
  })
}

async function awayRefusal(
  db: Reader | Writer,
  who: 'room' | 'provider' | 'nurse',
  slot: WantedSlot,
  location: LocationRow,
  path: string,
): Promise<Refusal> {
  const personId = who === 'nurse' ? slot.nurseId : slot.providerId
  const name =
    who === 'room'
      ? (location.rooms.find((one) => one.id === slot.roomId)?.name ?? '')
      : ((personId === null ? undefined : await findStaff(db, personId))?.name ?? '')
  // Why somebody is away is nobody's business at the desk.
  return new Refusal('appointment.away', `${name} is not at ${location.name} at that time.`, {
    path: `${path}.${fields[who]}`,
    facts: { name, location: location.name },
  })
}

/** Names what is taken, by whom and until when. */
async function clashRefusal(db: Reader | Writer, clash: Clash, slot: WantedSlot, path: string): Promise<Refusal> {
  const other = await findAppointment(db, clash.with.id)
  const location = (await listLocations(db)).find((one) => one.id === clash.with.locationId)
  const room = location?.rooms.find((one) => one.id === clash.with.roomId)
  const provider = await findStaff(db, slot.providerId)
  const nurse = slot.nurseId === null ? undefined : await findStaff(db, slot.nurseId)
  const who = other === undefined ? '' : legalName(other)
  const from = formatMinute(clash.with.startMinute)
  const until = formatMinute(clash.with.startMinute + clash.with.minutes)
  const place = `${location?.code ?? ''} ${room?.name ?? ''}`.trim()
  const taken = { patient: who, room: place, provider: provider?.name ?? '', nurse: nurse?.name ?? '' }[clash.what]
  const visit =
    other === undefined || other.infusionNumber === null || other.infusionsPlanned === null
      ? ''
      : `, infusion ${other.infusionNumber} of ${other.infusionsPlanned}`
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
  return new Refusal('appointment.clash', `${taken} is taken ${from}–${until} (${who}${visit}, ${place}).`, {
    path: `${path}.${fields[clash.what]}`,
    facts,
  })
}
