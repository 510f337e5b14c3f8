import type { Reply } from '#contract/define'
import { addDays, day } from '#domain/dates'
import type { Day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done } from '#kit/room'
import { aThirdProvider, frontDesk, roomId, roomsOf, versioned } from '#kit/visit'
import type { SlotInput } from '#kit/visit'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { command } from './schedule-model/commands.ts'
import type { Asker, Command, Wish } from './schedule-model/commands.ts'
import { doubleBookings, inTheWay } from './schedule-model/diary.ts'
import type { Diary, Entry } from './schedule-model/diary.ts'

afterEach(closeDesk)

// Nobody is booked for more infusions than the plan has, in all the weeks together.
const planned = 60
const reason = 'The patient flies home tomorrow'

type Treated = { patientId: string; planId: string; booked: number }
type Clinic = { desk: OpenDesk; patients: readonly Treated[]; providers: readonly string[]; first: Day; diary: Diary }

/** What the desk said: undefined when it was done, otherwise what was in the way in the diary's words, or the refusal. */
function said(reply: Reply<unknown>): string | undefined {
  if (reply.ok) return undefined
  const { code, facts, path = '' } = reply.fault
  if (code === 'appointment.clash') return String(facts?.['what'])
  if (code === 'appointment.closed-day') return 'closure'
  if (code === 'appointment.outside-hours') return 'hours'
  if (code === 'appointment.away') return `away-${path.split('.').at(-1)?.replace('Id', '')}`
  return code
}

function slotOf({ desk, providers, first }: Clinic, { at, room, tens, long, days, who, nurse }: Wish): SlotInput {
  return {
    day: addDays(first, days),
    startMinute: tens * 10,
    minutes: long * 10,
    locationId: at === 'SM' ? desk.santaMonica.id : desk.oxnard.id,
    roomId: roomId(desk, room, at),
    providerId: providers[who] ?? desk.providerId,
    nurseId: { nurse: desk.nurseId, provider: providers[2] ?? null, nobody: null }[nurse],
  }
}

function deskOf({ desk }: Clinic, by: Asker) {
  const isProvider = by === 'provider-with-reason'
  const { appointments } = isProvider ? roomsOf(desk, ['provider'], desk.providerId) : frontDesk(desk)
  return { appointments, override: by === 'desk' ? null : reason }
}

/** What has to be said to a wish, and what is allowed with it. */
function verdict(clinic: Clinic, entry: Entry, by: Asker): { no: string | undefined; allowed: readonly string[] } {
  const found = inTheWay(clinic.diary, entry)
  if (by === 'desk') return { no: found[0], allowed: [] }
  if (by === 'desk-with-reason') return { no: 'appointment.override-not-allowed', allowed: [] }
  return { no: found.find((word) => word === 'patient'), allowed: found }
}

/** Does one command at the desk and in the diary; both must say the same. */
async function obey(clinic: Clinic, order: Command): Promise<void> {
  const { desk, diary } = clinic
  switch (order.do) {
    case 'book':
      return book(clinic, order)
    case 'series':
      return bookSeries(clinic, order)
    case 'move':
      return move(clinic, order)
    case 'cancel':
    case 'noShow':
    case 'stepBack':
      return step(clinic, order)
    case 'away': {
      const { locationId: _, ...slot } = slotOf(clinic, order.wish)
      const who = order.whom === 'nurse' ? desk.nurseId : order.whom === 'room' ? slot.roomId : slot.providerId
      const [from, to] = [slot.startMinute, slot.startMinute + slot.minutes]
      const days = { fromDay: slot.day, untilDay: slot.day, fromMinute: from, toMinute: to }
      await done(roomsOf(desk, ['manager'], desk.managerId).resources.away({ who, ...days, reason: 'Course' }))
      diary.aways.push({ who, day: slot.day, from, to })
      return
    }
    case 'close': {
      const on = addDays(clinic.first, order.days)
      const locationId = order.at === 'SM' ? desk.santaMonica.id : desk.oxnard.id
      const closure = { locationId, fromDay: on, untilDay: on, reason: 'Flood' }
      await done(roomsOf(desk, ['manager'], desk.managerId).resources.close(closure))
      diary.closed.push({ locationId, day: on })
    }
  }
}

async function book(clinic: Clinic, { patient, kind, wish, by }: Command & { do: 'book' }): Promise<void> {
  const treated = patientAt(clinic, patient)
  const { patientId } = treated
  const entry = { id: '', patientId, kind, slot: slotOf(clinic, wish), stands: true, allowed: [] }
  const { no, allowed } = verdict(clinic, entry, by)
  const expected = by === 'desk-with-reason' ? no : (overPlan(clinic, entry) ?? no)
  const { appointments, override } = deskOf(clinic, by)
  const reply = await appointments.book({ patientId, kind, slot: entry.slot, notes: '', override })
  expect(said(reply)).toBe(expected)
  if (!reply.ok) return
  clinic.diary.entries.push({ ...entry, id: reply.value.appointmentId, allowed })
  count(clinic, entry, 1)
}

/** All of them, each held against those before it, or none. */
async function bookSeries(clinic: Clinic, { patient, wishes }: Command & { do: 'series' }): Promise<void> {
  const { patientId, planId, booked } = patientAt(clinic, patient)
  const slots = wishes.map((wish) => slotOf(clinic, wish))
  const { diary } = clinic
  const written: Entry[] = []
  let no: string | undefined
  for (const [n, slot] of slots.entries()) {
    const entry: Entry = { id: `new ${n}`, patientId, kind: 'infusion', slot, stands: true, allowed: [] }
    const [word] = inTheWay({ ...diary, entries: [...diary.entries, ...written] }, entry)
    no ??= word === undefined ? undefined : `${word} of slots.${n}`
    written.push(entry)
  }
  const left = planned - booked
  if (left < slots.length) no = left === 0 ? 'series.nothing-left' : 'series.fewer-left'
  const reply = await frontDesk(clinic.desk).series.book({ planId, slots })
  const place = reply.ok ? undefined : reply.fault.path?.split('.').slice(0, 2).join('.')
  const word = said(reply)
  expect(word === undefined || left < slots.length ? word : `${word} of ${place}`).toBe(no)
  if (!reply.ok) return
  for (const [n, entry] of written.entries()) {
    diary.entries.push({ ...entry, id: reply.value.appointmentIds[n] ?? '' })
    count(clinic, entry, 1)
  }
}

async function move(clinic: Clinic, { which, wish, by }: Command & { do: 'move' }): Promise<void> {
  const entry = entryAt(clinic, which)
  if (entry === undefined) return
  const slot = slotOf(clinic, wish)
  const { no, allowed } = verdict(clinic, { ...entry, slot }, by)
  const over = entry.stands || by === 'desk-with-reason' ? undefined : 'appointment.cannot-become'
  const { appointments, override } = deskOf(clinic, by)
  const expected = over ?? no
  const seen = await versioned(clinic.desk, entry.id)
  expect(said(await appointments.move({ ...seen, slot, override }))).toBe(expected)
  if (expected === undefined) Object.assign(entry, { slot, allowed })
}

async function step(clinic: Clinic, order: Command & { do: 'cancel' | 'noShow' | 'stepBack' }): Promise<void> {
  const entry = entryAt(clinic, order.which)
  if (entry === undefined) return
  const { appointments } = frontDesk(clinic.desk)
  const seen = await versioned(clinic.desk, entry.id)
  if (order.do === 'stepBack') {
    const back = overPlan(clinic, entry) ?? inTheWay(clinic.diary, entry)[0]
    const expected = entry.stands ? 'appointment.cannot-become' : back
    expect(said(await appointments.stepBack(seen))).toBe(expected)
    if (expected !== undefined) return
    Object.assign(entry, { stands: true, allowed: [] })
    count(clinic, entry, 1)
    return
  }
  // A visit can only be missed once its day has come.
  const isToCome = order.do === 'noShow' && entry.slot.day !== clinic.first
  const expected = entry.stands && !isToCome ? undefined : 'appointment.cannot-become'
  expect(said(await appointments[order.do]({ ...seen, reason: 'As it happens' }))).toBe(expected)
  if (expected !== undefined) return
  entry.stands = false
  count(clinic, entry, -1)
}

function entryAt({ diary: { entries } }: Clinic, which: number): Entry | undefined {
  return entries[which % Math.max(entries.length, 1)]
}

function patientAt({ patients }: Clinic, n: number): Treated {
  const one = patients[n]
  if (one === undefined) throw new Error('there are six patients')
  return one
}

function overPlan({ patients }: Clinic, { kind, patientId }: Entry): string | undefined {
  const { booked = 0 } = patients.find((one) => one.patientId === patientId) ?? {}
  return kind === 'infusion' && booked >= planned ? 'series.nothing-left' : undefined
}

function count({ patients }: Clinic, { kind, patientId }: Entry, by: number): void {
  const one = patients.find((each) => each.patientId === patientId)
  if (kind === 'infusion' && one !== undefined) one.booked += by
}

async function sixPatients(desk: OpenDesk): Promise<Treated[]> {
  const patients: Treated[] = []
  for (let n = 0; n < 6; n += 1) {
    const patientId = await desk.aPatient()
    const planId = await desk.aPlan(patientId, { course: { plannedInfusions: planned } })
    patients.push({ patientId, planId, booked: 0 })
  }
  return patients
}

test('whatever is booked, moved, given up, brought back, allowed or closed: the desk says what the diary says, and nothing is booked twice unless somebody allowed it', async () => {
  const desk = await openDesk()
  // The third of them is a nurse as well: one person in two seats.
  const providers = [desk.providerId, desk.managerId, await aThirdProvider(desk, null, ['provider', 'nurse'])]
  const ran = new Map<Command['do'], number>()
  let patients: Treated[] = []
  let week = 0
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 30, size: 'max' }), async (commands) => {
      if (week % 20 === 0) patients = await sixPatients(desk)
      week += 1
      // Every run has days of its own, a Tuesday and a Wednesday; the Tuesday is today.
      const first = addDays(day('2026-03-10'), 7 * week)
      desk.clock.goTo(first, 450)
      const clinic: Clinic = { desk, patients, providers, first, diary: { entries: [], aways: [], closed: [] } }
      for (const order of commands) {
        await obey(clinic, order)
        ran.set(order.do, (ran.get(order.do) ?? 0) + 1)
      }
      const { appointments } = frontDesk(desk)
      for (const on of [first, addDays(first, 1)]) {
        const cards = await done(appointments.onDay({ day: on, withCancelled: true }))
        expect(doubleBookings(cards)).toEqual([])
        const standing = clinic.diary.entries.filter((one) => one.stands && one.slot.day === on)
        const held = cards.filter((card) => card.status === 'booked')
        expect(new Map(held.map((card) => [card.id, [card.slot, card.override?.what ?? []]]))).toEqual(
          new Map(standing.map((one) => [one.id, [one.slot, one.allowed]])),
        )
      }
    }),
    { numRuns: 120 },
  )
  const total = [...ran.values()].reduce((sum, each) => sum + each, 0)
  // How many ran is the worth of this test: it must not shrink unseen.
  expect(total).toBeGreaterThanOrEqual(2400)
  for (const what of ['series', 'away', 'close', 'stepBack'] as const) expect(ran.get(what)).toBeGreaterThan(5)
  console.info(`${total} commands: ${[...ran].map(([what, times]) => `${times} ${what}`).join(', ')}`)
}, 90_000)
