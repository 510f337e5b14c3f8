import { instantAt, localAt } from './clock.ts'
import { addDays, type Day } from './dates.ts'
import type { InfusionStage } from './infusion.ts'

/** Minutes of recovery before anybody may go home, whatever the scores say; a clinic default. */
export const leastRecoveryMinutes = 30

/** Who takes the patient home; there once `arrivedAt` (an instant) is recorded. */
export type Escort = {
  readonly name: string
  readonly relationship: string
  readonly phone: string
  readonly arrivedAt?: number | null | undefined
}

/** What is known when somebody presses discharge; times are instants. */
export type DischargeFacts = {
  readonly stage: InfusionStage
  readonly escort?: Escort | undefined
  readonly stoppedAt?: number | null | undefined
  readonly lastReadingAt?: number | null | undefined
  readonly now: number
  readonly isOrientated: boolean
  readonly walksSteadily: boolean
}

/** Why a patient cannot go home yet. */
export type DischargeRefusal =
  | 'already-discharged'
  | 'not-recovering'
  | 'no-escort'
  | 'no-escort-name'
  | 'no-escort-relationship'
  | 'no-escort-phone'
  | 'escort-not-here'
  | 'too-early'
  | 'no-recovery-reading'
  | 'not-orientated'
  | 'not-steady'

/**
 * Why the patient cannot go home yet, the first thing to put right; undefined when she can. She leaves recovered and with
 * a responsible adult (ketamine label), at least 30 minutes after the end, with a reading taken since then.
 */
export function dischargeRefusal(facts: DischargeFacts): DischargeRefusal | undefined {
  if (facts.stage === 'discharged') return 'already-discharged'
  if (facts.stage !== 'recovering' || typeof facts.stoppedAt !== 'number') return 'not-recovering'
  const withoutEscort = escortRefusal(facts.escort, facts.now)
  if (withoutEscort !== undefined) return withoutEscort
  if (facts.now < facts.stoppedAt + leastRecoveryMinutes * 60_000) return 'too-early'
  const { lastReadingAt } = facts
  const isRead = typeof lastReadingAt === 'number' && lastReadingAt >= facts.stoppedAt && lastReadingAt <= facts.now
  if (!isRead) return 'no-recovery-reading'
  if (!facts.isOrientated) return 'not-orientated'
  return facts.walksSteadily ? undefined : 'not-steady'
}

/** The first moment at which a patient may drive: an instant, and the same as day and minute at the location. */
export type DrivingRule = { readonly notBefore: number; readonly day: Day; readonly minute: number }

/**
 * From when the patient may drive again: 24 hours after the end (ketamine patient monograph) and not before six in the
 * morning after a full night's sleep (Spravato label), whichever is later. The 24 hours are hours lived, also over a
 * night on which the clocks change; a part of a minute counts as a whole one.
 */
export function drivingRule(ended: { readonly endedAt: number; readonly zone: string }): DrivingRule {
  const dayLater = Math.ceil(ended.endedAt / 60_000) * 60_000 + 24 * 3_600_000
  const nextDay = addDays(localAt(ended.endedAt, ended.zone).day, 1)
  const notBefore = Math.max(dayLater, instantAt(nextDay, 6 * 60, ended.zone) ?? dayLater)
  return { notBefore, ...localAt(notBefore, ended.zone) }
}

function escortRefusal(escort: Escort | undefined, now: number): DischargeRefusal | undefined {
  if (escort === undefined) return 'no-escort'
  if (escort.name.trim() === '') return 'no-escort-name'
  if (escort.relationship.trim() === '') return 'no-escort-relationship'
  if (escort.phone.trim() === '') return 'no-escort-phone'
  return typeof escort.arrivedAt === 'number' && escort.arrivedAt <= now ? undefined : 'escort-not-here'
}
