import type { Card } from '#contract/appointments'
import type { Reply } from '#contract/define'
import { addDays, day } from '#domain/dates'
import type { Day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done } from '#kit/room'
import { aThirdProvider, frontDesk, roomId, versioned } from '#kit/visit'
import type { Book, SlotInput } from '#kit/visit'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'

afterEach(closeDesk)

// The diary on paper: a visit is a set of minutes. Nothing of the program's own reckoning is used.
type Entry = { id: string; patientId: string; kind: Book['kind']; slot: SlotInput; stands: boolean }

type Wish = { at: 'SM' | 'OX'; room: 0 | 1 | 2; tens: number; long: number; days: number; who: number; nurse: boolean }

type Command =
  | { do: 'book'; patient: number; kind: Book['kind']; wish: Wish }
  | { do: 'move'; which: number; wish: Wish }
  | { do: 'cancel' | 'noShow' | 'stepBack'; which: number }

const wish: fc.Arbitrary<Wish> = fc.record({
  at: fc.constantFrom('SM', 'SM', 'SM', 'OX'),
  room: fc.constantFrom(0, 1, 2),
  tens: fc.integer({ min: 46, max: 72 }),
  long: fc.constantFrom(3, 6, 11),
  days: fc.constantFrom(0, 0, 0, 1),
  who: fc.integer({ min: 0, max: 2 }),
  nurse: fc.boolean(),
})

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('book'),
      patient: fc.integer({ min: 0, max: 5 }),
      kind: fc.constantFrom('infusion', 'infusion', 'consultation', 'check'),
      wish,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), which: fc.nat(20), wish }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('cancel', 'noShow', 'stepBack'), which: fc.nat(20) }),
  },
)

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

function shares(part: Part, a: Entry, b: Entry): boolean {
  const theirs = minutesOf(part, b)
  return [...minutesOf(part, a)].some((minute) => theirs.has(minute))
}

/** Minutes from the end of the one's watch to the start of the other's. */
function minutesBetween(a: Entry, b: Entry): number {
  const [mine, theirs] = [minutesOf('nurse', a), minutesOf('nurse', b)]
  return Math.max(Math.min(...theirs) - Math.max(...mine) - 1, Math.min(...mine) - Math.max(...theirs) - 1)
}

/** What the diary says to a wish: undefined when it fits, otherwise what is in the way. */
function verdict(diary: readonly Entry[], wanted: Entry): string | undefined {
  const { slot } = wanted
  if (slot.startMinute < 480 || slot.startMinute + slot.minutes > 1080) return 'appointment.outside-hours'
  const that = diary.filter((one) => one.stands && one.id !== wanted.id && one.slot.day === slot.day)
  const tooFar = (one: Entry) => one.slot.locationId !== slot.locationId && minutesBetween(one, wanted) < 90
  const isSecondInfusion = (one: Entry) => one.kind === 'infusion' && wanted.kind === 'infusion'
  const ofPatient = that.filter((one) => one.patientId === wanted.patientId)
  if (ofPatient.some((one) => shares('patient', one, wanted) || isSecondInfusion(one))) return 'patient'
  if (that.some((one) => one.slot.roomId === slot.roomId && shares('room', one, wanted))) return 'room'
  const ofProvider = that.filter((one) => one.slot.providerId === slot.providerId)
  if (ofProvider.some((one) => shares('provider', one, wanted) || tooFar(one))) return 'provider'
  if (slot.nurseId === null) return undefined
  const ofNurse = that.filter((one) => one.slot.nurseId === slot.nurseId)
  const watched = (at: number) => ofNurse.filter((one) => minutesOf('nurse', one).has(at)).length
  const isCrowded = [...minutesOf('nurse', wanted)].some((at) => watched(at) >= 2)
  return isCrowded || ofNurse.some((one) => shares('line', one, wanted) || tooFar(one)) ? 'nurse' : undefined
}

/** What the desk said: undefined when it was done, otherwise what was in the way. */
function said(reply: Reply<unknown>): string | undefined {
  if (reply.ok) return undefined
  const { code, facts } = reply.fault
  return code === 'appointment.clash' ? String(facts?.['what']) : code
}

/** Pairs of cards that share a minute of a room, a provider or a patient. */
function doubleBookings(cards: readonly Card[]): [string, string][] {
  const standing = cards.filter((card) => !['cancelled', 'late_cancelled', 'no_show'].includes(card.status))
  return standing.flatMap((a, place) =>
    standing
      .slice(place + 1)
      .filter((b) => {
        const [one, other] = [a, b].map((card) => ({ ...card, stands: true }))
        if (one === undefined || other === undefined) return false
        return (
          (a.slot.roomId === b.slot.roomId && shares('room', one, other)) ||
          (a.slot.providerId === b.slot.providerId && shares('provider', one, other)) ||
          (a.patientId === b.patientId && shares('patient', one, other))
        )
      })
      .map((b): [string, string] => [a.id, b.id]),
  )
}

// Nobody is booked for more infusions than the plan has, in all the weeks together.
const planned = 60

type Clinic = {
  booked: Map<string, number>
  desk: OpenDesk
  patients: readonly string[]
  providers: readonly string[]
  first: Day
}

function slotOf({ desk, providers, first }: Clinic, { at, room, tens, long, days, who, nurse }: Wish): SlotInput {
  return {
    day: addDays(first, days),
    startMinute: tens * 10,
    minutes: long * 10,
    locationId: at === 'SM' ? desk.santaMonica.id : desk.oxnard.id,
    roomId: roomId(desk, room, at),
    providerId: providers[who] ?? desk.providerId,
    nurseId: nurse ? desk.nurseId : null,
  }
}

/** Does one command at the desk and in the diary; both must say the same. */
async function obey(clinic: Clinic, diary: Entry[], order: Command): Promise<void> {
  const { appointments } = frontDesk(clinic.desk)
  if (order.do === 'book') {
    const { kind } = order
    const patientId = clinic.patients[order.patient] ?? ''
    const entry = { id: '', patientId, kind, slot: slotOf(clinic, order.wish), stands: true }
    const expected = overPlan(clinic, entry) ?? verdict(diary, entry)
    const reply = await appointments.book({ patientId, kind, slot: entry.slot, notes: '' })
    expect(said(reply)).toBe(expected)
    if (reply.ok) {
      diary.push({ ...entry, id: reply.value.appointmentId })
      count(clinic, entry, 1)
    }
    return
  }
  const entry = diary[order.which % Math.max(diary.length, 1)]
  if (entry === undefined) return
  const seen = await versioned(clinic.desk, entry.id)
  const over = entry.stands ? undefined : 'appointment.cannot-become'
  if (order.do === 'move') {
    const slot = slotOf(clinic, order.wish)
    const expected = over ?? verdict(diary, { ...entry, slot })
    expect(said(await appointments.move({ ...seen, slot }))).toBe(expected)
    if (expected === undefined) entry.slot = slot
    return
  }
  if (order.do === 'stepBack') {
    const { status } = await done(appointments.get({ appointmentId: entry.id }))
    const isBack = status !== 'booked'
    const expected = isBack ? (overPlan(clinic, entry) ?? verdict(diary, entry)) : 'appointment.cannot-become'
    expect(said(await appointments.stepBack(seen))).toBe(expected)
    if (expected === undefined) {
      entry.stands = true
      count(clinic, entry, 1)
    }
    return
  }
  // A visit can only be missed once its day has come.
  const isToCome = order.do === 'noShow' && entry.slot.day !== clinic.first
  const expected = over ?? (isToCome ? 'appointment.cannot-become' : undefined)
  expect(said(await appointments[order.do]({ ...seen, reason: 'As it happens' }))).toBe(expected)
  if (expected === undefined) {
    entry.stands = false
    count(clinic, entry, -1)
  }
}

function overPlan({ booked }: Clinic, { kind, patientId }: Entry): string | undefined {
  return kind === 'infusion' && (booked.get(patientId) ?? 0) >= planned ? 'series.nothing-left' : undefined
}

function count({ booked }: Clinic, { kind, patientId }: Entry, by: number): void {
  if (kind === 'infusion') booked.set(patientId, (booked.get(patientId) ?? 0) + by)
}

test('whatever is booked, moved, cancelled, missed and brought back: the desk says what the diary says, and nothing is booked twice', async () => {
  const desk = await openDesk()
  const patients: string[] = []
  for (let n = 0; n < 6; n += 1) {
    const patientId = await desk.aPatient()
    await desk.aPlan(patientId, { course: { plannedInfusions: planned } })
    patients.push(patientId)
  }
  const providers = [desk.providerId, desk.managerId, await aThirdProvider(desk)]
  const booked = new Map<string, number>()
  let week = 0
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
      week += 1
      // Every run has days of its own, a Tuesday and a Wednesday; the Tuesday is today.
      const first = addDays(day('2026-03-10'), 7 * week)
      desk.clock.goTo(first, 450)
      const clinic = { booked, desk, patients, providers, first }
      const diary: Entry[] = []
      for (const order of commands) await obey(clinic, diary, order)
      const { appointments } = frontDesk(desk)
      for (const on of [first, addDays(first, 1)]) {
        const cards = await done(appointments.onDay({ day: on, withCancelled: true }))
        expect(doubleBookings(cards)).toEqual([])
        const standing = diary.filter((one) => one.stands && one.slot.day === on)
        const held = cards.filter((card) => card.status === 'booked')
        expect(new Map(held.map((card) => [card.id, card.slot]))).toEqual(
          new Map(standing.map((one) => [one.id, one.slot])),
        )
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
