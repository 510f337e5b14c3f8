import type { Reader, Writer } from '#db/open'
import { listAppointmentsOfPlan } from '#db/queries/appointments'
import { countDischarged } from '#db/queries/infusions'
import type { PlanRow } from '#db/queries/plans'
import { Refusal } from './refusal.ts'

/** How many infusions of a plan have no time yet, and which number the next one is. */
export async function leftToBook(
  db: Reader | Writer,
  plan: Pick<PlanRow, 'id' | 'course'>,
): Promise<{ left: number; firstNumber: number }> {
  const held = (await listAppointmentsOfPlan(db, plan.id)).filter((row) => row.kind === 'infusion')
  const done = await countDischarged(db, plan.id)
  const taken = Math.max(held.length, done)
  return { left: plan.course.plannedInfusions - taken, firstNumber: taken + 1 }
}

/** Refuses more infusions than the plan has left: for another one, the plan is changed first. */
export function refuseMoreThan(left: number, wanted: number): void {
  if (left < 1) {
    throw new Refusal(
      'series.nothing-left',
      'Every infusion of this plan is booked or done. A provider plans more first.',
    )
  }
  if (wanted > left) {
    const message =
      left === 1 ? 'Only 1 infusion of this plan is left to book.' : `Only ${left} infusions are left to book.`
    throw new Refusal('series.fewer-left', message, { path: 'slots', facts: { left } })
  }
}
