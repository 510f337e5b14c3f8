import { daysBetween, type Day } from './dates.ts'
import type { Cents } from './money.ts'

/** What the practice treats. */
export const protocolKinds = ['mood', 'pain'] as const

/** What a protocol treats. */
export type ProtocolKind = (typeof protocolKinds)[number]

/** The first course, or the single infusions that keep its effect. */
export type Phase = 'induction' | 'maintenance'

/**
 * A protocol or a patient's own plan in numbers. The dose is the whole dose of one infusion; the window is the days from
 * the first infusion to the last, both counted.
 */
export type Course = {
  readonly kind: ProtocolKind
  readonly phase: Phase
  readonly plannedInfusions: number
  readonly windowMinDays: number
  readonly windowMaxDays: number
  readonly minGapDays: number
  readonly infusionMinutes: number
  readonly microgramsPerKg: number
}

/** A protocol that a new practice starts with. */
export type DefaultProtocol = Course & { readonly name: string }

/**
 * The protocols that a new practice starts with; the medical director changes them. Mood: 0.5 mg/kg over 40 minutes,
 * six in two to three weeks (Sanacora 2017), then one every 4 to 6 weeks. Pain: 0.35 mg/kg/h over 4 hours, ten
 * weekdays (ASRA/AAPM/ASA 2018), then singles, relief lasting up to 12 weeks.
 */
export const defaultProtocols: readonly DefaultProtocol[] = [
  {
    name: 'Mood, induction',
    kind: 'mood',
    phase: 'induction',
    plannedInfusions: 6,
    windowMinDays: 14,
    windowMaxDays: 21,
    minGapDays: 2,
    infusionMinutes: 40,
    microgramsPerKg: 500,
  },
  {
    name: 'Mood, maintenance',
    kind: 'mood',
    phase: 'maintenance',
    plannedInfusions: 3,
    windowMinDays: 57,
    windowMaxDays: 85,
    minGapDays: 28,
    infusionMinutes: 40,
    microgramsPerKg: 500,
  },
  {
    name: 'Pain, induction',
    kind: 'pain',
    phase: 'induction',
    plannedInfusions: 10,
    windowMinDays: 10,
    windowMaxDays: 14,
    minGapDays: 1,
    infusionMinutes: 240,
    microgramsPerKg: 1_400,
  },
  {
    name: 'Pain, maintenance',
    kind: 'pain',
    phase: 'maintenance',
    plannedInfusions: 1,
    windowMinDays: 1,
    windowMaxDays: 84,
    minGapDays: 28,
    infusionMinutes: 240,
    microgramsPerKg: 1_400,
  },
]

/** The most days that should lie between two infusions of a course; longer is a matter for review, not refused. */
export function maxGapDays(kind: ProtocolKind, phase: Phase): number {
  if (phase === 'maintenance') return 90
  return kind === 'mood' ? 7 : 4
}

/** What is unusual about a plan; nothing here forbids it. */
export type PlanWarning = 'dose-low' | 'dose-high' | 'gap-short' | 'course-long' | 'price-low' | 'price-high'

/** A usual range, both ends included. */
type Range = { readonly from: number; readonly to: number }

// Mood: 0.1 to 1.0 mg/kg in all; pain: 0.35 to 2 mg/kg an hour. Wider than any one paper: Andrade 2017 for mood,
// ASRA/AAPM/ASA 2018 for pain.
const usualMicrogramsPerKg: Range = { from: 100, to: 1_000 }
const usualMicrogramsPerKgHour: Range = { from: 350, to: 2_000 }
const usualCents: Readonly<Record<ProtocolKind, Range>> = {
  mood: { from: 400_00, to: 800_00 },
  pain: { from: 700_00, to: 2_000_00 },
}
const usualDaysForSix = 21

/** What is unusual about the dose, the spacing, the length or the price of one infusion, in that order. */
export function planWarnings(plan: Course & { readonly priceCents?: Cents | null | undefined }): PlanWarning[] {
  const warnings: PlanWarning[] = []
  const dose = doseSide(plan)
  if (dose !== 'usual') warnings.push(dose === 'below' ? 'dose-low' : 'dose-high')
  const isMoodInduction = plan.kind === 'mood' && plan.phase === 'induction'
  if (isMoodInduction && plan.minGapDays < 2) warnings.push('gap-short')
  // The three weeks are a pace: longer courses may take longer in proportion, shorter ones are not hurried.
  const usualDays = (usualDaysForSix * Math.max(plan.plannedInfusions, 6)) / 6
  if (isMoodInduction && plan.windowMaxDays > usualDays) warnings.push('course-long')
  if (typeof plan.priceCents === 'number') {
    const price = sideOf(usualCents[plan.kind], plan.priceCents)
    if (price !== 'usual') warnings.push(price === 'below' ? 'price-low' : 'price-high')
  }
  return warnings
}

/** Whether a dose lies in the usual range of its kind: mood by the whole dose, pain by the dose an hour. */
export function isUsualDose(of: Pick<Course, 'kind' | 'microgramsPerKg' | 'infusionMinutes'>): boolean {
  return doseSide(of) === 'usual'
}

/** What is unusual about the days between two infusions; nothing here forbids it. */
export type SpacingWarning = 'too-soon' | 'too-late'

/**
 * What is unusual about the days since the infusion before. Mood induction: 2 to 7 days; maintenance: 7 to 90, later is a
 * new induction to be reviewed; pain induction may be on consecutive days.
 */
export function spacingWarnings(
  previousDay: Day | undefined,
  day: Day,
  kind: ProtocolKind,
  phase: Phase = 'induction',
): SpacingWarning[] {
  if (previousDay === undefined) return []
  const days = daysBetween(previousDay, day)
  if (days < leastGapDays(kind, phase)) return ['too-soon']
  if (days > maxGapDays(kind, phase)) return ['too-late']
  return []
}

/** Where a plan stands, as it is read aloud: n infusions done of so many; never more done than there are. */
export function progressOf(planned: number, completed: number): { n: number; of: number } {
  return { n: completed, of: Math.max(planned, completed) }
}

function leastGapDays(kind: ProtocolKind, phase: Phase): number {
  if (phase === 'maintenance') return 7
  return kind === 'mood' ? 2 : 1
}

function doseSide(of: Pick<Course, 'kind' | 'microgramsPerKg' | 'infusionMinutes'>): 'below' | 'usual' | 'above' {
  if (of.kind === 'mood') return sideOf(usualMicrogramsPerKg, of.microgramsPerKg)
  return sideOf(usualMicrogramsPerKgHour, (of.microgramsPerKg * 60) / of.infusionMinutes)
}

function sideOf(range: Range, value: number): 'below' | 'usual' | 'above' {
  if (value < range.from) return 'below'
  return value > range.to ? 'above' : 'usual'
}
