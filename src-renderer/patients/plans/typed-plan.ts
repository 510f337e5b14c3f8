import type { Control, DefaultValues } from 'react-hook-form'
import { z } from 'zod'
import type { OutputOf } from '#api/hooks'
import { clinicalFields, courseFields } from '#contract/plans'
import { id } from '#contract/shapes'

/** A plan as it is typed. `version` is that of the plan when the form was opened, empty for a new one. */
export const typedPlan = z.strictObject({
  version: z.string(),
  protocolId: id,
  providerId: id,
  clinical: clinicalFields,
  course: courseFields,
})

/** What binds the fields of this form. */
export type PlanControl = Control<z.input<typeof typedPlan>, unknown, z.output<typeof typedPlan>>

/** A plan as the desk may see it. */
export type DeskPlan = OutputOf<'plans', 'ofPatient'>[number]

/** The half of a plan that only clinicians see. */
export type ClinicalPlan = OutputOf<'plans', 'clinicalOfPatient'>[number]

/** Where what was typed of a new plan outlives a lock. */
export function startDraft(patientId: string): string {
  return `plans.start.${patientId}`
}

/** Where what was typed of a change outlives a lock. */
export function changeDraft(planId: string): string {
  return `plans.change.${planId}`
}

/** A new plan before a protocol is chosen. */
export function noPlanYet(providerId: string): DefaultValues<z.input<typeof typedPlan>> {
  return {
    version: '',
    protocolId: '',
    providerId,
    clinical: { indication: '', icd10Codes: [], clinicalNotes: '' },
    course: { priceCents: null },
  }
}

/** A plan as it stands. */
export function planShown(plan: DeskPlan, { clinical }: ClinicalPlan): z.output<typeof typedPlan> {
  const { version, protocolId, providerId, course } = plan
  return { version, protocolId, providerId, clinical, course }
}

/** A dose a kilogram as it is read aloud: `0.50 mg/kg`; a third decimal only where it says something. */
export function formatDose(microgramsPerKg: number): string {
  return `${(microgramsPerKg / 1000).toFixed(microgramsPerKg % 10 === 0 ? 2 : 3)} mg/kg`
}
