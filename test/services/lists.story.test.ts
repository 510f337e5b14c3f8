import { addDays, day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBooking } from '#kit/rows'
import {
  aBookedPatient,
  aDischargedInfusion,
  aRecoveringPatient,
  aSlot,
  aTreatedPatient,
  booked,
  cardOf,
  frontDesk,
  nobody,
  roomsOf,
  versioned,
} from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const tuesday = day('2026-03-10')
const tomorrow = addDays(tuesday, 1)

describe('the calls for tomorrow', () => {
  test('are the booked visits by time; who is reached has confirmed and leaves the list', async () => {
    const desk = await openDesk()
    const { lists } = frontDesk(desk)
    const late = await aBookedPatient(desk, { day: tomorrow, startMinute: 720 })
    const early = await aBookedPatient(desk, { day: tomorrow, patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    await aBookedPatient(desk)
    const calls = await done(lists.confirmations({ day: tomorrow }))
    expect(calls.map((call) => call.appointmentId)).toEqual([early.appointmentId, late.appointmentId])
    expect(calls[0]).toMatchObject({ patientName: 'Ruth Alvarado', locationCode: 'SM', lastOutcome: null })
    const { appointmentId, patientId } = early
    const call = { appointmentId, patientId, about: 'confirmation', note: '' } as const
    await done(lists.record({ ...call, outcome: 'left_message' }))
    expect((await done(lists.confirmations({ day: tomorrow })))[0]).toMatchObject({
      lastOutcome: 'left_message',
      lastCalledAt: desk.clock.now,
    })
    await done(lists.record({ ...call, outcome: 'reached' }))
    expect((await cardOf(desk, early.appointmentId)).status).toBe('confirmed')
    const left = await done(lists.confirmations({ day: tomorrow }))
    expect(left.map((one) => one.appointmentId)).toEqual([late.appointmentId])
  })

  test('about somebody else’s visit are refused', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { day: tomorrow })
    const other = await desk.aPatient()
    const call = { patientId: other, appointmentId, about: 'confirmation', outcome: 'reached', note: '' } as const
    expect((await refused(frontDesk(desk).lists.record(call))).code).toBe('record.not-found')
  })
})

describe('the missed visits to call about', () => {
  test('are those of the last month whose patients have nothing booked', async () => {
    const desk = await openDesk()
    const { lists } = frontDesk(desk)
    const treated = await aTreatedPatient(desk)
    const missed = await aBooking(desk, treated.patientId, '2026-03-09', { planId: treated.planId, status: 'no_show' })
    const longAgo = await aTreatedPatient(desk)
    await aBooking(desk, longAgo.patientId, '2026-02-07', { planId: longAgo.planId, status: 'no_show' })
    const again = await aTreatedPatient(desk)
    await aBooking(desk, again.patientId, '2026-03-09', {
      planId: again.planId,
      status: 'late_cancelled',
      startMinute: 800,
    })
    expect((await done(lists.missed({}))).map((one) => one.patientId).toSorted()).toEqual(
      [treated.patientId, again.patientId].toSorted(),
    )
    await booked(desk, again.patientId, { day: tomorrow })
    expect((await done(lists.missed({}))).map((one) => one.appointmentId)).toEqual([missed])
  })
})

describe('the booster radar', () => {
  test('shows who is due within a week, the most overdue first, by the usual gap of 28 days', async () => {
    const desk = await openDesk()
    const last = async (on: string, lastName: string) => {
      const { patientId, planId } = await aTreatedPatient(desk, { patient: { firstName: 'Ruth', lastName } })
      await aBooking(desk, patientId, '2026-01-05', { planId, status: 'completed' })
      await aBooking(desk, patientId, on, { planId, status: 'completed' })
      return patientId
    }
    await last('2026-02-10', 'Today')
    await last('2026-02-01', 'Overdue')
    await last('2026-02-18', 'Later')
    const hasOne = await last('2026-02-02', 'Booked')
    await booked(desk, hasOne, { day: tomorrow })
    const radar = await done(frontDesk(desk).lists.boosters({}))
    expect(
      radar.map(({ patientName, lastDay, dueDay, state, overdueDays }) => [
        patientName,
        lastDay,
        dueDay,
        state,
        overdueDays,
      ]),
    ).toEqual([
      ['Ruth Overdue', '2026-02-01', '2026-03-01', 'overdue', 9],
      ['Ruth Today', '2026-02-10', '2026-03-10', 'due', 0],
    ])
  })
})

describe('the ride desk', () => {
  test('shows who takes whom home and when, and who still waits', async () => {
    const desk = await openDesk()
    const { escorts, lists } = frontDesk(desk)
    const { appointmentId } = await aRecoveringPatient(desk)
    const later = await aBookedPatient(desk, { startMinute: 800 })
    const who = { name: 'Rosa Vega', relationship: 'Sister', phone: '3105550177', expectedMinute: 705 }
    await done(escorts.name({ ...who, appointmentId }))
    const rides = await done(lists.rides({ day: tuesday }))
    expect(rides).toMatchObject([
      { appointmentId, escortName: 'Rosa Vega', expectedMinute: 705, arrivedAt: null, isWaiting: true },
      { appointmentId: later.appointmentId, escortName: null, isWaiting: false },
    ])
    await done(escorts.arrived({ appointmentId }))
    expect((await done(lists.rides({ day: tuesday })))[0]).toMatchObject({ isWaiting: false })
    expect(await done(escorts.ofAppointment({ appointmentId }))).toMatchObject({ expectedMinute: 705 })
  })

  test('is not for those who have nothing to do with it', async () => {
    const desk = await openDesk()
    await aDischargedInfusion(desk)
    const biller = roomsOf(desk, ['biller'])
    expect((await refused(biller.lists.rides({ day: tuesday }))).code).toBe('call.not-allowed')
  })
})

describe('the waiting list', () => {
  type Wish = Parameters<ReturnType<typeof frontDesk>['waiting']['add']>[0]

  async function waits(desk: OpenDesk, lastName: string, changes: Partial<Wish> = {}) {
    const { patientId } = await aTreatedPatient(desk, { patient: { firstName: 'Ruth', lastName } })
    // Whoever comes later has waited a minute less.
    desk.clock.pass(1)
    const any = { locationId: null, providerId: null, weekdays: 0, fromDay: tuesday, untilDay: null }
    const hours = { fromMinute: 480, toMinute: 1080, urgency: 'flexible', notes: '' } as const
    return done(frontDesk(desk).waiting.add({ patientId, kind: 'infusion', ...any, ...hours, ...changes }))
  }

  async function fitting(desk: OpenDesk, changes: Parameters<typeof aSlot>[1] = {}) {
    const found = await done(frontDesk(desk).waiting.fits(aSlot(desk, changes)))
    return found.map((one) => one.patientName.replace('Ruth ', ''))
  }

  test('fills a gap with who needs it soonest, at either clinic', async () => {
    const desk = await openDesk()
    await waits(desk, 'First')
    await waits(desk, 'Ending', { untilDay: addDays(tuesday, 3) })
    await waits(desk, 'Urgent', { urgency: 'soon' })
    expect(await fitting(desk)).toEqual(['Urgent', 'Ending', 'First'])
    expect(await fitting(desk, { at: 'OX', day: addDays(tuesday, 6) })).toEqual(['Urgent', 'First'])
  })

  test('keeps to what each would take', async () => {
    const desk = await openDesk()
    await waits(desk, 'Oxnard', { locationId: desk.oxnard.id })
    await waits(desk, 'Fridays', { weekdays: 1 << 5 })
    await waits(desk, 'Mornings', { toMinute: 720 })
    await waits(desk, 'Long', { kind: 'consultation' })
    expect(await fitting(desk)).toEqual(['Mornings', 'Long'])
    expect(await fitting(desk, { startMinute: 720 })).toEqual(['Long'])
    expect(await fitting(desk, { minutes: 50 })).toEqual([])
    expect(await fitting(desk, { at: 'OX', day: addDays(tuesday, 3) })).toEqual([
      'Oxnard',
      'Fridays',
      'Mornings',
      'Long',
    ])
  })

  test('offers nobody a time that is taken, or that the patient could not come to', async () => {
    const desk = await openDesk()
    await waits(desk, 'Waiting')
    expect(await fitting(desk)).toEqual(['Waiting'])
    const { appointmentId } = await aBookedPatient(desk)
    expect(await fitting(desk)).toEqual([])
    const reason = 'Called off'
    const seen = await versioned(desk, appointmentId)
    await done(frontDesk(desk).appointments.cancel({ ...seen, reason, by: 'clinic' }))
    expect(await fitting(desk)).toEqual(['Waiting'])
  })

  test('is left with a reason, and only once', async () => {
    const desk = await openDesk()
    const { waitingId } = await waits(desk, 'Waiting')
    const { waiting } = frontDesk(desk)
    expect(await done(waiting.list({}))).toMatchObject([{ id: waitingId, patientName: 'Ruth Waiting' }])
    await done(waiting.withdraw({ waitingId, reason: 'Booked elsewhere' }))
    expect(await done(waiting.list({}))).toEqual([])
    for (const gone of [waitingId, nobody]) {
      expect((await refused(waiting.withdraw({ waitingId: gone, reason: '' }))).code).toBe('record.not-found')
    }
  })
})
