import { addDays, day } from '#domain/dates'
import { cents } from '#domain/money'
import { usualScheduleRules } from '#domain/schedule-rules'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBookedPatient, booked, cardOf, frontDesk, invoiceOf, roomsOf, versioned } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const tuesday = day('2026-03-10')
const reason = 'Flu'

async function cancelled(desk: OpenDesk, appointmentId: string, by?: 'patient' | 'clinic') {
  const seen = await versioned(desk, appointmentId)
  return done(frontDesk(desk).appointments.cancel({ ...seen, reason, ...(by === undefined ? {} : { by }) }))
}

async function drafts(desk: OpenDesk) {
  const filter = { standing: 'draft', locationId: null, patientId: null, limit: 10 } as const
  return done(frontDesk(desk).invoices.list(filter))
}

describe('a cancellation', () => {
  test('with the notice that the practice asks costs nothing', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { day: addDays(tuesday, 1), startMinute: 540 })
    expect(await cancelled(desk, appointmentId)).toEqual({ isLate: false, feeCents: 0 })
    expect((await cardOf(desk, appointmentId)).status).toBe('cancelled')
    expect(await drafts(desk)).toEqual([])
  })

  test('a minute too late is a late one: its fee is drafted in the patient’s language', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, {
      day: addDays(tuesday, 1),
      startMinute: 535,
      patient: { language: 'es' },
    })
    expect(await cancelled(desk, appointmentId)).toEqual({ isLate: true, feeCents: 5_000 })
    expect((await cardOf(desk, appointmentId)).status).toBe('late_cancelled')
    const [draft] = await drafts(desk)
    expect((await invoiceOf(desk, draft?.id ?? '')).lines).toMatchObject([
      { description: 'Cancelación tardía, 11 mar 2026', quantity: 1, totalCents: 5_000 },
    ])
  })

  test('by the clinic is never late', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    expect(await cancelled(desk, appointmentId, 'clinic')).toEqual({ isLate: false, feeCents: 0 })
  })

  test('by business hours does not count the Sunday on which nobody is there', async () => {
    const desk = await openDesk()
    const { resources } = roomsOf(desk, ['manager'], desk.managerId)
    await done(resources.setRules({ ...usualScheduleRules, noticeHours: 72, noticeClock: 'business-hours' }))
    desk.clock.goTo('2026-03-12', 600)
    const onMonday = await aBookedPatient(desk, { day: day('2026-03-16'), startMinute: 600 })
    const later = await aBookedPatient(desk, {
      day: day('2026-03-16'),
      startMinute: 600,
      room: 1,
      at: 'OX',
      nurseId: null,
      providerId: desk.managerId,
    })
    expect((await cancelled(desk, onMonday.appointmentId)).isLate).toBe(false)
    desk.clock.pass(1)
    expect((await cancelled(desk, later.appointmentId)).isLate).toBe(true)
  })
})

describe('a fee', () => {
  test('is waived by discarding its draft with a reason, and taken back when the visit takes place after all', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    await cancelled(desk, appointmentId)
    const { appointments, invoices } = frontDesk(desk)
    await done(appointments.stepBack(await versioned(desk, appointmentId)))
    expect(await drafts(desk)).toEqual([])
    await cancelled(desk, appointmentId)
    const [draft] = await drafts(desk)
    await done(invoices.discardDraft({ invoiceId: draft?.id ?? '', reason: 'First time' }))
    expect(await drafts(desk)).toEqual([])
  })

  test('of a missed visit is another one, and none where the practice asks for none', async () => {
    const desk = await openDesk()
    const { resources } = roomsOf(desk, ['manager'], desk.managerId)
    await done(resources.setRules({ ...usualScheduleRules, noShowCents: cents(150_00), lateCancelCents: cents(0) }))
    const { appointmentId, patientId } = await aBookedPatient(desk)
    const { appointments } = frontDesk(desk)
    const missed = await done(appointments.noShow({ ...(await versioned(desk, appointmentId)), reason: 'Nobody came' }))
    expect(missed).toEqual({ isLate: false, feeCents: 15_000 })
    const again = await booked(desk, patientId, { startMinute: 720 })
    expect(await cancelled(desk, again)).toEqual({ isLate: true, feeCents: 0 })
    expect(await drafts(desk)).toHaveLength(1)
  })
})

test('the third miss asks for the money beforehand', async () => {
  const desk = await openDesk()
  const { appointmentId, patientId } = await aBookedPatient(desk)
  const { appointments } = frontDesk(desk)
  const misses = () => done(appointments.misses({ patientId }))
  await cancelled(desk, appointmentId)
  await cancelled(desk, await booked(desk, patientId, { startMinute: 720 }))
  expect(await misses()).toEqual({ missed: 0, lateCancelled: 2, mustPrepay: false })
  const third = await booked(desk, patientId, { startMinute: 720 })
  await done(appointments.noShow({ ...(await versioned(desk, third)), reason: 'Nobody came' }))
  expect(await misses()).toEqual({ missed: 1, lateCancelled: 2, mustPrepay: true })
})

test('a visit that was given up comes back only while its plan has room for it', async () => {
  const desk = await openDesk()
  const { appointmentId, patientId } = await aBookedPatient(desk, { plan: { course: { plannedInfusions: 1 } } })
  await cancelled(desk, appointmentId)
  await booked(desk, patientId, { day: addDays(tuesday, 1) })
  const { appointments } = frontDesk(desk)
  expect((await refused(appointments.stepBack(await versioned(desk, appointmentId)))).code).toBe('series.nothing-left')
})
