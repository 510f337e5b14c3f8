import type { InvoiceView } from '#contract/invoices'
import type { Paper } from '#documents/papers'
import { present } from '#domain/certain'
import { day } from '#domain/dates'
import { cents } from '#domain/money'
import { closeDesk, openDesk, somebody } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBooking } from '#kit/rows'
import {
  aDischargedInfusion,
  aDraft,
  anArrivedPatient,
  anIssuedInvoice,
  aPayment,
  aRecoveringPatient,
  aTreatedPatient,
  booked,
  dischargedFor,
  frontDesk,
  invoiceOf,
  nobody,
  nurse,
  roomsOf,
  versioned,
} from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

/** The one paper of this kind among those that were printed last. */
function paperOf<K extends Paper['kind']>(printed: readonly Paper[], kind: K): Extract<Paper, { kind: K }> {
  const isOfKind = (paper: Paper): paper is Extract<Paper, { kind: K }> => paper.kind === kind
  return present(printed.findLast(isOfKind), `a printed ${kind}`)
}

/** An issued invoice of an infusion of a plan with two diagnoses, with a discount and a second line. */
async function aFullInvoice(desk: OpenDesk, language: 'en' | 'es') {
  const treated = await aTreatedPatient(desk, {
    patient: { firstName: 'Ruth', lastName: 'Alvarado', language },
    plan: { clinical: { icd10Codes: ['F33.2', 'F41.1'] }, course: { priceCents: cents(62_500) } },
  })
  const appointmentId = await aBooking(desk, treated.patientId, '2026-03-10', {
    planId: treated.planId,
    status: 'completed',
  })
  const { invoices } = frontDesk(desk)
  const { invoiceId } = await done(invoices.draft({ appointmentId }))
  const draft = await invoiceOf(desk, invoiceId)
  const { totalCents: _total, ...infusion } = present(draft.lines[0], 'a line')
  const lines = [
    { ...infusion, discountCents: cents(12_500) },
    { ...infusion, serviceId: null, description: 'Parking', quantity: 3, unitCents: cents(1_250) },
  ]
  await done(invoices.changeDraft({ invoiceId, version: draft.version, lines }))
  const { version } = await invoiceOf(desk, invoiceId)
  return done(invoices.issue({ invoiceId, version }))
}

async function printedInvoice(desk: OpenDesk, invoiceId: string) {
  const printed: Paper[] = []
  const answer = await done(frontDesk(desk, printed).documents.invoice({ invoiceId }))
  return { answer, paper: paperOf(printed, 'invoice') }
}

/** The figures of a paper as the screen has them. */
function figuresOf(view: InvoiceView) {
  return {
    number: view.number,
    language: view.patientLanguage,
    issuedDay: view.day,
    totalCents: view.totalCents,
    paidCents: view.paidCents,
    balanceCents: view.balanceCents,
    lines: view.lines.map(({ serviceId: _service, ...line }) => line),
    payments: view.payments.map(({ day, tender, amountCents }) => ({ day, tender, amountCents })),
  }
}

describe('the printed invoice', () => {
  test.each([
    ['en', 'Ketamine infusion, mood induction'],
    ['es', 'Infusión de ketamina, inducción (ánimo)'],
  ] as const)('in %s holds the stored figures and no others', async (language, description) => {
    const desk = await openDesk()
    const { invoiceId } = await aFullInvoice(desk, language)
    await done(frontDesk(desk).payments.take(aPayment(desk, invoiceId, cents(20_000))))
    const view = await invoiceOf(desk, invoiceId)
    const { answer, paper } = await printedInvoice(desk, invoiceId)
    expect(paper).toMatchObject({ kind: 'invoice', ...figuresOf(view) })
    expect(paper).toEqual({
      kind: 'invoice',
      language,
      letterhead: {
        practiceName: 'Coast Infusion',
        legalName: 'Coast Infusion, Inc.',
        locationName: 'Santa Monica',
        addressLines: ['CA'],
        phone: '',
      },
      number: 'SM1-2026-000001',
      recordedAt: desk.clock.now,
      issuedDay: '2026-03-10',
      patient: {
        name: 'Ruth Alvarado',
        addressLines: ['12 Lark Lane', 'Santa Monica, CA 90403'],
        recordNumber: view.recordNumber,
      },
      provider: { name: 'Samuel Okafor', credentials: '', npi: '' },
      lines: [
        {
          serviceDay: '2026-03-10',
          description,
          quantity: 1,
          unitCents: 62_500,
          discountCents: 12_500,
          totalCents: 50_000,
        },
        {
          serviceDay: '2026-03-10',
          description: 'Parking',
          quantity: 3,
          unitCents: 1_250,
          discountCents: 0,
          totalCents: 3_750,
        },
      ],
      totalCents: 53_750,
      payments: [{ day: '2026-03-10', tender: 'card', amountCents: 20_000 }],
      paidCents: 20_000,
      balanceCents: 33_750,
    })
    expect(answer).toEqual({ fileName: 'SM1-2026-000001.pdf', pdfBase64: btoa('%PDF invoice') })
  })

  test('is the same after name, language, address and practice have changed', async () => {
    const desk = await openDesk()
    const { invoiceId, patientId } = await anIssuedInvoice(desk)
    const before = await printedInvoice(desk, invoiceId)
    const manager = desk.at(['manager'])
    const page = await done(manager.patients.page({ patientId }))
    const fields = { ...somebody(77, desk.oxnard.id), language: 'es' as const }
    await done(manager.patients.correct({ patientId, version: page.version, fields }))
    const { practice } = await done(manager.practice.get({}))
    await done(
      manager.practice.change({ ...practice, name: 'Bay Infusion', legalName: 'Bay, Inc.', ein: '12-3456789' }),
    )
    expect(await printedInvoice(desk, invoiceId)).toEqual(before)
  })

  test('is for what was issued, and for those who see money', async () => {
    const desk = await openDesk()
    const draft = await aDraft(desk)
    const { invoiceId } = await anIssuedInvoice(desk)
    const { documents } = frontDesk(desk)
    for (const unissued of [draft.invoiceId, nobody]) {
      expect((await refused(documents.invoice({ invoiceId: unissued }))).code).toBe('record.not-found')
    }
    expect((await refused(nurse(desk).documents.invoice({ invoiceId }))).code).toBe('call.not-allowed')
  })

  test('is noted in the audit log, each time, with who printed it and whose it is', async () => {
    const desk = await openDesk()
    const { invoiceId, patientId, number } = await anIssuedInvoice(desk)
    await printedInvoice(desk, invoiceId)
    await printedInvoice(desk, invoiceId)
    const notes = await desk.read.selectFrom('audit_log').selectAll().where('action', '=', 'print').execute()
    const note = { actor: desk.managerId, subject: `invoice ${number}`, patient_id: patientId }
    expect(notes).toMatchObject([note, note])
  })
})

describe('the receipt', () => {
  test.each(['en', 'es'] as const)('in %s shows its payment and what was paid up to it', async (language) => {
    const desk = await openDesk()
    const { invoiceId, number } = await anIssuedInvoice(desk, { patient: { language } })
    const printed: Paper[] = []
    const { documents, payments } = frontDesk(desk, printed)
    const take = async (amount: number, reference: string) =>
      (await done(payments.take(aPayment(desk, invoiceId, cents(amount), { reference })))).paymentId
    const [first, second] = [await take(10_000, 'auth 4711'), await take(9_000, '')]
    await take(6_000, '')
    const answer = await done(documents.receipt({ paymentId: second }))
    expect(answer.fileName).toBe('SM1-R-2026-000002.pdf')
    expect(paperOf(printed, 'receipt')).toMatchObject({
      kind: 'receipt',
      language,
      number: 'SM1-R-2026-000002',
      recordedAt: desk.clock.now,
      invoiceNumber: number,
      payment: { day: '2026-03-10', tender: 'card', amountCents: 9_000 },
      lines: [{ description: language === 'es' ? 'Consulta' : 'Consultation', totalCents: 25_000 }],
      totalCents: 25_000,
      paidCents: 19_000,
      balanceCents: 6_000,
    })
    await done(documents.receipt({ paymentId: first }))
    const paper = paperOf(printed, 'receipt')
    expect(paper).toMatchObject({ paidCents: 10_000, balanceCents: 15_000 })
    expect(paper.payment).toEqual({ day: '2026-03-10', tender: 'card', reference: 'auth 4711', amountCents: 10_000 })
  })

  test('counts payments in the order of their numbers, were they taken in one instant', async () => {
    const desk = await openDesk()
    const { invoiceId } = await anIssuedInvoice(desk)
    const printed: Paper[] = []
    const { documents, payments } = frontDesk(desk, printed)
    const ids: string[] = []
    for (let n = 0; n < 12; n += 1) {
      ids.push((await done(payments.take(aPayment(desk, invoiceId, cents(1_000))))).paymentId)
    }
    for (const [place, paymentId] of ids.entries()) {
      await done(documents.receipt({ paymentId }))
      expect(paperOf(printed, 'receipt').paidCents).toBe((place + 1) * 1_000)
    }
    expect((await invoiceOf(desk, invoiceId)).payments.map((payment) => payment.id)).toEqual(ids)
  })

  test('is for a payment, and for those who see money', async () => {
    const desk = await openDesk()
    const { documents } = frontDesk(desk)
    expect((await refused(documents.receipt({ paymentId: nobody }))).code).toBe('record.not-found')
    expect((await refused(nurse(desk).documents.receipt({ paymentId: nobody }))).code).toBe('call.not-allowed')
  })
})

describe('the sheet to take home', () => {
  test.each(['en', 'es'] as const)('in %s says when, with whom, and from when to drive', async (language) => {
    const desk = await openDesk()
    const { infusionId, patientId } = await aDischargedInfusion(desk, {
      patient: { firstName: 'Ruth', lastName: 'Alvarado', language },
    })
    const cancelled = await booked(desk, patientId, { day: day('2026-03-12') })
    await done(frontDesk(desk).appointments.cancel({ ...(await versioned(desk, cancelled)), reason: 'Flu' }))
    await booked(desk, patientId, { day: day('2026-03-16') })
    await booked(desk, patientId, { day: day('2026-03-13'), at: 'OX' })
    const printed: Paper[] = []
    const answer = await done(nurse(desk, printed).documents.discharge({ infusionId }))
    const { recordNumber } = await done(desk.at(['nurse']).patients.page({ patientId }))
    expect(paperOf(printed, 'discharge')).toEqual({
      kind: 'discharge',
      language,
      letterhead: {
        practiceName: 'Coast Infusion',
        legalName: 'Coast Infusion, Inc.',
        locationName: 'Santa Monica',
        addressLines: ['CA'],
        phone: '',
      },
      number: 'discharge-SM-2026-03-10-114000',
      recordedAt: desk.clock.now,
      patient: {
        name: 'Ruth Alvarado',
        addressLines: ['12 Lark Lane', 'Santa Monica, CA 90403'],
        recordNumber,
      },
      infusion: { day: '2026-03-10', endedMinute: 665 },
      dischargedMinute: 700,
      dischargedBy: 'Joy Santos',
      escort: { name: 'Rosa Vega', relationship: 'Sister', phone: '(310) 555-0177' },
      noDrivingBefore: { day: '2026-03-11', minute: 665 },
      nextAppointment: { day: '2026-03-13', startMinute: 600, locationName: 'Oxnard' },
    })
    expect(answer).toEqual({ fileName: 'discharge-SM-2026-03-10-114000.pdf', pdfBase64: btoa('%PDF discharge') })
    expect(answer.fileName).not.toMatch(/ruth|alvarado/i)
  })

  test('has a name of its own, were two patients discharged in one minute', async () => {
    const desk = await openDesk()
    const one = await aDischargedInfusion(desk)
    const arrived = await anArrivedPatient(desk, { room: 1, providerId: desk.managerId, nurseId: null })
    desk.clock.now += 20_000
    const other = await dischargedFor(desk, arrived)
    const names: string[] = []
    for (const { infusionId } of [one, other]) {
      names.push((await done(nurse(desk).documents.discharge({ infusionId }))).fileName)
    }
    expect(new Set(names).size).toBe(2)
  })

  test('tells a visit that follows later on the same day, and none from before', async () => {
    const desk = await openDesk()
    const { infusionId, patientId } = await aDischargedInfusion(desk)
    const later = { kind: 'check', providerId: desk.managerId, nurseId: null, minutes: 30, room: 2 } as const
    await booked(desk, patientId, { ...later, startMinute: 960 })
    await booked(desk, patientId, { day: day('2026-03-13') })
    const printed: Paper[] = []
    await done(nurse(desk, printed).documents.discharge({ infusionId }))
    expect(paperOf(printed, 'discharge').nextAppointment).toEqual({
      day: '2026-03-10',
      startMinute: 960,
      locationName: 'Santa Monica',
    })
  })

  test('is for somebody who was discharged, and not for the desk', async () => {
    const desk = await openDesk()
    const { infusionId } = await aRecoveringPatient(desk)
    const { documents } = nurse(desk)
    for (const not of [infusionId, nobody]) {
      expect((await refused(documents.discharge({ infusionId: not }))).code).toBe('record.not-found')
    }
    const desks = roomsOf(desk, ['front_desk', 'biller', 'manager'], desk.managerId)
    expect((await refused(desks.documents.discharge({ infusionId }))).code).toBe('call.not-allowed')
  })
})
