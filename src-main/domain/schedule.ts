import { weekday, type Day } from './dates.ts'
import type { AppointmentKind, AppointmentStatus } from './appointment-status.ts'
import type { ProtocolKind } from './plan.ts'

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
}

/** An appointment as the schedule sees it. */
export type Booked = Slot & { readonly id: string; readonly status: AppointmentStatus; readonly kind: AppointmentKind }

/** A slot that somebody wants; the id is its own when it is already booked, the kind an infusion unless told. */
export type Candidate = Slot & { readonly id?: string | undefined; readonly kind?: AppointmentKind | undefined }

/** Who or what is already taken, and by which appointment. */
export type Clash = { readonly what: 'patient' | 'room' | 'provider' | 'nurse'; readonly with: Booked }

/** One stretch of opening hours, in minutes of the day; weekday 0 is Sunday. A weekday may have several. */
export type Hours = { readonly weekday: number; readonly openMinute: number; readonly closeMinute: number }

/** Minutes a staff member needs between bookings at two locations: the road from Santa Monica to Oxnard with traffic. */
export const travelMinutes = 90

/** How many bookings a nurse watches at a time; the practice's own rule, a setting of 1 nurse to 2 chairs. */
export const nurseCapacity = 2

/** Minutes booked for a consultation with the provider. */
export const consultationMinutes = 60

/** Minutes booked for a check. */
export const checkMinutes = 30

/** Whether the two share a minute of the same day; back-to-back slots do not. */
export function overlaps(a: Pick<Slot, 'day' | 'startMinute' | 'minutes'>, b: typeof a): boolean {
  return a.day === b.day && a.startMinute < b.startMinute + b.minutes && b.startMinute < a.startMinute + a.minutes
}

/** Whether an appointment with this status takes up its room, people and time; cancelled and missed ones free them. */
export function holdsResources(status: AppointmentStatus): boolean {
  return status !== 'cancelled' && status !== 'no_show'
}

/**
 * Everything that stands in the candidate's way, in the order patient, room, provider, nurse. A patient is in one place
 * at a time and has one infusion a day over all locations; a staff member needs travel time between two locations; a
 * nurse may watch two bookings at once, not three.
 */
export function clashesOf(candidate: Candidate, booked: readonly Booked[]): Clash[] {
  return [
    ...patientClashes(candidate, booked),
    ...roomClashes(candidate, booked),
    ...providerClashes(candidate, booked),
    ...nurseClashes(candidate, booked),
  ]
}

/** The bookings that keep the patient from coming: any at the same time, and another infusion on the same day. */
export function patientClashes(candidate: Candidate, booked: readonly Booked[]): Clash[] {
  return standingInTheWay('patient', candidate, booked, (other) => {
    if (other.patientId !== candidate.patientId) return false
    return overlaps(candidate, other) || ((candidate.kind ?? 'infusion') === 'infusion' && other.kind === 'infusion')
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

/** The bookings that hold the provider at that time, or too close to it at another location. */
export function providerClashes(candidate: Candidate, booked: readonly Booked[]): Clash[] {
  const { providerId } = candidate
  if (providerId === undefined) return []
  return standingInTheWay(
    'provider',
    candidate,
    booked,
    (other) => other.providerId === providerId && (overlaps(candidate, other) || isOutOfReach(candidate, other)),
  )
}

/** The bookings with which the nurse would watch too many patients at once, or that are out of reach elsewhere. */
export function nurseClashes(candidate: Candidate, booked: readonly Booked[]): Clash[] {
  const { nurseId } = candidate
  if (nurseId === undefined) return []
  const hers = booked.filter((other) => other.nurseId === nurseId && isInQuestion(candidate, other))
  const beside = hers.filter((other) => overlaps(candidate, other))
  const end = candidate.startMinute + candidate.minutes
  // The number of patients she watches only rises where a booking starts, so those minutes are all there is to look at.
  const crowds = [candidate.startMinute, ...beside.map((other) => other.startMinute)]
    .filter((minute) => minute >= candidate.startMinute && minute < end)
    .map((minute) => beside.filter((other) => covers(other, minute)))
    .filter((crowd) => crowd.length >= nurseCapacity)
    .flat()
  return hers
    .filter((other) => crowds.includes(other) || isOutOfReach(candidate, other))
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
  const today = hours
    .filter((each) => each.weekday === weekday(slot.day))
    .toSorted((a, b) => a.openMinute - b.openMinute)
  if (today.length === 0) return 'closed'
  let openUntil: number | undefined
  for (const stretch of today) {
    if (stretch.openMinute > (openUntil ?? slot.startMinute)) break
    if (stretch.closeMinute > slot.startMinute) openUntil = Math.max(openUntil ?? 0, stretch.closeMinute)
  }
  if (openUntil !== undefined) return slot.startMinute + slot.minutes <= openUntil ? undefined : 'past-closing'
  return today.some((stretch) => stretch.openMinute > slot.startMinute) ? 'before-opening' : 'past-closing'
}

/**
 * Minutes that an infusion keeps its chair: 15 check-in, 10 for the line, the infusion, recovery (30, pain 45) and
 * turnover (15, pain 20). The practice's own template.
 */
export function chairMinutes(infusionMinutes: number, kind: ProtocolKind): number {
  return 15 + 10 + infusionMinutes + (kind === 'pain' ? 45 + 20 : 30 + 15)
}

/** Those of the rooms, in their order, that are free for the whole slot. */
export function freeRooms(
  rooms: readonly string[],
  slot: Omit<Candidate, 'roomId'>,
  booked: readonly Booked[],
): string[] {
  return rooms.filter((roomId) => roomClashes({ ...slot, roomId }, booked).length === 0)
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

function isOutOfReach(a: Slot, b: Slot): boolean {
  if (a.locationId === b.locationId) return false
  const between = Math.max(b.startMinute - a.startMinute - a.minutes, a.startMinute - b.startMinute - b.minutes)
  return between < travelMinutes
}

function covers(slot: Slot, minute: number): boolean {
  return slot.startMinute <= minute && minute < slot.startMinute + slot.minutes
}
