import type { Handlers } from '#contract/house'
import { present } from '#domain/certain'
import { cents } from '#domain/money'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBooking, anInfusionDone, logLength } from '#kit/rows'
import { cardOf } from '#kit/visit'
import type { Desk } from '#services/desk'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const none = '0198a000-0000-7000-8000-000000000000'
type Start = Parameters<Handlers<Desk>['plans']['start']>[1]

async function wish(desk: OpenDesk, patientId: string, kind: 'mood' | 'pain' = 'mood'): Promise<Start> {
  const protocols = await done(desk.at(['provider']).plans.protocols({}))
  const protocol = present(
    protocols.find((one) => one.kind === kind),
    'a protocol',
  )
  const clinical = {
    indication: 'Depression',
    icd10Codes: ['F33.2', 'F41.1'],
    microgramsPerKg: 500,
    clinicalNotes: 'Slowly.',
  }
  return { patientId, protocolId: protocol.id, providerId: desk.providerId, clinical, course: protocol.course }
}

async function onlyPlan(desk: OpenDesk, patientId: string) {
  return present((await done(desk.at(['front_desk']).plans.ofPatient({ patientId })))[0], 'a plan')
}

async function clinicalOf(desk: OpenDesk, patientId: string) {
  return present((await done(desk.at(['nurse']).plans.clinicalOfPatient({ patientId })))[0], 'a plan')
}

describe('starting a plan', () => {
  test('takes the protocol with individual changes; the desk sees the course, clinicians the rest', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const start = await wish(desk, patientId)
    const course = { ...start.course, plannedInfusions: 8, priceCents: cents(50_000) }
    const { planId } = await done(desk.at(['provider']).plans.start({ ...start, course }))
    const plan = await onlyPlan(desk, patientId)
    expect(plan).toEqual({
      id: planId,
      protocolId: start.protocolId,
      protocolName: 'Mood, induction',
      kind: 'mood',
      phase: 'induction',
      status: 'active',
      startedDay: '2026-03-10',
      providerId: desk.providerId,
      providerName: 'Samuel Okafor',
      course,
      done: 0,
      booked: 0,
      version: plan.version,
    })
    expect(await clinicalOf(desk, patientId)).toEqual({ planId, clinical: start.clinical, warnings: [] })
    const protocols = await done(desk.at(['provider']).plans.protocols({}))
    expect(protocols[0]?.course.plannedInfusions).toBe(6)
  })

  test('what is unusual is a warning, not a refusal', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    await desk.aPlan(patientId, {
      clinical: { microgramsPerKg: 1_100 },
      course: { priceCents: cents(90_000), windowMaxDays: 40 },
    })
    expect((await clinicalOf(desk, patientId)).warnings).toEqual(['dose-high', 'course-long', 'price-high'])
  })

  test('the clinical half is for nurses and providers alone, and only they write', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const rooms = desk.at(['front_desk', 'biller', 'manager'])
    expect((await refused(rooms.plans.clinicalOfPatient({ patientId }))).code).toBe('call.not-allowed')
    expect((await refused(rooms.plans.start(await wish(desk, patientId)))).code).toBe('call.not-allowed')
  })

  test('a second one of the same kind is refused, naming the first; one of the other kind is not', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const planId = await desk.aPlan(patientId, { phase: 'maintenance' })
    const start = await wish(desk, patientId)
    const before = await logLength(desk.read)
    expect(await refused(desk.at(['provider']).plans.start(start))).toMatchObject({
      code: 'plan.has-active-plan',
      path: 'protocolId',
      facts: { protocol: 'Mood, maintenance' },
    })
    expect(await logLength(desk.read)).toBe(before)
    await desk.aPlan(patientId, { kind: 'pain' })
    await done(desk.at(['provider']).plans.stop({ planId, reason: 'Not tolerated' }))
    await done(desk.at(['provider']).plans.start(start))
  })

  test.each<[string, (start: Start, desk: OpenDesk) => Start, string, string | undefined]>([
    ['for nobody', (start) => ({ ...start, patientId: none }), 'record.not-found', undefined],
    ['from no protocol', (start) => ({ ...start, protocolId: none }), 'record.not-found', 'protocolId'],
    ['by nobody', (start) => ({ ...start, providerId: none }), 'appointment.wrong-person', 'providerId'],
    ['by a nurse', (start, desk) => ({ ...start, providerId: desk.nurseId }), 'appointment.wrong-person', 'providerId'],
    [
      'with a window that ends before it begins',
      (start) => ({ ...start, course: { ...start.course, windowMinDays: 22 } }),
      'call.bad-input',
      'course.windowMaxDays',
    ],
  ])('%s is refused and leaves nothing', async (_, change, code, path) => {
    const desk = await openDesk()
    const start = await wish(desk, await desk.aPatient())
    const before = await logLength(desk.read)
    const fault = await refused(desk.at(['provider']).plans.start(change(start, desk)))
    expect([fault.code, fault.path]).toEqual([code, path])
    expect(await logLength(desk.read)).toBe(before)
  })

  test('for an archived patient, or by an archived provider, is refused', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const start = await wish(desk, patientId)
    await done(desk.at(['manager']).staff.archive({ staffId: desk.providerId, reason: 'left' }))
    expect((await refused(desk.at(['provider']).plans.start(start))).code).toBe('appointment.wrong-person')
    await done(desk.at(['manager']).patients.archive({ patientId, reason: 'moved' }))
    expect((await refused(desk.at(['provider']).plans.start(start))).code).toBe('record.archived')
  })
})

describe('how far a plan is', () => {
  test('counts what is done and what is still booked, at both clinics, and nothing twice', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const planId = await desk.aPlan(patientId)
    const first = await aBooking(desk, patientId, '2026-03-05', { planId, status: 'completed' })
    await anInfusionDone(desk, patientId, planId, first)
    const today = await aBooking(desk, patientId, '2026-03-10', { planId, status: 'ready' })
    await anInfusionDone(desk, patientId, planId, today)
    await aBooking(desk, patientId, '2026-03-08', { planId })
    await aBooking(desk, patientId, '2026-03-12', { planId, at: 'OX' })
    await aBooking(desk, patientId, '2026-03-14', { planId, status: 'confirmed' })
    await aBooking(desk, patientId, '2026-03-17', { planId, status: 'cancelled' })
    await aBooking(desk, patientId, '2026-03-18', { kind: 'check' })
    expect(await onlyPlan(desk, patientId)).toMatchObject({ done: 2, booked: 2 })
  })
})

describe('changing a plan', () => {
  async function changed(desk: OpenDesk, patientId: string, more: Partial<Start['course']> = {}) {
    const plan = await onlyPlan(desk, patientId)
    const { clinical } = await clinicalOf(desk, patientId)
    const { id: planId, version, providerId } = plan
    return { planId, version, providerId, clinical, course: { ...plan.course, ...more } }
  }

  test('writes dose, course, provider and codes, in their order', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    await desk.aPlan(patientId, { clinical: { icd10Codes: ['F33.2', 'F41.1'] } })
    const change = await changed(desk, patientId, { plannedInfusions: 8 })
    const clinical = { ...change.clinical, icd10Codes: ['F41.1', 'F43.10'], microgramsPerKg: 600 }
    await done(desk.at(['provider']).plans.change({ ...change, providerId: desk.managerId, clinical }))
    expect((await clinicalOf(desk, patientId)).clinical).toEqual(clinical)
    expect(await onlyPlan(desk, patientId)).toMatchObject({
      providerName: 'Elena Márquez',
      course: { plannedInfusions: 8 },
      status: 'active',
    })
  })

  test('is refused when somebody changed it in between, be it only a code', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    await desk.aPlan(patientId)
    const change = await changed(desk, patientId)
    const clinical = { ...change.clinical, icd10Codes: ['F33.1'] }
    await done(desk.at(['provider']).plans.change({ ...change, clinical }))
    expect((await refused(desk.at(['provider']).plans.change(change))).code).toBe('record.changed')
    expect((await clinicalOf(desk, patientId)).clinical.icd10Codes).toEqual(['F33.1'])
  })

  test('to fewer infusions than are done is refused; to as many completes it, and cancels what is to come', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const planId = await desk.aPlan(patientId)
    for (const on of ['2026-03-05', '2026-03-08']) {
      const appointmentId = await aBooking(desk, patientId, on, { planId, status: 'completed' })
      await anInfusionDone(desk, patientId, planId, appointmentId)
    }
    const next = await aBooking(desk, patientId, '2026-03-12', { planId })
    const { plans } = desk.at(['provider'])
    expect(await refused(plans.change(await changed(desk, patientId, { plannedInfusions: 1 })))).toEqual({
      code: 'plan.fewer-than-done',
      message: '2 infusions are done already; the plan cannot have fewer.',
      path: 'course.plannedInfusions',
      facts: { done: 2 },
    })
    await done(plans.change(await changed(desk, patientId, { plannedInfusions: 2 })))
    expect((await onlyPlan(desk, patientId)).status).toBe('completed')
    expect((await cardOf(desk, next)).status).toBe('cancelled')
    expect((await refused(plans.change(await changed(desk, patientId)))).code).toBe('plan.not-active')
  })

  test('to a nurse as provider, or to an impossible window, is refused', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    await desk.aPlan(patientId)
    const change = await changed(desk, patientId)
    const { plans } = desk.at(['provider'])
    expect((await refused(plans.change({ ...change, providerId: desk.nurseId }))).code).toBe('appointment.wrong-person')
    const impossible = await changed(desk, patientId, { windowMinDays: 22 })
    expect((await refused(plans.change(impossible))).path).toBe('course.windowMaxDays')
    expect((await refused(plans.change({ ...change, planId: none }))).code).toBe('record.not-found')
  })

  test('keeps a provider who has left since', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    await desk.aPlan(patientId)
    await done(desk.at(['manager']).staff.archive({ staffId: desk.providerId, reason: 'left' }))
    await done(desk.at(['provider']).plans.change(await changed(desk, patientId, { plannedInfusions: 7 })))
    expect(await onlyPlan(desk, patientId)).toMatchObject({
      providerName: 'Samuel Okafor',
      course: { plannedInfusions: 7 },
    })
  })
})

describe('stopping a plan', () => {
  test('cancels its infusions to come with the same reason, not what was or is; twice is refused', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const planId = await desk.aPlan(patientId)
    const missed = await aBooking(desk, patientId, '2026-03-05', { planId })
    const here = await aBooking(desk, patientId, '2026-03-10', { planId, status: 'arrived' })
    const next = await aBooking(desk, patientId, '2026-03-12', { planId })
    const { plans } = desk.at(['provider'])
    expect(await done(plans.stop({ planId, reason: 'Not tolerated' }))).toEqual({ cancelled: 1 })
    expect(await onlyPlan(desk, patientId)).toMatchObject({ status: 'stopped', booked: 1 })
    const cards = await Promise.all([missed, here, next].map((id) => cardOf(desk, id)))
    expect(cards.map((card) => [card.status, card.cancelReason])).toEqual([
      ['booked', ''],
      ['arrived', ''],
      ['cancelled', 'Not tolerated'],
    ])
    expect((await refused(plans.stop({ planId, reason: 'again' }))).code).toBe('plan.not-active')
    expect((await refused(plans.stop({ planId: none, reason: 'x' }))).code).toBe('record.not-found')
    expect((await done(desk.at(['front_desk']).patients.page({ patientId }))).course).toBeNull()
  })
})
