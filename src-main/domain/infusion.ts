import { daysBetween, type Day } from './dates.ts'
import { weightProblem } from './dose.ts'
import { isUsualDose, type ProtocolKind } from './plan.ts'
import { holdsStart, type Vitals } from './vitals.ts'

/** Every stage of an infusion, in their order. */
export const infusionStages = ['preparing', 'infusing', 'recovering', 'discharged'] as const

/** How far an infusion is. */
export type InfusionStage = (typeof infusionStages)[number]

/** How many days a weight may be old when a dose is worked out from it; a clinic default. */
export const weightGoodForDays = 30

/** What is known when somebody presses start. */
export type StartFacts = {
  readonly stage: InfusionStage
  readonly kind: ProtocolKind
  readonly microgramsPerKg: number
  readonly infusionMinutes: number
  readonly weightGrams?: number | null | undefined
  readonly weighedOn?: Day | undefined
  readonly today: Day
  /** Somebody confirmed a dose outside the usual range. */
  readonly isRangeConfirmed: boolean
  /** The last reading before the start, and its day: nobody is infused on the vitals of another day. */
  readonly lastReading?: (Vitals & { readonly measuredOn: Day }) | undefined
  /** A provider lifted the hold that the last reading put on the start. */
  readonly isHoldLifted?: boolean | undefined
}

/** Why an infusion cannot start. */
export type StartRefusal =
  | 'already-started'
  | 'no-weight'
  | 'weight-impossible'
  | 'weight-too-old'
  | 'range-not-confirmed'
  | 'no-reading'
  | 'vitals-hold'

/** Why the infusion cannot start, the first thing to put right; undefined when it can. */
export function startRefusal(facts: StartFacts): StartRefusal | undefined {
  if (facts.stage !== 'preparing') return 'already-started'
  const { weightGrams, weighedOn } = facts
  if (typeof weightGrams !== 'number' || weighedOn === undefined) return 'no-weight'
  if (weightProblem(weightGrams) !== undefined) return 'weight-impossible'
  const age = daysBetween(weighedOn, facts.today)
  if (age < 0 || age > weightGoodForDays) return 'weight-too-old'
  if (!isUsualDose(facts) && !facts.isRangeConfirmed) return 'range-not-confirmed'
  const { lastReading } = facts
  if (lastReading?.measuredOn !== facts.today) return 'no-reading'
  return holdsStart(lastReading) && facts.isHoldLifted !== true ? 'vitals-hold' : undefined
}

/** Whether the infusion can start now. */
export function canStart(facts: StartFacts): boolean {
  return startRefusal(facts) === undefined
}

/** Why an infusion cannot be stopped. */
export type StopRefusal = 'not-infusing' | InfusionTimesProblem

/** Why the infusion cannot be stopped at that instant; undefined when it can. */
export function stopRefusal(facts: {
  readonly stage: InfusionStage
  readonly startedAt?: number | null | undefined
  readonly stoppedAt: number
}): StopRefusal | undefined {
  if (facts.stage !== 'infusing' || typeof facts.startedAt !== 'number') return 'not-infusing'
  return infusionTimesProblem(facts.startedAt, facts.stoppedAt)
}

/** Why two instants cannot be the start and end of one infusion. */
export type InfusionTimesProblem = 'stopped-before-start' | 'too-long'

/** Whether the stop comes after the start and within twelve hours of it; the longest outpatient protocols run four. */
export function infusionTimesProblem(startedAt: number, stoppedAt: number): InfusionTimesProblem | undefined {
  if (stoppedAt < startedAt) return 'stopped-before-start'
  return stoppedAt - startedAt > 12 * 3_600_000 ? 'too-long' : undefined
}
