import type { Availability, Closure } from './availability.ts'
import { awayReason, closureOn } from './availability.ts'
import { clashesOf, openAt, type Booked, type Candidate, type Clash, type Hours, type PeopleRules } from './schedule.ts'
import { patientSpan, watchSpan, wholeSpan } from './visit-blocks.ts'

/** What stands in the way of a slot at its location. */
export type SlotProblem =
  | { readonly what: 'closure'; readonly closure: Closure }
  | { readonly what: 'hours'; readonly problem: NonNullable<ReturnType<typeof openAt>> }
  | {
      readonly what: 'away'
      readonly who: 'room' | 'provider' | 'nurse'
      readonly reason: NonNullable<ReturnType<typeof awayReason>>
    }
  | { readonly what: 'clash'; readonly clash: Clash }

/**
 * Everything that stands in the way of a slot: the location is closed, the hours do not hold its block, the room, the
 * provider or the nurse is not there while needed, or somebody else has them. In the order in which a person is told.
 */
export function slotProblems(
  candidate: Candidate,
  at: { readonly hours: readonly Hours[]; readonly availability: Availability; readonly rules: PeopleRules },
  booked: readonly Booked[],
): SlotProblem[] {
  const { locationId, day, providerId, nurseId } = candidate
  const problems: SlotProblem[] = []
  const closure = closureOn(at.availability.closures, locationId, day)
  if (closure !== undefined) problems.push({ what: 'closure', closure })
  const problem = openAt(at.hours, candidate)
  if (problem !== undefined) problems.push({ what: 'hours', problem })
  const needed = [
    ['room', candidate.roomId, wholeSpan(candidate)],
    ['provider', providerId, { from: watchSpan(candidate).from, to: patientSpan(candidate).to }],
    ['nurse', nurseId, watchSpan(candidate)],
  ] as const
  for (const [who, id, span] of needed) {
    const reason = id === undefined ? undefined : awayReason(at.availability, id, locationId, day, span)
    if (reason !== undefined) problems.push({ what: 'away', who, reason })
  }
  for (const clash of clashesOf(candidate, booked, at.rules)) problems.push({ what: 'clash', clash })
  return problems
}

/** Whether nobody may allow it: a patient is never in two places at once. */
export function isFinal(problem: SlotProblem): boolean {
  return problem.what === 'clash' && problem.clash.what === 'patient'
}

/** The problem in one word, as an override names it. */
export function wordOf(problem: SlotProblem): string {
  if (problem.what === 'clash') return problem.clash.what
  return problem.what === 'away' ? `away-${problem.who}` : problem.what
}
