import { z } from 'zod'
import { command, query } from './define.ts'
import { centsPositive, dayText, icd10, id, line, minutesLong, nothing, text } from './shapes.ts'

/** The part of a plan that only clinicians see. Target dose in micrograms a kilogram (500 is 0.5 mg/kg). */
export const clinicalFields = z.strictObject({
  indication: line(200),
  icd10Codes: z.array(icd10).min(1, 'too-few').max(12),
  microgramsPerKg: z.int().min(10, 'too-small').max(20_000, 'too-large'),
  clinicalNotes: text(4000),
})

/** The part of a plan that the desk needs to book and to price it. */
export const courseFields = z.strictObject({
  plannedInfusions: z.int().min(1).max(60),
  windowMinDays: z.int().min(1).max(400),
  windowMaxDays: z.int().min(1).max(400),
  minGapDays: z.int().min(1).max(120),
  infusionMinutes: minutesLong,
  priceCents: centsPositive.nullable(),
})

/** A template of a plan. */
export const protocol = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(['mood', 'pain']),
  phase: z.enum(['induction', 'maintenance']),
  course: courseFields,
  microgramsPerKg: z.number(),
})

const deskPlan = z.strictObject({
  id,
  protocolId: id,
  protocolName: z.string(),
  kind: z.enum(['mood', 'pain']),
  phase: z.enum(['induction', 'maintenance']),
  status: z.enum(['active', 'completed', 'stopped']),
  startedDay: dayText,
  providerId: id,
  providerName: z.string(),
  course: courseFields,
  done: z.number(),
  booked: z.number(),
  version: z.string(),
})

/** What clinicians decided for a patient: from a protocol, with individual changes. */
export const plans = {
  /** The templates with their doses, for those who start plans. */
  protocols: query({ needs: 'plans.write', input: nothing, output: z.array(protocol), reads: ['plans'] }),
  /** The plans of a patient as the desk may see them: no indication, no dose. */
  ofPatient: query({
    needs: 'plans.see',
    looksAt: 'patientId',
    input: z.strictObject({ patientId: id }),
    output: z.array(deskPlan),
    reads: ['plans', 'appointments', 'infusions'],
  }),
  /** The clinical half of the plans of a patient. */
  clinicalOfPatient: query({
    needs: 'plans.see-clinical',
    looksAt: 'patientId',
    input: z.strictObject({ patientId: id }),
    output: z.array(z.strictObject({ planId: id, clinical: clinicalFields, warnings: z.array(z.string()) })),
    reads: ['plans'],
  }),
  start: command({
    needs: 'plans.write',
    input: z.strictObject({
      patientId: id,
      protocolId: id,
      providerId: id,
      clinical: clinicalFields,
      course: courseFields,
    }),
    output: z.strictObject({ planId: id }),
    touches: ['plans'],
  }),
  /** With no more infusions planned than done the plan is complete, and its infusions to come are cancelled. */
  change: command({
    needs: 'plans.write',
    input: z.strictObject({
      planId: id,
      version: z.string(),
      providerId: id,
      clinical: clinicalFields,
      course: courseFields,
    }),
    output: nothing,
    touches: ['plans', 'appointments'],
  }),
  /** Ends a plan for good, and cancels its infusions that are still to come with the same reason: tells how many. */
  stop: command({
    needs: 'plans.write',
    input: z.strictObject({ planId: id, reason: line(200) }),
    output: z.strictObject({ cancelled: z.number() }),
    touches: ['plans', 'appointments'],
  }),
}
