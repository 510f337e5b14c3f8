import { z } from 'zod'
import { command, query } from './define.ts'
import {
  address,
  appointmentKind,
  appointmentStatus,
  centsAny,
  dayText,
  email,
  id,
  language,
  line,
  nothing,
  phone,
  text,
} from './shapes.ts'

/** What the desk writes down of a patient. */
export const patientFields = z.strictObject({
  firstName: line(80),
  lastName: line(120),
  preferredName: text(80),
  birthDay: dayText,
  phone,
  email,
  address,
  language,
  homeLocationId: id,
  deskNotes: text(2000),
})

/** One patient found by a search. */
export const foundPatient = z.strictObject({
  id,
  recordNumber: z.string(),
  name: z.string(),
  preferredName: z.string(),
  birthDay: dayText,
  age: z.number(),
  phone: z.string(),
  homeLocationCode: z.string(),
  isArchived: z.boolean(),
})

/** One patient found by a search, as a type. */
export type FoundPatient = z.output<typeof foundPatient>

const alertInput = z.strictObject({ patientId: id, text: line(200) })

/** The people who are treated. */
export const patients = {
  /** Finds by name, preferred name, phone, birth day or record number, forgiving accents and slips; best first. */
  search: query({
    needs: 'patients.see',
    input: z.strictObject({ text: text(120), limit: z.int().min(1).max(500), withArchived: z.boolean() }),
    output: z.strictObject({ patients: z.array(foundPatient), total: z.number() }),
    reads: ['patients'],
  }),
  /** The page of one patient: who, alerts, money, what is next, how far the plan is. */
  page: query({
    needs: 'patients.see',
    looksAt: 'patientId',
    input: z.strictObject({ patientId: id }),
    output: z.strictObject({
      id,
      recordNumber: z.string(),
      fields: patientFields,
      name: z.string(),
      age: z.number(),
      homeLocationCode: z.string(),
      isArchived: z.boolean(),
      version: z.string(),
      alerts: z.array(z.strictObject({ id, text: z.string() })),
      /** Null for those who may not see money. */
      balanceCents: centsAny.nullable(),
      next: z
        .strictObject({
          appointmentId: id,
          day: dayText,
          startMinute: z.number(),
          locationCode: z.string(),
          kind: appointmentKind,
        })
        .nullable(),
      course: z
        .strictObject({
          planId: id,
          protocolName: z.string(),
          done: z.number(),
          of: z.number(),
          booked: z.number(),
          day: z.number().nullable(),
        })
        .nullable(),
      visits: z.array(
        z.strictObject({
          appointmentId: id,
          day: dayText,
          startMinute: z.number(),
          minutes: z.number(),
          kind: appointmentKind,
          status: appointmentStatus,
          locationCode: z.string(),
          roomName: z.string(),
          infusionNumber: z.number().nullable(),
        }),
      ),
    }),
    reads: ['patients', 'plans', 'appointments', 'infusions', 'ledger'],
  }),
  /** People who may be the same one; asked before registering. */
  duplicates: query({
    needs: 'patients.see',
    input: z.strictObject({
      firstName: text(80),
      lastName: text(120),
      birthDay: dayText.nullable(),
      phone: text(40),
      exceptId: id.nullable(),
    }),
    output: z.array(foundPatient),
    reads: ['patients'],
  }),
  /** Refused as `patient.duplicate` when somebody very like it exists, unless `notADuplicate`. */
  register: command({
    needs: 'patients.write',
    input: z.strictObject({ fields: patientFields, notADuplicate: z.boolean() }),
    output: z.strictObject({ patientId: id, recordNumber: z.string() }),
    touches: ['patients'],
  }),
  /** `version` is the one the form was opened with: a newer one in the file refuses as `record.changed`. */
  correct: command({
    needs: 'patients.write',
    input: z.strictObject({ patientId: id, version: z.string(), fields: patientFields }),
    output: nothing,
    touches: ['patients', 'appointments'],
  }),
  addAlert: command({
    needs: 'patients.write',
    input: alertInput,
    output: z.strictObject({ alertId: id }),
    touches: ['patients'],
  }),
  archiveAlert: command({
    needs: 'patients.write',
    input: z.strictObject({ alertId: id, reason: line(200) }),
    output: nothing,
    touches: ['patients'],
  }),
  archive: command({
    needs: 'patients.archive',
    input: z.strictObject({ patientId: id, reason: line(200) }),
    output: nothing,
    touches: ['patients'],
  }),
  restore: command({
    needs: 'patients.archive',
    input: z.strictObject({ patientId: id, reason: line(200) }),
    output: nothing,
    touches: ['patients'],
  }),
}
