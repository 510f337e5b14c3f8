import { addDays, daysBetween, type Day } from './dates.ts'
import { defaultProtocols, type ProtocolKind } from './plan.ts'

/** When the effect of the last infusion is to be renewed. */
export type Booster = {
  readonly dueDay: Day
  readonly state: 'due' | 'overdue' | 'later'
  readonly overdueDays: number
}

// A desk calls a week ahead.
const aheadDays = 7

/**
 * When a patient's next maintenance infusion is due: after the smallest gap of the own maintenance plan, or of the
 * usual protocol of its kind (mood and pain: 28 days); due from a week before on.
 */
export function boosterOf(kind: ProtocolKind, lastDay: Day, ownGapDays: number | null, today: Day): Booster {
  const usual = defaultProtocols.find((one) => one.kind === kind && one.phase === 'maintenance')?.minGapDays ?? 28
  const dueDay = addDays(lastDay, ownGapDays ?? usual)
  const overdueDays = Math.max(0, daysBetween(dueDay, today))
  const state = overdueDays > 0 ? 'overdue' : daysBetween(today, dueDay) <= aheadDays ? 'due' : 'later'
  return { dueDay, state, overdueDays }
}
