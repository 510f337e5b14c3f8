import type { Card } from '#contract/appointments'
import type { Day } from '#domain/dates'
import type { Book, SlotInput } from '#kit/visit'

// The diary on paper: a visit is a set of minutes. Nothing of the program's own reckoning is used.

/** A visit as it is written in the diary; `allowed` is what stood in its way and was allowed, in words. */
export type Entry = {
  id: string
  patientId: string
  kind: Book['kind']
  slot: SlotInput
  stands: boolean
  allowed: readonly string[]
}

/** Somebody who is away, or a room out of use, between two minutes of a day. */
export type Away = { who: string; day: Day; from: number; to: number }
/** A clinic that is closed on a day. */
export type Closed = { locationId: string; day: Day }
/** Everything that is written down. */
export type Diary = { entries: Entry[]; aways: Away[]; closed: Closed[] }

type Part = 'room' | 'patient' | 'provider' | 'nurse' | 'line'

/**
 * The minutes that somebody is needed. An infusion of 110 minutes: 15 check-in, 10 for the line, 40, 30 recovery, 15
 * turnover; what is too short for that, and every other visit, needs everybody for the whole time.
 */
function minutesOf(part: Part, { kind, slot: { startMinute, minutes } }: Pick<Entry, 'kind' | 'slot'>): Set<number> {
  const span = (from: number, to: number) =>
    new Set(Array.from({ length: to - from }, (_, n) => startMinute + from + n))
  const isDivided = kind === 'infusion' && minutes > 70
  if (part === 'line') return isDivided ? span(15, 25) : new Set()
  if (!isDivided || part === 'room') return span(0, minutes)
  return { patient: span(0, minutes - 15), provider: span(15, 25), nurse: span(15, minutes - 15) }[part]
}

type Placed = Pick<Entry, 'kind' | 'slot'>

function shares(part: Part, a: Placed, b: Placed): boolean {
  const theirs = minutesOf(part, b)
  return [...minutesOf(part, a)].some((minute) => theirs.has(minute))
}

/** Minutes from the end of the one's watch to the start of the other's. */
function minutesBetween(a: Placed, b: Placed): number {
  const [mine, theirs] = [minutesOf('nurse', a), minutesOf('nurse', b)]
  return Math.max(Math.min(...theirs) - Math.max(...mine) - 1, Math.min(...mine) - Math.max(...theirs) - 1)
}

/** What the diary says to a wish: everything that is in its way, in words and in the order of being told. */
export function inTheWay({ entries, aways, closed }: Diary, wanted: Entry): string[] {
  const { slot } = wanted
  const isAway = (who: string | null, part: Part) =>
    aways.some(
      (one) =>
        one.who === who &&
        one.day === slot.day &&
        [...minutesOf(part, wanted)].some((minute) => one.from <= minute && minute < one.to),
    )
  const that = entries.filter((one) => one.stands && one.id !== wanted.id && one.slot.day === slot.day)
  const tooFar = (one: Entry) => one.slot.locationId !== slot.locationId && minutesBetween(one, wanted) < 90
  const isSecondInfusion = (one: Entry) => one.kind === 'infusion' && wanted.kind === 'infusion'
  const ofPatient = that.filter((one) => one.patientId === wanted.patientId)
  const ofProvider = that.filter((one) => one.slot.providerId === slot.providerId)
  const ofNurse = slot.nurseId === null ? [] : that.filter((one) => one.slot.nurseId === slot.nurseId)
  // One person in two seats: with the one patient while watching the other.
  const watchedByProvider = that.filter((one) => one.slot.nurseId === slot.providerId)
  const nurseElsewhere = slot.nurseId === null ? [] : that.filter((one) => one.slot.providerId === slot.nurseId)
  const sharesSeats = (provided: Placed, watchedVisit: Placed) =>
    [...minutesOf('provider', provided)].some((minute) => minutesOf('nurse', watchedVisit).has(minute))
  const watched = (at: number) => ofNurse.filter((one) => minutesOf('nurse', one).has(at)).length
  const isCrowded = [...minutesOf('nurse', wanted)].some((at) => watched(at) >= 2)
  const found: [string, boolean][] = [
    ['closure', closed.some((one) => one.locationId === slot.locationId && one.day === slot.day)],
    ['hours', slot.startMinute < 480 || slot.startMinute + slot.minutes > 1080],
    ['away-room', isAway(slot.roomId, 'room')],
    // The provider is on site while the nurse watches.
    ['away-provider', isAway(slot.providerId, 'nurse')],
    ['away-nurse', isAway(slot.nurseId, 'nurse')],
    ['patient', ofPatient.some((one) => shares('patient', one, wanted) || isSecondInfusion(one))],
    ['room', that.some((one) => one.slot.roomId === slot.roomId && shares('room', one, wanted))],
    [
      'provider',
      ofProvider.some((one) => shares('provider', one, wanted) || tooFar(one)) ||
        watchedByProvider.some((one) => sharesSeats(wanted, one) || tooFar(one)),
    ],
    [
      'nurse',
      isCrowded ||
        ofNurse.some((one) => shares('line', one, wanted) || tooFar(one)) ||
        nurseElsewhere.some((one) => sharesSeats(one, wanted) || tooFar(one)),
    ],
  ]
  return found.filter(([, is]) => is).map(([word]) => word)
}

/** Pairs of cards that share a minute of a room or a provider that nobody allowed, or of a patient, which nobody may. */
export function doubleBookings(cards: readonly Card[]): [string, string][] {
  const standing = cards.filter((card) => !['cancelled', 'late_cancelled', 'no_show'].includes(card.status))
  return standing.flatMap((a, place) =>
    standing
      .slice(place + 1)
      .filter((b) => {
        if (a.patientId === b.patientId && shares('patient', a, b)) return true
        const isAllowed = (what: string) => [a, b].some((card) => card.override?.what.includes(what) === true)
        return (
          (a.slot.roomId === b.slot.roomId && shares('room', a, b) && !isAllowed('room')) ||
          (a.slot.providerId === b.slot.providerId && shares('provider', a, b) && !isAllowed('provider'))
        )
      })
      .map((b): [string, string] => [a.id, b.id]),
  )
}
