import type { AppointmentKind } from './appointment-status.ts'
import type { Cents } from './money.ts'
import type { Role } from './roles.ts'
import { pressureHoldsStart, type Vitals } from './vitals.ts'

/** The seven conditions of a safe visit, in the order in which cards show them. */
export const readinessDots = ['consent', 'clearance', 'blood_pressure', 'fasting', 'escort', 'scale', 'paid'] as const

/** One condition that has to be met before an infusion starts. */
export type ReadinessDot = (typeof readinessDots)[number]

/** The conditions that somebody marks by hand; the others are read from what is on record. */
export const markedDots = ['consent', 'clearance', 'fasting', 'scale'] as const satisfies readonly ReadinessDot[]

/** One condition that is marked by hand. */
export type MarkedDot = (typeof markedDots)[number]

/** Where a condition stands. */
export const dotStates = ['met', 'missing', 'not-needed'] as const

/** Whether a condition is met, still missing, or of no matter for this visit. */
export type DotState = (typeof dotStates)[number]

/** Who sees to each condition: whoever is asked when it is missing. */
export const dotOwners = {
  consent: 'front_desk',
  clearance: 'provider',
  blood_pressure: 'nurse',
  fasting: 'nurse',
  escort: 'front_desk',
  scale: 'nurse',
  paid: 'biller',
} as const satisfies Record<ReadinessDot, Role>

/** One condition with its state and whose it is. */
export type Readiness = {
  readonly dot: ReadinessDot
  readonly state: DotState
  readonly owner: (typeof dotOwners)[ReadinessDot]
}

/** What is known of a visit. `marks` has the latest of each mark; `balance` is what the patient owes. */
export type ReadinessFacts = {
  readonly kind: AppointmentKind
  readonly marks: Readonly<Partial<Record<MarkedDot, boolean>>>
  /** The last reading before the start, and whether a provider lifted its hold; undefined while none is taken. */
  readonly pressure: (Pick<Vitals, 'systolic' | 'diastolic'> & { readonly isHoldLifted?: boolean }) | undefined
  readonly hasEscort: boolean
  readonly balance: Cents
}

/** The seven conditions of a visit in the order of the cards; only an infusion needs them. */
export function readinessOf(facts: ReadinessFacts): Readiness[] {
  return readinessDots.map((dot) => ({
    dot,
    state: facts.kind !== 'infusion' ? 'not-needed' : isMet(dot, facts) ? 'met' : 'missing',
    owner: dotOwners[dot],
  }))
}

function isMet(dot: ReadinessDot, { marks, pressure, hasEscort, balance }: ReadinessFacts): boolean {
  if (dot === 'blood_pressure')
    return pressure !== undefined && (pressure.isHoldLifted === true || !pressureHoldsStart(pressure))
  if (dot === 'escort') return hasEscort
  if (dot === 'paid') return balance <= 0
  return marks[dot] === true
}
