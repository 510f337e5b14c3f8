import type { Reader, Writer } from '#db/open'
import type { VisitRow } from '#db/queries/patients'
import { countBooked } from '#db/queries/plans'
import type { PlanRow } from '#db/queries/plans'
import { daysBetween } from '#domain/dates'
import type { Day } from '#domain/dates'
import { progressOf } from '#domain/plan'
import { activePlans } from './plan-to-book.ts'

/** How far the newest active plan is that has infusions left to book, or else the newest active one; null without any. */
export async function courseUnderWay(db: Reader | Writer, patientId: string, visits: readonly VisitRow[], today: Day) {
  const plans = await activePlans(db, patientId)
  const booked = await countBooked(db, patientId, today)
  const bookedOf = (one: PlanRow) => booked.get(one.id) ?? 0
  const plan = plans.find((one) => one.done + bookedOf(one) < one.course.plannedInfusions) ?? plans[0]
  if (plan === undefined) return null
  const { n, of } = progressOf(plan.course.plannedInfusions, plan.done)
  const dayOfCourse = dayOf(plan.id, visits, today)
  return { planId: plan.id, protocolName: plan.protocolName, done: n, of, booked: bookedOf(plan), day: dayOfCourse }
}

/** The day of the course that today is, counted from the first infusion, which was day 1; null before it. */
function dayOf(planId: string, visits: readonly VisitRow[], today: Day): number | null {
  const first = visits.find((visit) => visit.planId === planId && visit.infusionNumber === 1)
  return first === undefined || first.day > today ? null : daysBetween(first.day, today) + 1
}
