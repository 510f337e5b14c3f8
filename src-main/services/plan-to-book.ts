import type { Reader, Writer } from '#db/open'
import { findPlan, listPlansOfPatient } from '#db/queries/plans'
import type { PlanRow } from '#db/queries/plans'
import { found, Refusal } from './refusal.ts'

/** A plan that is under way; refuses one that was stopped or is complete. */
export async function activePlan(db: Reader | Writer, planId: string): Promise<PlanRow> {
  const plan = found(await findPlan(db, planId))
  if (plan.status === 'active') return plan
  throw new Refusal('plan.not-active', 'This plan is no longer active.', { path: 'planId' })
}

/** The plans of a patient that are under way, newest first: at most one of each kind. */
export async function activePlans(db: Reader | Writer, patientId: string): Promise<PlanRow[]> {
  return (await listPlansOfPatient(db, patientId)).filter((plan) => plan.status === 'active')
}

/**
 * The plan that an infusion belongs to: the one that was named, or the only active one. Refuses to guess between
 * several, and a plan that is not active.
 */
export async function planToBook(
  db: Reader | Writer,
  patientId: string,
  planId: string | null | undefined,
): Promise<PlanRow> {
  const plans = await activePlans(db, patientId)
  const [first, second] = plans
  if (first === undefined) {
    throw new Refusal('appointment.no-plan', 'An infusion needs a treatment plan. A provider starts one first.', {
      path: 'kind',
    })
  }
  if (planId === null || planId === undefined) {
    if (second === undefined) return first
    throw new Refusal('appointment.which-plan', 'This patient has several plans. Choose one.', { path: 'planId' })
  }
  const named = plans.find((plan) => plan.id === planId)
  if (named !== undefined) return named
  throw new Refusal('plan.not-active', 'This plan is no longer active.', { path: 'planId' })
}
