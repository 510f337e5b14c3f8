import type { AppointmentKind } from './appointment-status.ts'

/** Minutes of a visit before and after the visit itself; what they leave of its length is the infusion. */
export type Blocks = {
  readonly checkInMinutes: number
  readonly ivMinutes: number
  readonly recoveryMinutes: number
  readonly turnoverMinutes: number
}

/** A stretch of a day in minutes, the end not included. */
export type Span = { readonly from: number; readonly to: number }

/** What of a booking says when it needs whom; without blocks it needs everybody for the whole time. */
export type Timed = {
  readonly startMinute: number
  readonly minutes: number
  readonly kind?: AppointmentKind | undefined
  readonly blocks?: Blocks | undefined
}

/** How a template divides a visit; `visitMinutes` is the visit itself, where no plan says how long it is. */
export type VisitTemplate = Blocks & { readonly visitMinutes: number }

/**
 * The usual division of each kind of visit, which a practice may change: an infusion for mood keeps its chair 120
 * minutes, one for pain 330, a consultation takes 60 and a check 30. The practice's own design, not a published norm.
 */
export const usualTemplates = {
  mood: { checkInMinutes: 15, ivMinutes: 10, visitMinutes: 50, recoveryMinutes: 30, turnoverMinutes: 15 },
  pain: { checkInMinutes: 15, ivMinutes: 10, visitMinutes: 240, recoveryMinutes: 45, turnoverMinutes: 20 },
  consultation: { checkInMinutes: 0, ivMinutes: 0, visitMinutes: 60, recoveryMinutes: 0, turnoverMinutes: 0 },
  check: { checkInMinutes: 0, ivMinutes: 0, visitMinutes: 30, recoveryMinutes: 0, turnoverMinutes: 0 },
} as const satisfies Readonly<Record<string, VisitTemplate>>

/** Minutes that the visit keeps its room: all blocks of the template, with the plan's own minutes for the visit itself. */
export function templateMinutes(template: VisitTemplate, visitMinutes = template.visitMinutes): number {
  const { checkInMinutes, ivMinutes, recoveryMinutes, turnoverMinutes } = template
  return checkInMinutes + ivMinutes + visitMinutes + recoveryMinutes + turnoverMinutes
}

/** The whole time, during which the room is taken. */
export function wholeSpan({ startMinute, minutes }: Timed): Span {
  return { from: startMinute, to: startMinute + minutes }
}

/** When the patient is there: all but the turnover of the room. */
export function patientSpan(visit: Timed): Span {
  const { from, to } = wholeSpan(visit)
  return { from, to: to - (visit.blocks?.turnoverMinutes ?? 0) }
}

/** When the line is placed, and nobody else's line by the same hands; undefined for a visit without one. */
export function ivSpan({ startMinute, blocks }: Timed): Span | undefined {
  if (blocks === undefined || blocks.ivMinutes === 0) return undefined
  const from = startMinute + blocks.checkInMinutes
  return { from, to: from + blocks.ivMinutes }
}

/** When the provider is with this patient alone: at the line of an infusion, the whole of any other visit. */
export function providerSpan(visit: Timed): Span {
  return ivSpan(visit) ?? patientSpan(visit)
}

/** When the provider has to be on site and the nurse watches: from the line to the end of the recovery. */
export function watchSpan(visit: Timed): Span {
  return { from: ivSpan(visit)?.from ?? visit.startMinute, to: patientSpan(visit).to }
}

/** Whether two stretches share a minute; one that ends where the other starts does not. */
export function meet(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to
}
