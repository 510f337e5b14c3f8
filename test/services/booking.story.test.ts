import { day } from '#domain/dates'
import { present } from '#domain/certain'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aLedgerEntry, logLength } from '#kit/rows'
import {
  aBookedPatient,
  aSlot,
  aThirdProvider,
  aTreatedPatient,
  booked,
  cardOf,
  frontDesk,
  nobody,
  nurse,
  roomId,
  roomsOf,
  versioned,
} from '#kit/visit'
import type { Book, SlotInput } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const later = day('2026-03-12')

describe('booking a visit', () => {
  test('puts it on the day board of both clinics, with everything the desk needs to know', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk, {
      patient: { firstName: 'Ruth', lastName: 'Alvarado', phone: '310-555-0142' },
    })
    await done(desk.at(['nurse']).patients.addAlert({ patientId, text: 'Latex' }))
    const slot = aSlot(desk, { day: later })
    const book: Book = { patientId, kind: 'infusion', slot, notes: 'Brings her own blanket' }
    const { appointmentId } = await done(frontDesk(desk).appointments.book(book))
    const other = await aBookedPatient(desk, { day: later, at: 'OX', providerId: desk.managerId, nurseId: null })
    const board = await done(frontDesk(desk).appointments.onDay({ day: later, withCancelled: false }))
    expect(board.map((card) => card.id).toSorted()).toEqual([appointmentId, other.appointmentId].toSorted())
    const card = present(
      board.find((one) => one.id === appointmentId),
      'the card of the booking',
    )
    expect(card).toEqual({
      id: appointmentId,
      slot,
      kind: 'infusion',
      status: 'booked',
      statusSince: desk.clock.now,
      patientId,
      patientName: 'Ruth Alvarado',
      patientInitials: 'RA',
      recordNumber: card.recordNumber,
      phone: '(310) 555-0142',
      alertCount: 1,
      planId,
      infusionNumber: 1,
      infusionsPlanned: 6,
      infusionMinutes: 40,
      hasEscort: false,
      balanceCents: 0,
      notes: 'Brings her own blanket',
      override: null,
      dots: [
        { dot: 'consent', state: 'missing', owner: 'front_desk' },
        { dot: 'clearance', state: 'missing', owner: 'provider' },
        { dot: 'blood_pressure', state: 'missing', owner: 'nurse' },
        { dot: 'fasting', state: 'missing', owner: 'nurse' },
        { dot: 'escort', state: 'missing', owner: 'front_desk' },
        { dot: 'scale', state: 'missing', owner: 'nurse' },
        { dot: 'paid', state: 'met', owner: 'biller' },
      ],
      blocks: { checkInMinutes: 15, ivMinutes: 10, recoveryMinutes: 30, turnoverMinutes: 15 },
      cancelReason: '',
      version: card.version,
    })
    expect(await cardOf(desk, appointmentId)).toEqual(card)
  })

  test('counts the infusions of the plan by day, whatever order they were booked in', async () => {
    const desk = await openDesk()
    const { patientId } = await aTreatedPatient(desk)
    const second = await booked(desk, patientId, { day: day('2026-03-13') })
    const first = await booked(desk, patientId, { day: later })
    const check = await booked(desk, patientId, { day: day('2026-03-11'), kind: 'check', minutes: 30 })
    expect((await cardOf(desk, first)).infusionNumber).toBe(1)
    expect((await cardOf(desk, second)).infusionNumber).toBe(2)
    expect(await cardOf(desk, check)).toMatchObject({ infusionNumber: null, planId: null })
  })

  test('takes as long as its kind and the plan say', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk)
    const inPain = await aTreatedPatient(desk, { plan: { kind: 'pain' } })
    const without = await desk.aPatient()
    const { appointments } = frontDesk(desk)
    const usual = async (kind: Book['kind'], of: string) => done(appointments.usualMinutes({ kind, patientId: of }))
    expect(await usual('check', patientId)).toEqual({ minutes: 30, planId: null, providerId: null, plans: [] })
    expect(await usual('consultation', patientId)).toEqual({ minutes: 60, planId: null, providerId: null, plans: [] })
    expect(await usual('infusion', patientId)).toEqual({
      minutes: 110,
      planId,
      providerId: desk.providerId,
      plans: [{ planId, protocolName: 'Mood, induction' }],
    })
    expect(await usual('infusion', inPain.patientId)).toMatchObject({ minutes: 330, planId: inPain.planId })
    expect(await usual('infusion', without)).toEqual({ minutes: 120, planId: null, providerId: null, plans: [] })
  })

  test('belongs to one of two plans that run side by side: the one that is named, never a guess', async () => {
    const desk = await openDesk()
    const { patientId, planId: mood } = await aTreatedPatient(desk)
    const pain = await desk.aPlan(patientId, { kind: 'pain' })
    const { appointments } = frontDesk(desk)
    const infusion = { patientId, kind: 'infusion' as const }
    const { plans } = await done(appointments.usualMinutes(infusion))
    expect(plans.map((one) => one.planId).toSorted()).toEqual([pain, mood].toSorted())
    expect(await done(appointments.usualMinutes({ ...infusion, planId: mood }))).toMatchObject({ minutes: 110 })
    expect(await done(appointments.usualMinutes({ ...infusion, planId: pain }))).toMatchObject({ minutes: 330 })
    const book: Book = { ...infusion, slot: aSlot(desk), notes: '' }
    const fault = await refused(appointments.book(book))
    expect([fault.code, fault.path]).toEqual(['appointment.which-plan', 'planId'])
    const { appointmentId } = await done(appointments.book({ ...book, planId: mood }))
    expect(await cardOf(desk, appointmentId)).toMatchObject({ planId: mood, infusionNumber: 1, infusionsPlanned: 6 })
    const ofOther = await aTreatedPatient(desk)
    const slot = aSlot(desk, { day: day('2026-03-11') })
    expect((await refused(appointments.book({ ...book, slot, planId: ofOther.planId }))).code).toBe('plan.not-active')
  })

  test('is for those who book: a biller looks only', async () => {
    const desk = await openDesk()
    const { patientId, appointmentId } = await aBookedPatient(desk)
    const { appointments } = roomsOf(desk, ['biller'], desk.managerId)
    const book: Book = { patientId, kind: 'check', slot: aSlot(desk), notes: '' }
    expect((await refused(appointments.book(book))).code).toBe('call.not-allowed')
    expect((await done(appointments.get({ appointmentId }))).id).toBe(appointmentId)
    expect((await refused(appointments.get({ appointmentId: nobody }))).code).toBe('record.not-found')
  })
})

describe('what a patient owes', () => {
  test('is on the card for those who may see money, and on no nurse’s', async () => {
    const desk = await openDesk()
    const { patientId, appointmentId } = await aBookedPatient(desk)
    await aLedgerEntry(desk, patientId, 55_000)
    await aLedgerEntry(desk, patientId, -20_000)
    expect((await cardOf(desk, appointmentId)).balanceCents).toBe(35_000)
    for (const roles of [['nurse'], ['provider'], ['nurse', 'provider']] as const) {
      const { appointments } = roomsOf(desk, roles)
      expect((await done(appointments.get({ appointmentId }))).balanceCents).toBeNull()
      const board = await done(appointments.onDay({ day: day('2026-03-10'), withCancelled: true }))
      expect(board.map((card) => card.balanceCents)).toEqual([null])
    }
    const both = roomsOf(desk, ['nurse', 'biller'])
    expect((await done(both.appointments.get({ appointmentId }))).balanceCents).toBe(35_000)
  })
})

type Change = (book: Book, desk: OpenDesk) => Book | Promise<Book>

function slotted(change: (desk: OpenDesk) => Partial<SlotInput>): Change {
  return (book, desk) => ({ ...book, slot: { ...book.slot, ...change(desk) } })
}

describe('a booking is refused', () => {
  test.each<[string, Change, string, string | undefined, Record<string, string | number> | undefined]>([
    ['for nobody', (book) => ({ ...book, patientId: nobody }), 'record.not-found', undefined, undefined],
    ['at no clinic', slotted(() => ({ locationId: nobody })), 'record.not-found', 'slot.locationId', undefined],
    [
      'in a room of the other clinic',
      slotted((desk) => ({ roomId: roomId(desk, 0, 'OX') })),
      'appointment.wrong-room',
      'slot.roomId',
      { location: 'Santa Monica' },
    ],
    [
      'in a room that is not used any more',
      async (book, desk) => {
        await done(desk.at(['manager']).practice.archiveRoom({ roomId: book.slot.roomId, reason: 'Water damage' }))
        return book
      },
      'appointment.wrong-room',
      'slot.roomId',
      { location: 'Santa Monica' },
    ],
    [
      'with a nurse as provider',
      slotted((desk) => ({ providerId: desk.nurseId })),
      'appointment.wrong-person',
      'slot.providerId',
      { role: 'provider', location: 'Santa Monica' },
    ],
    [
      'with a provider as nurse',
      slotted((desk) => ({ nurseId: desk.providerId })),
      'appointment.wrong-person',
      'slot.nurseId',
      { role: 'nurse', location: 'Santa Monica' },
    ],
    [
      'with nobody as nurse',
      slotted(() => ({ nurseId: nobody })),
      'appointment.wrong-person',
      'slot.nurseId',
      { role: 'nurse', location: 'Santa Monica' },
    ],
    [
      'with a provider of the other clinic',
      async (book, desk) => ({
        ...book,
        slot: { ...book.slot, providerId: await aThirdProvider(desk, desk.oxnard.id) },
      }),
      'appointment.wrong-person',
      'slot.providerId',
      { role: 'provider', location: 'Santa Monica' },
    ],
    [
      'with a provider who left',
      async (book, desk) => {
        await done(desk.at(['manager']).staff.archive({ staffId: desk.providerId, reason: 'Left' }))
        return book
      },
      'appointment.wrong-person',
      'slot.providerId',
      { role: 'provider', location: 'Santa Monica' },
    ],
    ['for yesterday', slotted(() => ({ day: day('2026-03-09') })), 'appointment.in-past', 'slot.day', undefined],
    [
      'on a Sunday',
      slotted(() => ({ day: day('2026-03-15') })),
      'appointment.closed',
      'slot.day',
      { location: 'Santa Monica' },
    ],
    [
      'before the doors open',
      slotted(() => ({ startMinute: 479 })),
      'appointment.outside-hours',
      'slot.startMinute',
      { location: 'Santa Monica', open: '8:00 AM', close: '6:00 PM' },
    ],
    [
      'when it would end after the doors close',
      slotted(() => ({ startMinute: 971 })),
      'appointment.outside-hours',
      'slot.startMinute',
      { location: 'Santa Monica', open: '8:00 AM', close: '6:00 PM' },
    ],
    [
      'for an infusion without a plan',
      async (book, desk) => ({ ...book, patientId: await desk.aPatient() }),
      'appointment.no-plan',
      'kind',
      undefined,
    ],
    [
      'for an infusion of a plan that was stopped',
      async (book, desk) => {
        const { plans } = desk.at(['provider'])
        const [plan] = await done(plans.ofPatient({ patientId: book.patientId }))
        await done(plans.stop({ planId: plan?.id ?? nobody, reason: 'Not tolerated' }))
        return book
      },
      'appointment.no-plan',
      'kind',
      undefined,
    ],
    [
      'for an archived patient',
      async (book, desk) => {
        await done(desk.at(['manager']).patients.archive({ patientId: book.patientId, reason: 'Moved away' }))
        return book
      },
      'record.archived',
      'patientId',
      undefined,
    ],
  ])('%s', async (_, change, code, path, facts) => {
    const desk = await openDesk()
    const { patientId } = await aTreatedPatient(desk)
    const book = await change({ patientId, kind: 'infusion', slot: aSlot(desk), notes: '' }, desk)
    const before = await logLength(desk.read)
    const fault = await refused(frontDesk(desk).appointments.book(book))
    expect([fault.code, fault.path, fault.facts]).toEqual([code, path, facts])
    expect(await logLength(desk.read)).toBe(before)
  })

  test('a consultation needs no plan', async () => {
    const desk = await openDesk()
    const appointmentId = await booked(desk, await desk.aPatient(), { kind: 'consultation', minutes: 60 })
    expect(await cardOf(desk, appointmentId)).toMatchObject({ planId: null, infusionsPlanned: null })
  })

  test('until today is over, today can be booked, be it late', async () => {
    const desk = await openDesk()
    desk.clock.goTo('2026-03-10', 1_439)
    await aBookedPatient(desk, { startMinute: 970 })
  })
})

describe('moving a visit', () => {
  test('takes it to another day, clinic, room and people; its plan and notes go with it', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const before = await cardOf(desk, appointmentId)
    const slot = aSlot(desk, { day: later, at: 'OX', room: 2, providerId: desk.managerId, nurseId: null })
    await done(frontDesk(desk).appointments.move({ ...(await versioned(desk, appointmentId)), slot }))
    const after = await cardOf(desk, appointmentId)
    expect(after).toEqual({ ...before, slot, version: after.version })
    expect(after.version).not.toBe(before.version)
  })

  test('by a quarter of an hour does not clash with itself', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const slot = aSlot(desk, { startMinute: 615 })
    await done(frontDesk(desk).appointments.move({ ...(await versioned(desk, appointmentId)), slot }))
    expect((await cardOf(desk, appointmentId)).slot.startMinute).toBe(615)
  })

  test('frees its old time, and is refused where another one stands', async () => {
    const desk = await openDesk()
    const first = await aBookedPatient(desk)
    const second = await aBookedPatient(desk, { startMinute: 720 })
    const { appointments } = frontDesk(desk)
    const move = { ...(await versioned(desk, second.appointmentId)), slot: aSlot(desk) }
    const before = await logLength(desk.read)
    expect(await refused(appointments.move(move))).toMatchObject({ code: 'appointment.clash', path: 'slot.roomId' })
    expect(await logLength(desk.read)).toBe(before)
    const away = { ...(await versioned(desk, first.appointmentId)), slot: aSlot(desk, { day: later }) }
    await done(appointments.move(away))
    await done(appointments.move(move))
  })

  test('is refused to a day that is over, a closed day, a wrong room and a wrong person', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const { appointments } = frontDesk(desk)
    for (const [changes, code, path] of [
      [{ day: day('2026-03-09') }, 'appointment.in-past', 'slot.day'],
      [{ day: day('2026-03-15') }, 'appointment.closed', 'slot.day'],
      [{ startMinute: 0 }, 'appointment.outside-hours', 'slot.startMinute'],
      [{ roomId: nobody }, 'appointment.wrong-room', 'slot.roomId'],
      [{ providerId: desk.nurseId }, 'appointment.wrong-person', 'slot.providerId'],
    ] as const) {
      const move = { ...(await versioned(desk, appointmentId)), slot: aSlot(desk, changes) }
      const fault = await refused(appointments.move(move))
      expect([fault.code, fault.path]).toEqual([code, path])
    }
  })

  test('is no longer possible once the visit is over', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const { appointments } = frontDesk(desk)
    await done(appointments.cancel({ ...(await versioned(desk, appointmentId)), reason: 'Flu', by: 'clinic' }))
    const move = { ...(await versioned(desk, appointmentId)), slot: aSlot(desk, { day: later }) }
    const fault = await refused(appointments.move(move))
    expect([fault.code, fault.facts]).toEqual(['appointment.cannot-become', { status: 'cancelled' }])
  })
})

describe('two desks at once', () => {
  test('what somebody else changed in between is not written over, by none of the steps', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk)
    const seen = await versioned(desk, appointmentId)
    await done(nurse(desk).appointments.changeNotes({ ...seen, notes: 'Window seat' }))
    const { appointments } = frontDesk(desk)
    const before = await logLength(desk.read)
    for (const step of [
      appointments.move({ ...seen, slot: aSlot(desk, { day: later }) }),
      appointments.changeNotes({ ...seen, notes: '' }),
      appointments.confirm(seen),
      appointments.arrive(seen),
      appointments.complete(seen),
      appointments.stepBack(seen),
      appointments.cancel({ ...seen, reason: 'Flu' }),
      appointments.noShow({ ...seen, reason: 'Did not come' }),
    ]) {
      expect((await refused(step)).code).toBe('appointment.changed')
    }
    expect(await logLength(desk.read)).toBe(before)
    expect(await cardOf(desk, appointmentId)).toMatchObject({ notes: 'Window seat', status: 'booked' })
  })
})
