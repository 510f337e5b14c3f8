import { awayReason, type Availability } from './availability.ts'
import { weekday, type Day } from './dates.ts'
import {
  nurseClashes,
  openAt,
  patientClashes,
  providerClashes,
  roomClashes,
  type Clash,
  type Hours,
  type PeopleRules,
  type Slot,
} from './schedule.ts'
import type { DayHeld } from './day-held.ts'
import { watchSpan, wholeSpan, type Blocks, type Span } from './visit-blocks.ts'

/** A location in which slots may be: its rooms, hours and the days on which it is closed. */
export type SeriesLocation = {
  readonly id: string
  readonly rooms: readonly string[]
  readonly hours: readonly Hours[]
  readonly closedDays: readonly Day[]
}

/** Somebody who works at a location; who works at both is listed twice. */
export type SeriesStaff = { readonly id: string; readonly locationId: string }

/** Whom and what the slots of a day are for; the minutes are those of the whole chair time. */
export type DayRequest = {
  readonly minutes: number
  readonly blocks?: Blocks | undefined
  readonly rules?: PeopleRules | undefined
  readonly availability?: Availability | undefined
  readonly preferred: { readonly startMinute?: number | undefined }
  readonly providers: readonly SeriesStaff[]
  readonly nurses: readonly SeriesStaff[]
  readonly patientId: string
  readonly notBefore?: { readonly day: Day; readonly minute: number } | undefined
}

/** What a slot needs to be free. */
export type Wanted = Clash['what']

const stepMinutes = 15

/**
 * Every slot of the day at the location that is open and clashes with nothing that is held, by quarter hours from
 * opening and at the preferred minute, earliest first, each with the first free room, provider and nurse; found one by
 * one, as they are asked for. What is in `without` is taken to be free, and there to be had.
 */
export function* openSlots(
  request: DayRequest,
  location: SeriesLocation,
  day: Day,
  held: DayHeld,
  without: ReadonlySet<Wanted>,
  isWished: (startMinute: number) => boolean = () => true,
): Generator<Slot, void> {
  const { notBefore } = request
  if (location.closedDays.includes(day)) return
  if (notBefore !== undefined && day < notBefore.day) return
  const earliest = notBefore?.day === day ? notBefore.minute : 0
  for (const startMinute of startsOn(request, location, day)) {
    if (startMinute < earliest || !isWished(startMinute)) continue
    const slot = slotAt(request, location, day, startMinute, held, without)
    if (slot !== undefined) yield slot
  }
}

function startsOn(request: DayRequest, location: SeriesLocation, day: Day): number[] {
  const { startMinute } = request.preferred
  const starts = new Set(startMinute === undefined ? [] : [startMinute])
  const on = weekday(day)
  for (const { openMinute, closeMinute } of location.hours.filter((each) => each.weekday === on)) {
    for (let start = openMinute; start < closeMinute; start += stepMinutes) starts.add(start)
  }
  return [...starts]
    .filter((start) => openAt(location.hours, { day, startMinute: start, minutes: request.minutes }) === undefined)
    .toSorted((a, b) => a - b)
}

function slotAt(
  request: DayRequest,
  location: SeriesLocation,
  day: Day,
  startMinute: number,
  held: DayHeld,
  without: ReadonlySet<Wanted>,
): Slot | undefined {
  const { minutes, blocks, patientId, rules, availability } = request
  const slot = { day, startMinute, minutes, blocks, locationId: location.id, patientId, roomId: '' }
  if (!without.has('patient') && patientClashes(slot, held.ofPatient(patientId)).length > 0) return undefined
  const isThere = (who: string, span: Span): boolean =>
    availability === undefined || awayReason(availability, who, location.id, day, span) === undefined
  const pick = (what: Wanted, ids: readonly string[], isFree: (id: string) => boolean): string | undefined =>
    without.has(what) ? 'any' : ids.find(isFree)
  const here = (staff: readonly SeriesStaff[]): string[] =>
    staff.filter((each) => each.locationId === location.id).map((each) => each.id)
  const roomId = pick(
    'room',
    location.rooms,
    (id) => isThere(id, wholeSpan(slot)) && roomClashes({ ...slot, roomId: id }, held.ofRoom(id)).length === 0,
  )
  if (roomId === undefined) return undefined
  const watch = watchSpan(slot)
  const providerId = pick(
    'provider',
    here(request.providers),
    (id) => isThere(id, watch) && providerClashes({ ...slot, providerId: id }, held.ofPerson(id), rules).length === 0,
  )
  if (providerId === undefined) return undefined
  const nurseId = pick(
    'nurse',
    // Whoever is the provider watches as well only when nobody else is there.
    here(request.nurses).toSorted((a, b) => Number(a === providerId) - Number(b === providerId)),
    (id) => isThere(id, watch) && nurseClashes({ ...slot, nurseId: id }, held.ofPerson(id), rules).length === 0,
  )
  if (nurseId === undefined) return undefined
  return { ...slot, roomId, providerId, nurseId }
}
