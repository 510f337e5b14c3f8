import type { Reader, Writer } from '#db/open'
import type { VisitRow } from '#db/queries/patients'
import { countBooked, listPlansOfPatient } from '#db/queries/plans'
import { daysBetween } from '#domain/dates'
import type { Day } from '#domain/dates'
import { progressOf } from '#domain/plan'

/** How far the newest active plan of a patient is; null without one. */
export async function courseUnderWay(db: Reader | Writer, patientId: string, visits: readonly VisitRow[], today: Day) {
  const plan = (await listPlansOfPatient(db, patientId)).find((one) => one.status === 'active')
  if (plan === undefined) return null
  const { n, of } = progressOf(plan.course.plannedInfusions, plan.done)
  const booked = (await countBooked(db, patientId, today)).get(plan.id) ?? 0
  const dayOfCourse = dayOf(plan.id, visits, today)
  return { planId: plan.id, protocolName: plan.protocolName, done: n, of, booked, day: dayOfCourse }
}

/** The day of the course that today is, counted from the first infusion, which was day 1; null before it. */
function dayOf(planId: string, visits: readonly VisitRow[], today: Day): number | null {
  const first = visits.find((visit) => visit.planId === planId && visit.infusionNumber === 1)
  return first === undefined || first.day > today ? null : daysBetween(first.day, today) + 1
}
