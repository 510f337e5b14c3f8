import { z } from 'zod'
import { contactAbouts, contactOutcomes } from '#domain/contact'
import { command, query } from './define.ts'
import { appointmentKind, appointmentStatus, dayText, id, instant, minuteOfDay, nothing, text } from './shapes.ts'

const outcome = z.enum(contactOutcomes)

const call = z.strictObject({
  appointmentId: id,
  patientId: id,
  patientName: z.string(),
  phone: z.string(),
  day: dayText,
  startMinute: z.number(),
  kind: appointmentKind,
  status: appointmentStatus,
  locationCode: z.string(),
  lastOutcome: outcome.nullable(),
  lastCalledAt: instant.nullable(),
})

/** What the desk works through: whom to call, and about what. Every row leads to the booking that it asks for. */
export const lists = {
  /** Who has not confirmed a day's appointment yet. */
  confirmations: query({
    needs: 'appointments.see',
    input: z.strictObject({ day: dayText }),
    output: z.array(call),
    reads: ['appointments', 'patients', 'calls'],
  }),
  /** Who missed a visit or cancelled late in the last weeks and has nothing booked. */
  missed: query({
    needs: 'appointments.see',
    input: nothing,
    output: z.array(call),
    reads: ['appointments', 'patients', 'calls'],
  }),
  /** Whose effect is to be renewed: by the plan's own interval, the most overdue first. */
  boosters: query({
    needs: 'appointments.see',
    input: nothing,
    output: z.array(
      z.strictObject({
        patientId: id,
        patientName: z.string(),
        phone: z.string(),
        homeLocationCode: z.string(),
        protocolName: z.string(),
        lastDay: dayText,
        dueDay: dayText,
        state: z.enum(['due', 'overdue']),
        overdueDays: z.number(),
      }),
    ),
    reads: ['appointments', 'patients', 'plans'],
  }),
  /** Who takes home the patients of a day, and who still waits for it. */
  rides: query({
    needs: 'escorts.see',
    input: z.strictObject({ day: dayText }),
    output: z.array(
      z.strictObject({
        appointmentId: id,
        patientId: id,
        patientName: z.string(),
        locationCode: z.string(),
        startMinute: z.number(),
        endMinute: z.number(),
        status: appointmentStatus,
        escortName: z.string().nullable(),
        escortPhone: z.string().nullable(),
        expectedMinute: z.number().nullable(),
        arrivedAt: instant.nullable(),
        /** Ready to leave with nobody here to take them. */
        isWaiting: z.boolean(),
      }),
    ),
    reads: ['appointments', 'patients'],
  }),
  /** Writes down a call and what came of it; who was reached about an appointment has confirmed it. */
  record: command({
    needs: 'appointments.write',
    input: z.strictObject({
      patientId: id,
      appointmentId: id.nullable(),
      about: z.enum(contactAbouts),
      outcome,
      note: text(200),
    }),
    output: nothing,
    touches: ['calls', 'appointments'],
  }),
}

const wish = z.strictObject({
  patientId: id,
  kind: appointmentKind,
  locationId: id.nullable(),
  providerId: id.nullable(),
  /** One bit a weekday, Sunday the lowest; zero means any. */
  weekdays: z.int().min(0).max(127),
  fromDay: dayText,
  untilDay: dayText.nullable(),
  fromMinute: minuteOfDay,
  toMinute: minuteOfDay,
  urgency: z.enum(['soon', 'flexible']),
  notes: text(300),
})

const waitingRow = wish.extend({ id, patientName: z.string(), phone: z.string(), since: instant, version: z.string() })

/** Who waits for a time that is not free yet. */
export const waiting = {
  list: query({
    needs: 'appointments.see',
    input: nothing,
    output: z.array(waitingRow),
    reads: ['waiting', 'patients'],
  }),
  add: command({
    needs: 'appointments.write',
    input: wish,
    output: z.strictObject({ waitingId: id }),
    touches: ['waiting'],
  }),
  withdraw: command({
    needs: 'appointments.write',
    input: z.strictObject({ waitingId: id, reason: text(200) }),
    output: nothing,
    touches: ['waiting'],
  }),
  /** Who would take a time that has become free, in the order in which to offer it; checked against everything held. */
  fits: query({
    needs: 'appointments.see',
    input: z.strictObject({
      day: dayText,
      startMinute: minuteOfDay,
      minutes: z.int().min(1).max(720),
      locationId: id,
      roomId: id,
      providerId: id,
      nurseId: id.nullable(),
    }),
    output: z.array(waitingRow.extend({ minutes: z.number() })),
    reads: ['waiting', 'appointments', 'patients', 'resources'],
  }),
}
