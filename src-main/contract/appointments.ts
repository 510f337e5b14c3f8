import { z } from 'zod'
import { dotStates, readinessDots } from '#domain/readiness'
import { roles } from '#domain/roles'
import { command, query } from './define.ts'
import {
  appointmentKind,
  appointmentStatus,
  centsAny,
  centsNotNegative,
  dayText,
  id,
  instant,
  line,
  minuteOfDay,
  minutesLong,
  nothing,
  text,
} from './shapes.ts'

/** Where and when and with whom. */
export const slot = z.strictObject({
  day: dayText,
  startMinute: minuteOfDay,
  minutes: minutesLong,
  locationId: id,
  roomId: id,
  providerId: id,
  nurseId: id.nullable(),
})

/** One card of the day board. */
export const card = z.strictObject({
  id,
  slot,
  kind: appointmentKind,
  status: appointmentStatus,
  statusSince: instant,
  patientId: id,
  patientName: z.string(),
  patientInitials: z.string(),
  recordNumber: z.string(),
  phone: z.string(),
  alertCount: z.number(),
  planId: id.nullable(),
  /** Infusion n of m, for infusions of a plan. */
  infusionNumber: z.number().nullable(),
  infusionsPlanned: z.number().nullable(),
  infusionMinutes: z.number().nullable(),
  hasEscort: z.boolean(),
  /** Null for those who may not see money. */
  balanceCents: centsAny.nullable(),
  notes: z.string(),
  /** What stood in the way and was allowed, by whom and why; stays to be seen. */
  override: z.strictObject({ what: z.array(z.string()), reason: z.string(), byName: z.string() }).nullable(),
  /** The seven conditions of an infusion, each met or missing and whose it is, never a value; empty for other visits. */
  dots: z.array(z.strictObject({ dot: z.enum(readinessDots), state: z.enum(dotStates), owner: z.enum(roles) })),
  /** Minutes of the blocks around the infusion; null where the booking knows none. */
  blocks: z
    .strictObject({
      checkInMinutes: z.number(),
      ivMinutes: z.number(),
      recoveryMinutes: z.number(),
      turnoverMinutes: z.number(),
    })
    .nullable(),
  cancelReason: z.string(),
  version: z.string(),
})

/** One card of the day board, as a type. */
export type Card = z.output<typeof card>

/** Why a slot is taken although something stands in the way; for those who may allow it. */
const override = line(200).nullish()

const versioned = z.strictObject({ appointmentId: id, version: z.string() })
const withReason = z.strictObject({ appointmentId: id, version: z.string(), reason: line(200) })

/** What a visit that does not take place costs by the practice's rules; drafted as an invoice. */
const exit = z.strictObject({ isLate: z.boolean(), feeCents: centsNotNegative })

/** Bookings: patient, room, provider and nurse at a time, at either clinic. */
export const appointments = {
  /** Everything on a day at both clinics; cancelled ones only on demand. */
  onDay: query({
    needs: 'appointments.see',
    input: z.strictObject({ day: dayText, withCancelled: z.boolean() }),
    output: z.array(card),
    reads: ['appointments', 'patients', 'plans', 'infusions', 'ledger'],
  }),
  /** Everything from one day to another at all clinics, both included, at most 42 days. */
  between: query({
    needs: 'appointments.see',
    input: z.strictObject({ from: dayText, until: dayText, withCancelled: z.boolean() }),
    output: z.array(card),
    reads: ['appointments', 'patients', 'plans', 'infusions', 'ledger'],
  }),
  /** How full each day is at each location: visits, minutes booked, and the minutes that its rooms could be booked. */
  load: query({
    needs: 'appointments.see',
    input: z.strictObject({ from: dayText, until: dayText }),
    output: z.array(
      z.strictObject({
        day: dayText,
        locationId: id,
        visits: z.number(),
        bookedMinutes: z.number(),
        capacityMinutes: z.number(),
      }),
    ),
    reads: ['appointments', 'practice', 'resources'],
  }),
  get: query({
    needs: 'appointments.see',
    input: z.strictObject({ appointmentId: id }),
    output: card,
    reads: ['appointments', 'patients', 'plans', 'infusions', 'ledger'],
  }),
  /**
   * How long a visit of this kind takes, in chair minutes, for the plan of this patient that is named, or the newest
   * active one; and all the active plans, when an infusion has to belong to one of them.
   */
  usualMinutes: query({
    needs: 'appointments.see',
    input: z.strictObject({ kind: appointmentKind, patientId: id, planId: id.nullish() }),
    output: z.strictObject({
      minutes: z.number(),
      planId: id.nullable(),
      providerId: id.nullable(),
      plans: z.array(z.strictObject({ planId: id, protocolName: z.string() })),
    }),
    reads: ['plans'],
  }),
  /** An infusion belongs to the patient's active plan; with several, to the one that is named. */
  book: command({
    needs: 'appointments.write',
    input: z.strictObject({
      patientId: id,
      kind: appointmentKind,
      planId: id.nullish(),
      slot,
      notes: text(500),
      override,
    }),
    output: z.strictObject({ appointmentId: id }),
    touches: ['appointments'],
  }),
  move: command({
    needs: 'appointments.write',
    input: z.strictObject({ appointmentId: id, version: z.string(), slot, override }),
    output: nothing,
    touches: ['appointments'],
  }),
  changeNotes: command({
    needs: 'appointments.write',
    input: z.strictObject({ appointmentId: id, version: z.string(), notes: text(500) }),
    output: nothing,
    touches: ['appointments'],
  }),
  confirm: command({ needs: 'appointments.write', input: versioned, output: nothing, touches: ['appointments'] }),
  arrive: command({ needs: 'appointments.write', input: versioned, output: nothing, touches: ['appointments'] }),
  /** The patient is in the chair. */
  room: command({ needs: 'appointments.write', input: versioned, output: nothing, touches: ['appointments'] }),
  /** Ends a visit that has no infusion, or checks out a patient who is ready to leave. */
  complete: command({ needs: 'appointments.write', input: versioned, output: nothing, touches: ['appointments'] }),
  /** One step back, for a click that came too early: roomed to arrived, arrived to booked, missed or cancelled to booked. */
  stepBack: command({ needs: 'appointments.write', input: versioned, output: nothing, touches: ['appointments'] }),
  /** With less notice than the practice asks it is a late one, unless the clinic cancels; its fee is drafted. */
  cancel: command({
    needs: 'appointments.write',
    input: withReason.extend({ by: z.enum(['patient', 'clinic']).optional() }),
    output: exit,
    touches: ['appointments', 'invoices'],
  }),
  noShow: command({
    needs: 'appointments.write',
    input: withReason,
    output: exit,
    touches: ['appointments', 'invoices'],
  }),
  /** How often a patient missed a visit or cancelled late, and whether the practice asks for the money beforehand. */
  misses: query({
    needs: 'appointments.see',
    input: z.strictObject({ patientId: id }),
    output: z.strictObject({ missed: z.number(), lateCancelled: z.number(), mustPrepay: z.boolean() }),
    reads: ['appointments', 'resources'],
  }),
}
