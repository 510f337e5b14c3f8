import type { Client } from '#contract/house'
import { addDays, day, daysBetween, weekday } from '#domain/dates'
import type { Day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBooking, anInfusionDone, logLength } from '#kit/rows'
import {
  aBookedPatient,
  aSlot,
  aTreatedPatient,
  booked,
  cardOf,
  frontDesk,
  nobody,
  nurse,
  roomsOf,
  versioned,
} from '#kit/visit'
import type { SlotInput } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

type Propose = Parameters<Client['series']['propose']>[0]
const monday = day('2026-03-16')

function wish(desk: OpenDesk, planId: string, changes: Partial<Propose> = {}): Propose {
  return {
    planId,
    firstDay: monday,
    locationIds: [desk.santaMonica.id],
    alternate: false,
    weekdays: [],
    startMinute: null,
    ...changes,
  }
}

/** The slots of a proposal that fits. */
async function proposed(desk: OpenDesk, planId: string, changes: Partial<Propose> = {}): Promise<SlotInput[]> {
  const proposal = await done(frontDesk(desk).series.propose(wish(desk, planId, changes)))
  if (!proposal.fits) throw new Error(`nothing fits: ${proposal.reason}`)
  return proposal.slots
}

/** Slots every other working day from a day on, each at ten in Chair 1. */
function slotsFrom(desk: OpenDesk, first: Day, count: number): SlotInput[] {
  const days = [0, 2, 4, 7, 9, 11, 14, 16].slice(0, count)
  return days.map((after) => aSlot(desk, { day: addDays(first, after) }))
}

async function planOf(desk: OpenDesk, patientId: string) {
  return (await done(desk.at(['front_desk']).plans.ofPatient({ patientId })))[0]
}

describe('proposing a series', () => {
  test('finds a time for every infusion within the window, with its gaps, chairs and people', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const proposal = await done(frontDesk(desk).series.propose(wish(desk, planId)))
    expect(proposal).toMatchObject({ fits: true, firstNumber: 1 })
    const slots = proposal.slots
    expect(slots).toHaveLength(6)
    const span = daysBetween(slots[0]?.day ?? monday, slots.at(-1)?.day ?? monday) + 1
    expect(proposal).toMatchObject({ spanDays: span })
    expect(span).toBeGreaterThanOrEqual(14)
    expect(span).toBeLessThanOrEqual(21)
    for (const [place, slot] of slots.entries()) {
      expect(slot).toMatchObject({
        minutes: 110,
        locationId: desk.santaMonica.id,
        providerId: desk.providerId,
        nurseId: desk.nurseId,
      })
      const before = slots[place - 1]
      if (before !== undefined) expect(daysBetween(before.day, slot.day)).toBeGreaterThanOrEqual(2)
    }
    const { appointmentIds } = await done(frontDesk(desk).series.book({ planId, slots }))
    expect(appointmentIds).toHaveLength(6)
  })

  test('keeps to the wanted weekdays and hour', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const slots = await proposed(desk, planId, { weekdays: [1, 4], startMinute: 630 })
    expect(slots.map((slot) => weekday(slot.day))).toEqual([1, 4, 1, 4, 1, 4])
    expect(slots.map((slot) => slot.startMinute)).toEqual([630, 630, 630, 630, 630, 630])
  })

  test('goes back and forth between the clinics when wished', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const [sm, ox] = [desk.santaMonica.id, desk.oxnard.id]
    const slots = await proposed(desk, planId, { locationIds: [sm, ox], alternate: true })
    expect(slots.map((slot) => slot.locationId)).toEqual([sm, ox, sm, ox, sm, ox])
  })

  test('begins with the next number when some are booked or done, and leaves their days alone', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk)
    const past = await aBooking(desk, patientId, '2026-03-09', { planId, status: 'completed' })
    await anInfusionDone(desk, patientId, planId, past)
    await booked(desk, patientId, { day: monday })
    const proposal = await done(frontDesk(desk).series.propose(wish(desk, planId)))
    expect(proposal).toMatchObject({ fits: true, firstNumber: 3 })
    expect(proposal.slots).toHaveLength(4)
    for (const slot of proposal.slots) expect(Math.abs(daysBetween(monday, slot.day))).toBeGreaterThanOrEqual(2)
  })

  test('never lies before this minute', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    desk.clock.goTo('2026-03-10', 16 * 60 + 11)
    const [first] = await proposed(desk, planId, { firstDay: day('2026-03-01') })
    expect(first?.day).toBe('2026-03-11')
    desk.clock.goTo('2026-03-10', 13 * 60)
    const [today] = await proposed(desk, planId, { firstDay: day('2026-03-01') })
    expect([today?.day, today?.startMinute]).toEqual(['2026-03-10', 780])
  })

  test('takes another provider where the plan’s own does not work', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const posts = [{ role: 'provider' as const, locationId: desk.oxnard.id }]
    const okafor = { staffId: desk.providerId, name: 'Samuel Okafor', credentials: '', npi: '', posts }
    await done(desk.at(['manager']).staff.change(okafor))
    const slots = await proposed(desk, planId)
    expect(new Set(slots.map((slot) => slot.providerId))).toEqual(new Set([desk.managerId]))
  })

  test('says what is missing when nothing fits: no nurse, or a window that is too short', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const hurried = await aTreatedPatient(desk, { plan: { course: { windowMinDays: 1, windowMaxDays: 5 } } })
    expect(await done(frontDesk(desk).series.propose(wish(desk, hurried.planId)))).toEqual({
      fits: false,
      reason: 'window-too-short',
      slots: [],
      firstNumber: 1,
      blocked: [],
    })
    await done(desk.at(['manager']).staff.archive({ staffId: desk.nurseId, reason: 'Left' }))
    const proposal = await done(frontDesk(desk).series.propose(wish(desk, planId)))
    expect(proposal).toMatchObject({ fits: false, reason: 'no-nurse', firstNumber: 1 })
    expect(proposal.fits ? [] : [...new Set(proposal.blocked.map((one) => one.reason))].toSorted()).toEqual([
      'closed',
      'nurse',
    ])
  })

  test('is refused for no plan, no clinic, and when every infusion has its time', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk, { plan: { course: { plannedInfusions: 2 } } })
    const { series } = frontDesk(desk)
    expect((await refused(series.propose(wish(desk, nobody)))).code).toBe('record.not-found')
    const fault = await refused(series.propose(wish(desk, planId, { locationIds: [desk.santaMonica.id, nobody] })))
    expect([fault.code, fault.path]).toEqual(['record.not-found', 'locationIds'])
    expect((await refused(series.propose(wish(desk, planId, { locationIds: [] })))).path).toBe('locationIds')
    await done(series.book({ planId, slots: slotsFrom(desk, monday, 2) }))
    expect((await refused(series.propose(wish(desk, planId)))).code).toBe('series.nothing-left')
  })

  test('is refused for a plan that was stopped', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    await done(desk.at(['provider']).plans.stop({ planId, reason: 'Not tolerated' }))
    expect((await refused(frontDesk(desk).series.propose(wish(desk, planId)))).code).toBe('plan.not-active')
  })
})

describe('booking a series', () => {
  test('of more than is left is refused, and told how many are', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk, { plan: { course: { plannedInfusions: 3 } } })
    await booked(desk, patientId, { day: monday })
    const slots = slotsFrom(desk, addDays(monday, 7), 3)
    expect(await refused(frontDesk(desk).series.book({ planId, slots }))).toEqual({
      code: 'series.fewer-left',
      message: 'Only 2 infusions are left to book.',
      path: 'slots',
      facts: { left: 2 },
    })
    await done(frontDesk(desk).series.book({ planId, slots: slots.slice(0, 2) }))
    const fourth = { patientId, kind: 'infusion', slot: aSlot(desk, { day: addDays(monday, 21) }), notes: '' } as const
    expect((await refused(frontDesk(desk).appointments.book(fourth))).code).toBe('series.nothing-left')
  })

  test('writes all of it, numbered, and the plan shows it', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk)
    const slots = slotsFrom(desk, monday, 6)
    const { appointmentIds } = await done(frontDesk(desk).series.book({ planId, slots }))
    for (const [place, appointmentId] of appointmentIds.entries()) {
      expect(await cardOf(desk, appointmentId)).toMatchObject({
        slot: slots[place],
        kind: 'infusion',
        status: 'booked',
        patientId,
        planId,
        infusionNumber: place + 1,
        infusionsPlanned: 6,
      })
    }
    expect(await planOf(desk, patientId)).toMatchObject({ booked: 6, done: 0 })
  })

  test.each([[0], [2], [5]])('with one that clashes, at place %i, books none and names the place', async (place) => {
    const desk = await openDesk()
    const slots = slotsFrom(desk, monday, 6)
    const taken = slots[place]?.day ?? monday
    await aBookedPatient(desk, { day: taken, patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const { patientId, planId } = await aTreatedPatient(desk)
    const before = await logLength(desk.read)
    expect(await refused(frontDesk(desk).series.book({ planId, slots }))).toMatchObject({
      code: 'appointment.clash',
      path: `slots.${place}.roomId`,
      facts: { what: 'room', name: 'SM Chair 1', with: 'Ruth Alvarado, SM Chair 1', day: taken },
    })
    expect(await logLength(desk.read)).toBe(before)
    expect(await planOf(desk, patientId)).toMatchObject({ booked: 0 })
  })

  test('holds its own slots against each other: two on one day are refused', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const slots = [aSlot(desk, { day: monday }), aSlot(desk, { day: monday, at: 'OX', startMinute: 900 })]
    expect(await refused(frontDesk(desk).series.book({ planId, slots }))).toMatchObject({
      code: 'appointment.clash',
      path: 'slots.1.startMinute',
      facts: { what: 'patient', number: 1, of: 6 },
    })
  })

  test.each<[string, (desk: OpenDesk) => Partial<SlotInput>, string, string]>([
    ['over', () => ({ day: day('2026-03-09') }), 'appointment.in-past', 'slots.1.day'],
    ['closed', () => ({ day: day('2026-03-22') }), 'appointment.closed', 'slots.1.day'],
    ['too late', () => ({ startMinute: 1_000 }), 'appointment.outside-hours', 'slots.1.startMinute'],
    ['nowhere', () => ({ locationId: nobody }), 'record.not-found', 'slots.1.locationId'],
    ['in no room', () => ({ roomId: nobody }), 'appointment.wrong-room', 'slots.1.roomId'],
    ['with no provider', (desk) => ({ providerId: desk.nurseId }), 'appointment.wrong-person', 'slots.1.providerId'],
    ['with no nurse', (desk) => ({ nurseId: desk.providerId }), 'appointment.wrong-person', 'slots.1.nurseId'],
  ])('with one that is %s books none', async (_, change, code, path) => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const slots = slotsFrom(desk, monday, 3).map((slot, place) => (place === 1 ? { ...slot, ...change(desk) } : slot))
    const before = await logLength(desk.read)
    const fault = await refused(frontDesk(desk).series.book({ planId, slots }))
    expect([fault.code, fault.path]).toEqual([code, path])
    expect(await logLength(desk.read)).toBe(before)
  })

  test('of more than are left is refused; a cancelled or missed one can be booked again', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk, { plan: { course: { plannedInfusions: 2 } } })
    const { appointments, series } = frontDesk(desk)
    expect((await refused(series.book({ planId, slots: slotsFrom(desk, monday, 3) }))).code).toBe('series.fewer-left')
    const { appointmentIds } = await done(series.book({ planId, slots: slotsFrom(desk, monday, 2) }))
    const again = { planId, slots: [aSlot(desk, { day: day('2026-04-01') })] }
    expect((await refused(series.book(again))).code).toBe('series.nothing-left')
    const last = await versioned(desk, appointmentIds[1] ?? nobody)
    await done(appointments.cancel({ ...last, reason: 'Travel' }))
    await done(series.book(again))
  })

  test('is refused for no plan, a plan that was stopped, and an archived patient', async () => {
    const desk = await openDesk()
    const slots = slotsFrom(desk, monday, 2)
    const { series } = frontDesk(desk)
    expect((await refused(series.book({ planId: nobody, slots }))).code).toBe('record.not-found')
    const gone = await aTreatedPatient(desk)
    await done(desk.at(['manager']).patients.archive({ patientId: gone.patientId, reason: 'Moved away' }))
    expect((await refused(series.book({ planId: gone.planId, slots }))).code).toBe('record.archived')
    const stopped = await aTreatedPatient(desk)
    await done(desk.at(['provider']).plans.stop({ planId: stopped.planId, reason: 'Not tolerated' }))
    expect((await refused(series.book({ planId: stopped.planId, slots }))).code).toBe('plan.not-active')
  })

  test('is for those who book; nurses propose and book, billers look', async () => {
    const desk = await openDesk()
    const { planId } = await aTreatedPatient(desk)
    const biller = roomsOf(desk, ['biller'], desk.managerId)
    const slots = (await done(biller.series.propose(wish(desk, planId)))).slots
    expect((await refused(biller.series.book({ planId, slots }))).code).toBe('call.not-allowed')
    await done(nurse(desk).series.book({ planId, slots }))
  })

  test('by two desks at once: one series is booked, of the other nothing', async () => {
    const desk = await openDesk()
    const first = await aTreatedPatient(desk)
    const second = await aTreatedPatient(desk)
    const slots = slotsFrom(desk, monday, 6)
    const replies = await Promise.all([
      frontDesk(desk).series.book({ planId: first.planId, slots }),
      frontDesk(desk).series.book({ planId: second.planId, slots }),
    ])
    expect(replies.map((reply) => reply.ok)).toEqual([true, false])
    expect(await planOf(desk, first.patientId)).toMatchObject({ booked: 6 })
    expect(await planOf(desk, second.patientId)).toMatchObject({ booked: 0 })
  })
})
