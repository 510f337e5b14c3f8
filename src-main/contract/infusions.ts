import { z } from 'zod'
import { command, query } from './define.ts'
import { dayText, id, infusionStage, instant, line, nothing, text } from './shapes.ts'

/** One set of vitals; the time is when it was measured, which may be before it was typed. */
export const readingFields = z.strictObject({
  measuredAt: instant,
  systolic: z.int().min(40, 'too-small').max(300, 'too-large'),
  diastolic: z.int().min(20, 'too-small').max(200, 'too-large'),
  heartRate: z.int().min(20, 'too-small').max(250, 'too-large'),
  respiratoryRate: z.int().min(3, 'too-small').max(70, 'too-large').nullable(),
  spo2: z.int().min(50, 'too-small').max(100, 'too-large'),
})

const adverseEvent = z.strictObject({
  id,
  what: z.string(),
  grade: z.number(),
  startedAt: instant,
  endedAt: instant.nullable(),
  notes: z.string(),
})

/** Which unusual happenings can be picked; `other` needs a note. */
export const adverseEventKinds = [
  'drowsiness',
  'dizziness',
  'dissociation',
  'hypertension',
  'nausea',
  'vomiting',
  'headache',
  'blurred_vision',
  'anxiety',
  'confusion',
  'hallucination',
  'tachycardia',
  'bradycardia',
  'hypotension',
  'injection_site_pain',
  'rash',
  'other',
] as const

/** The record of one treatment, as clinicians see it. */
export const infusionView = z.strictObject({
  id,
  appointmentId: id,
  patientId: id,
  patientName: z.string(),
  birthDay: dayText,
  locationId: id,
  stage: infusionStage,
  number: z.number().nullable(),
  planned: z.number().nullable(),
  order: z.strictObject({
    microgramsPerKg: z.number(),
    infusionMinutes: z.number(),
    weightGrams: z.number().nullable(),
    concentrationMgPerMl: z.number(),
    doseMicrograms: z.number().nullable(),
    volumeMicrolitres: z.number().nullable(),
    rateMicrogramsPerHour: z.number().nullable(),
    mustDilute: z.boolean(),
    warnings: z.array(z.string()),
  }),
  startedAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  dischargedAt: instant.nullable(),
  notDrivingBefore: instant.nullable(),
  readings: z.array(
    readingFields.extend({
      id,
      alert: z.enum(['none', 'caution', 'alert', 'stop']),
      takenBy: z.string(),
      /** Who lets the infusion start although this reading holds it, and why. */
      lift: z.strictObject({ reason: z.string(), byName: z.string(), at: instant }).nullable(),
    }),
  ),
  adverseEvents: z.array(adverseEvent),
  notes: z.string(),
  version: z.string(),
})

/** The record of one treatment, as a type. */
export type InfusionView = z.output<typeof infusionView>

/** What happens in the chair. */
export const infusions = {
  ofAppointment: query({
    needs: 'infusions.see',
    looksAt: 'patientId',
    input: z.strictObject({ appointmentId: id, patientId: id }),
    output: infusionView.nullable(),
    reads: ['infusions', 'patients', 'plans'],
  }),
  /** Opens the record of an arrived patient's infusion; a second opening answers with the same record. */
  open: command({
    needs: 'infusions.write',
    input: z.strictObject({ appointmentId: id }),
    output: z.strictObject({ infusionId: id }),
    touches: ['infusions'],
  }),
  /**
   * Today's weight and the vial's strength; the dose follows from the plan. One outside the usual range has to be
   * confirmed, and by a provider when the plan says another.
   */
  prepare: command({
    needs: 'infusions.write',
    input: z.strictObject({
      infusionId: id,
      weightGrams: z.int().min(25_000, 'too-small').max(350_000, 'too-large'),
      concentrationMgPerMl: z.union([z.literal(10), z.literal(50), z.literal(100)]),
      microgramsPerKg: z.int().min(10, 'too-small').max(20_000, 'too-large'),
      infusionMinutes: z.int().min(2, 'too-small').max(720, 'too-large'),
      confirmedOutOfRange: z.boolean(),
    }),
    output: nothing,
    touches: ['infusions'],
  }),
  start: command({
    needs: 'infusions.write',
    input: z.strictObject({ infusionId: id, startedAt: instant }),
    output: nothing,
    touches: ['infusions', 'appointments'],
  }),
  addReading: command({
    needs: 'infusions.write',
    input: z.strictObject({ infusionId: id, reading: readingFields }),
    output: z.strictObject({ readingId: id, alert: z.enum(['none', 'caution', 'alert', 'stop']) }),
    touches: ['infusions'],
  }),
  /** A provider lets the infusion start although this reading holds it; a later reading is judged anew. */
  liftHold: command({
    needs: 'infusions.decide',
    input: z.strictObject({ infusionId: id, readingId: id, reason: line(200) }),
    output: nothing,
    touches: ['infusions', 'appointments'],
  }),
  addAdverseEvent: command({
    needs: 'infusions.write',
    input: z.strictObject({
      infusionId: id,
      what: z.enum(adverseEventKinds),
      grade: z.int().min(1).max(5),
      startedAt: instant,
      notes: text(500),
    }),
    output: z.strictObject({ adverseEventId: id }),
    touches: ['infusions'],
  }),
  endAdverseEvent: command({
    needs: 'infusions.write',
    input: z.strictObject({ adverseEventId: id, endedAt: instant }),
    output: nothing,
    touches: ['infusions'],
  }),
  writeNotes: command({
    needs: 'infusions.write',
    input: z.strictObject({ infusionId: id, version: z.string(), notes: text(8000) }),
    output: nothing,
    touches: ['infusions'],
  }),
  stop: command({
    needs: 'infusions.write',
    input: z.strictObject({ infusionId: id, stoppedAt: instant }),
    output: nothing,
    touches: ['infusions', 'appointments'],
  }),
  /** Lets the patient go: refused without an escort on site, a fit reading, orientation and the minimum recovery time. */
  discharge: command({
    needs: 'infusions.write',
    input: z.strictObject({
      infusionId: id,
      isOrientated: z.boolean(),
      walksSteadily: z.boolean(),
      instructionsTo: line(120),
    }),
    output: z.strictObject({ notDrivingBefore: instant }),
    // The last infusion of a plan completes it.
    touches: ['infusions', 'appointments', 'plans'],
  }),
}
