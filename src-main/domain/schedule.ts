import { weekday, type Day } from './dates.ts'
import { holdsResources, type AppointmentKind, type AppointmentStatus } from './appointment-status.ts'
import {
  ivSpan,
  meet,
  patientSpan,
  providerSpan,
  watchSpan,
  wholeSpan,
  type Blocks,
  type Span,
  type Timed,
} from './visit-blocks.ts'

/** A time at a location with everybody and everything it takes; minutes are of the location's own day. */
export type Slot = {
  readonly day: Day
  readonly startMinute: number
  readonly minutes: number
  readonly locationId: string
  readonly roomId: string
  readonly providerId?: string | undefined
  readonly nurseId?: string | undefined
  readonly patientId: string
  readonly blocks?: Blocks | undefined
}

/** An appointment as the schedule sees it. */
export type Booked = Slot & { readonly id: string; readonly status: AppointmentStatus; readonly kind: AppointmentKind }

/** A slot that somebody wants; the id is its own when it is already booked, the kind an infusion unless told. */
export type Candidate = Slot & { readonly id?: string | undefined; readonly kind?: AppointmentKind | undefined }

/** Who or what is already taken, and by which appointment. */
export type Clash = { readonly what: 'patient' | 'room' | 'provider' | 'nurse'; readonly with: Booked }

/** One stretch of opening hours, in minutes of the day; weekday 0 is Sunday. A weekday may have several. */
export type Hours = { readonly weekday: number; readonly openMinute: number; readonly closeMinute: number }

/** What a practice decides about its people: how many a nurse watches at once, and the minutes between two locations. */
export type PeopleRules = { readonly nurseCapacity: number; readonly travelMinutes: number }

/** One nurse to two chairs, and the road from Santa Monica to Oxnard with traffic: the practice's own, not a norm. */
export const usualPeopleRules: PeopleRules = { nurseCapacity: 2, travelMinutes: 90 }

/** Whether the two share a minute of the same day; back-to-back slots do not. */
export function overlaps(a: Pick<Slot, 'day' | 'startMinute' | 'minutes'>, b: typeof a): boolean {
  return a.day === b.day && meet(wholeSpan(a), wholeSpan(b))
}

/**
 * Everything that stands in the candidate's way, in the order patient, room, provider, nurse. A room is held for the
 * whole time, a patient until its turnover; a patient is in one place at a time and has one infusion a day over all
 * locations. A provider is with one patient at a time (of an infusion: while the line is placed), a nurse places one
 * line at a time and watches no more patients than the rules say. Who is provider here and nurse there is one person, and
 * cannot be both at once. Staff need travel time between two locations.
 */
export function clashesOf(candidate: Candidate, booked: readonly Booked[], rules = usualPeopleRules): Clash[] {
  return [
    ...patientClashes(candidate, booked),
    ...roomClashes(candidate, booked),
    ...providerClashes(candidate, booked, rules),
    ...nurseClashes(candidate, booked, rules),
  ]
}

/** The bookings that keep the patient from coming: any at the same time, and another infusion on the same day. */
export function patientClashes(candidate: Candidate, booked: readonly Booked[]): Clash[] {
  return standingInTheWay('patient', candidate, booked, (other) => {
    if (other.patientId !== candidate.patientId) return false
    const isSecondInfusion = (candidate.kind ?? 'infusion') === 'infusion' && other.kind === 'infusion'
    return isSecondInfusion || meet(patientSpan(candidate), patientSpan(other))
  })
}

/** The bookings that hold the room at that time. */
export function roomClashes(candidate: Candidate, booked: readonly Booked[]): Clash[] {
  return standingInTheWay(
    'room',
    candidate,
    booked,
    (other) => other.roomId === candidate.roomId && overlaps(candidate, other),
  )
}

/** The bookings that hold the provider at that time, in either seat, or too close to it at another location. */
export function providerClashes(candidate: Candidate, booked: readonly Booked[], rules = usualPeopleRules): Clash[] {
  const { providerId } = candidate
  if (providerId === undefined) return []
  return standingInTheWay(
    'provider',
    candidate,
    booked,
    (other) =>
      (other.providerId === providerId &&
        (meet(providerSpan(candidate), providerSpan(other)) || isOutOfReach(candidate, other, rules))) ||
      (other.nurseId === providerId &&
        (meet(providerSpan(candidate), watchSpan(other)) || isOutOfReach(candidate, other, rules))),
  )
}

/**
 * The bookings with which the nurse would watch too many patients at once or place two lines at once, or that are out
 * of reach elsewhere.
 */
export function nurseClashes(candidate: Candidate, booked: readonly Booked[], rules = usualPeopleRules): Clash[] {
  const { nurseId } = candidate
  if (nurseId === undefined) return []
  const inQuestion = booked.filter((other) => isInQuestion(candidate, other))
  const hers = inQuestion.filter((other) => other.nurseId === nurseId)
  const asProvider = inQuestion.filter((other) => other.providerId === nurseId)
  const watch = watchSpan(candidate)
  const beside = hers.filter((other) => meet(watch, watchSpan(other)))
  // The number of patients she watches only rises where a watch starts, so those minutes are all there is to look at.
  const crowds = [watch.from, ...beside.map((other) => watchSpan(other).from)]
    .filter((minute) => covers(watch, minute))
    .map((minute) => beside.filter((other) => covers(watchSpan(other), minute)))
    .filter((crowd) => crowd.length >= rules.nurseCapacity)
    .flat()
  return inQuestion
    .filter(
      (other) =>
        crowds.includes(other) ||
        (hers.includes(other) && meet(ivSpan(candidate), ivSpan(other))) ||
        (asProvider.includes(other) && meet(watch, providerSpan(other))) ||
        ((hers.includes(other) || asProvider.includes(other)) && isOutOfReach(candidate, other, rules)),
    )
    .map((other) => ({ what: 'nurse', with: other }))
}

/**
 * Why the slot does not fit the opening hours, undefined when it does. Stretches that touch count as one; closed days
 * such as holidays are not part of the hours.
 */
export function openAt(
  hours: readonly Hours[],
  slot: Pick<Slot, 'day' | 'startMinute' | 'minutes'>,
): 'closed' | 'before-opening' | 'past-closing' | undefined {
  const on = weekday(slot.day)
  const today = hours.filter((each) => each.weekday === on).toSorted((a, b) => a.openMinute - b.openMinute)
  if (today.length === 0) return 'closed'
  let openUntil: number | undefined
  for (const stretch of today) {
    if (stretch.openMinute > (openUntil ?? slot.startMinute)) break
    if (stretch.closeMinute > slot.startMinute) openUntil = Math.max(openUntil ?? 0, stretch.closeMinute)
  }
  if (openUntil !== undefined) return slot.startMinute + slot.minutes <= openUntil ? undefined : 'past-closing'
  return today.some((stretch) => stretch.openMinute > slot.startMinute) ? 'before-opening' : 'past-closing'
}

/** The bookings that hold their resources, by day, so that a search looks at one day at a time. */
export function heldByDay(booked: readonly Booked[]): ReadonlyMap<Day, readonly Booked[]> {
  return Map.groupBy(
    booked.filter((each) => holdsResources(each.status)),
    (each) => each.day,
  )
}

function standingInTheWay(
  what: Clash['what'],
  candidate: Candidate,
  booked: readonly Booked[],
  is: (other: Booked) => boolean,
): Clash[] {
  return booked.filter((other) => isInQuestion(candidate, other) && is(other)).map((other) => ({ what, with: other }))
}

function isInQuestion(candidate: Candidate, other: Booked): boolean {
  return other.day === candidate.day && other.id !== candidate.id && holdsResources(other.status)
}

function isOutOfReach(a: Slot & Timed, b: Slot & Timed, { travelMinutes }: PeopleRules): boolean {
  if (a.locationId === b.locationId) return false
  const [mine, theirs] = [watchSpan(a), watchSpan(b)]
  return Math.max(theirs.from - mine.to, mine.from - theirs.to) < travelMinutes
}

function covers(span: Span, minute: number): boolean {
  return span.from <= minute && minute < span.to
}
