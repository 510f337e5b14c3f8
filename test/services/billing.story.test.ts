import type { InvoiceView } from '#contract/invoices'
import { present } from '#domain/certain'
import { day } from '#domain/dates'
import { cents } from '#domain/money'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBooking, logLength } from '#kit/rows'
import {
  aBookedPatient,
  aDischargedInfusion,
  aDraft,
  anIssuedInvoice,
  aPayment,
  aRecoveringPatient,
  aTreatedPatient,
  aTreatedVisit,
  aVisitThatIsOver,
  frontDesk,
  invoiceOf,
  nobody,
  roomsOf,
  versioned,
} from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

/** Drafts the invoice of a visit and answers with what the desk sees. */
async function drafted(desk: OpenDesk, appointmentId: string): Promise<InvoiceView> {
  return invoiceOf(desk, (await done(frontDesk(desk).invoices.draft({ appointmentId }))).invoiceId)
}

async function serviceNamed(desk: OpenDesk, name: string): Promise<string> {
  const services = await done(desk.at(['manager']).prices.list({}))
  return present(
    services.find((service) => service.name === name),
    'a service of the kit',
  ).serviceId
}

/** What can be typed of the lines of a draft. */
function linesOf(draft: InvoiceView) {
  return draft.lines.map(({ totalCents: _total, ...line }) => line)
}

describe('the draft of a visit', () => {
  test('of an infusion has one line, at the price of the clinic on that day', async () => {
    const desk = await openDesk()
    const visit = await aTreatedVisit(desk, { patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const draft = await drafted(desk, visit.appointmentId)
    expect(draft).toEqual({
      id: draft.id,
      number: '',
      standing: 'draft',
      patientId: visit.patientId,
      patientName: 'Ruth Alvarado',
      patientLanguage: 'en',
      recordNumber: draft.recordNumber,
      locationId: desk.santaMonica.id,
      locationCode: 'SM',
      day: '2026-03-10',
      lines: [
        {
          serviceId: await serviceNamed(desk, 'Ketamine infusion, mood induction'),
          serviceDay: '2026-03-10',
          description: 'Ketamine infusion, mood induction',
          quantity: 1,
          unitCents: 55_000,
          discountCents: 0,
          totalCents: 55_000,
        },
      ],
      totalCents: 55_000,
      paidCents: 0,
      balanceCents: 55_000,
      payments: [],
      version: draft.version,
    })
  })

  test('takes the price of the plan before that of the clinic', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk, { plan: { course: { priceCents: cents(48_000) } } })
    const appointmentId = await aBooking(desk, patientId, '2026-03-10', { planId, status: 'completed' })
    expect((await drafted(desk, appointmentId)).totalCents).toBe(48_000)
  })

  test('takes the price of its own clinic, and not one that begins tomorrow', async () => {
    const desk = await openDesk()
    const { prices } = desk.at(['manager'])
    const price = { serviceId: await serviceNamed(desk, 'Consultation'), locationId: desk.oxnard.id }
    await done(prices.set({ ...price, amountCents: cents(30_000), fromDay: day('2026-03-10') }))
    await done(prices.set({ ...price, amountCents: cents(99_000), fromDay: day('2026-03-11') }))
    expect((await invoiceOf(desk, (await aDraft(desk, { at: 'OX' })).invoiceId)).totalCents).toBe(30_000)
    expect((await invoiceOf(desk, (await aDraft(desk)).invoiceId)).totalCents).toBe(25_000)
    expect((await invoiceOf(desk, (await aDraft(desk, { kind: 'check' })).invoiceId)).totalCents).toBe(12_000)
  })

  test('speaks the language of the patient', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk, { patient: { language: 'es' } })
    const appointmentId = await aBooking(desk, patientId, '2026-03-10', { planId, status: 'completed' })
    expect((await drafted(desk, appointmentId)).lines[0]?.description).toBe('Infusión de ketamina, inducción (ánimo)')
    const talk = await aDraft(desk, { patient: { language: 'es' } })
    expect((await invoiceOf(desk, talk.invoiceId)).lines[0]?.description).toBe('Consulta')
  })

  test('needs a price that holds on the day of the visit', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aVisitThatIsOver(desk, { on: '2026-03-09' })
    const before = await logLength(desk.read)
    expect(await refused(frontDesk(desk).invoices.draft({ appointmentId }))).toEqual({
      code: 'invoice.no-price',
      message: 'There is no price for this visit at this clinic. Set it in the settings.',
    })
    expect(await logLength(desk.read)).toBe(before)
  })

  test('can be made once the patient is discharged, while the escort is on the way', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aDischargedInfusion(desk)
    const { invoices } = frontDesk(desk)
    const waits = await done(invoices.unbilled({ locationId: null }))
    expect(waits.map((visit) => visit.appointmentId)).toEqual([appointmentId])
    expect((await drafted(desk, appointmentId)).standing).toBe('draft')
  })

  test('waits for the discharge: what is booked, recovering or cancelled has nothing to bill', async () => {
    const desk = await openDesk()
    const { appointments, invoices } = frontDesk(desk)
    const recovering = await aRecoveringPatient(desk)
    const waiting = await aBookedPatient(desk, { day: day('2026-03-12') })
    const cancelled = await aBookedPatient(desk, { day: day('2026-03-13') })
    await done(appointments.cancel({ ...(await versioned(desk, cancelled.appointmentId)), reason: 'Flu' }))
    for (const { appointmentId } of [recovering, waiting, cancelled]) {
      expect((await refused(invoices.draft({ appointmentId }))).code).toBe('invoice.nothing-to-bill')
    }
    expect((await refused(invoices.draft({ appointmentId: nobody }))).code).toBe('record.not-found')
  })

  test('is one, however often it is asked for, also once it is issued', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aVisitThatIsOver(desk)
    const { invoices } = frontDesk(desk)
    const ids = await Promise.all([1, 2, 3].map(async () => (await done(invoices.draft({ appointmentId }))).invoiceId))
    expect(new Set(ids).size).toBe(1)
    const { id: invoiceId, version } = await drafted(desk, appointmentId)
    await done(invoices.issue({ invoiceId, version }))
    expect((await done(invoices.draft({ appointmentId }))).invoiceId).toBe(invoiceId)
  })

  test('can be discarded with a reason, and drafted again', async () => {
    const desk = await openDesk()
    const { appointmentId, invoiceId } = await aDraft(desk)
    const { invoices } = frontDesk(desk)
    await done(invoices.discardDraft({ invoiceId, reason: 'Courtesy visit' }))
    const unbilled = await done(invoices.unbilled({ locationId: null }))
    expect(unbilled.map((visit) => visit.appointmentId)).toEqual([appointmentId])
    const { version, standing } = await invoiceOf(desk, invoiceId)
    expect(standing).toBe('discarded')
    for (const late of [
      invoices.discardDraft({ invoiceId, reason: 'Again' }),
      invoices.changeDraft({ invoiceId, version, lines: [] }),
      invoices.issue({ invoiceId, version }),
    ]) {
      expect((await refused(late)).code).toBe('invoice.discarded')
    }
    expect((await drafted(desk, appointmentId)).id).not.toBe(invoiceId)
    expect(await done(invoices.unbilled({ locationId: null }))).toEqual([])
  })
})

describe('what is still to be billed', () => {
  test('are visits of every kind that are over, oldest first, by clinic', async () => {
    const desk = await openDesk()
    const { invoices } = frontDesk(desk)
    const today = await aVisitThatIsOver(desk, { patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const treated = await aTreatedPatient(desk)
    const infusion = await aBooking(desk, treated.patientId, '2026-03-09', {
      planId: treated.planId,
      status: 'completed',
      at: 'OX',
    })
    const check = await aVisitThatIsOver(desk, { kind: 'check', startMinute: 780 })
    await aVisitThatIsOver(desk, { status: 'no_show' })
    const all = await done(invoices.unbilled({ locationId: null }))
    expect(all.map((visit) => visit.appointmentId)).toEqual([infusion, today.appointmentId, check.appointmentId])
    const [atHome] = await done(invoices.unbilled({ locationId: desk.santaMonica.id }))
    expect(atHome).toEqual({
      appointmentId: today.appointmentId,
      patientId: today.patientId,
      patientName: 'Ruth Alvarado',
      day: '2026-03-10',
      locationCode: 'SM',
    })
    await done(invoices.draft({ appointmentId: today.appointmentId }))
    const left = await done(invoices.unbilled({ locationId: desk.santaMonica.id }))
    expect(left.map((visit) => visit.appointmentId)).toEqual([check.appointmentId])
  })
})

describe('the lines of a draft', () => {
  test('can be changed, added and taken away; the totals follow', async () => {
    const desk = await openDesk()
    const { invoiceId } = await aDraft(desk)
    const draft = await invoiceOf(desk, invoiceId)
    const [talk] = linesOf(draft)
    const first = { ...present(talk, 'a line'), quantity: 2, discountCents: cents(5_000) }
    const second = { ...first, serviceId: null, description: 'Parking', quantity: 1, unitCents: cents(1_250) }
    const lines = [first, { ...second, discountCents: cents(0) }]
    const { invoices } = frontDesk(desk)
    await done(invoices.changeDraft({ invoiceId, version: draft.version, lines }))
    const changed = await invoiceOf(desk, invoiceId)
    expect(linesOf(changed)).toEqual(lines)
    expect(changed.lines.map((line) => line.totalCents)).toEqual([45_000, 1_250])
    expect([changed.totalCents, changed.balanceCents]).toEqual([46_250, 46_250])
    await done(invoices.changeDraft({ invoiceId, version: changed.version, lines: lines.slice(1) }))
    expect((await invoiceOf(desk, invoiceId)).totalCents).toBe(1_250)
  })

  test('are not written over, not even when somebody else changed only one of them', async () => {
    const desk = await openDesk()
    const { invoiceId } = await aDraft(desk)
    const { version, ...draft } = await invoiceOf(desk, invoiceId)
    const [line] = draft.lines
    const { totalCents: _total, ...typed } = present(line, 'a line')
    const { invoices } = frontDesk(desk)
    await done(invoices.changeDraft({ invoiceId, version, lines: [{ ...typed, discountCents: cents(2_500) }] }))
    const before = await logLength(desk.read)
    expect((await refused(invoices.changeDraft({ invoiceId, version, lines: [typed] }))).code).toBe('record.changed')
    expect((await refused(invoices.issue({ invoiceId, version }))).code).toBe('record.changed')
    expect(await logLength(desk.read)).toBe(before)
    expect((await invoiceOf(desk, invoiceId)).totalCents).toBe(22_500)
  })

  test.each<[string, Partial<ReturnType<typeof linesOf>[number]>, string, string, Record<string, string> | undefined]>([
    [
      'a discount above the line',
      { discountCents: cents(25_001) },
      'discountCents',
      'call.bad-input',
      { problem: 'too-large' },
    ],
    ['a price past any price', { unitCents: cents(10_000_001) }, 'unitCents', 'call.bad-input', { problem: 'invalid' }],
    ['no words', { description: ' ' }, 'description', 'call.bad-input', { problem: 'required' }],
    ['a quantity of none', { quantity: 0 }, 'quantity', 'call.bad-input', { problem: 'too-small' }],
    ['a service nobody sells', { serviceId: nobody }, 'serviceId', 'record.not-found', undefined],
  ])('with %s are refused, naming line and field', async (_, slip, field, code, facts) => {
    const desk = await openDesk()
    const { invoiceId } = await aDraft(desk)
    const draft = await invoiceOf(desk, invoiceId)
    const [line] = linesOf(draft)
    const good = present(line, 'a line')
    const before = await logLength(desk.read)
    const change = { invoiceId, version: draft.version, lines: [good, { ...good, ...slip }] }
    const fault = await refused(frontDesk(desk).invoices.changeDraft(change))
    expect([fault.code, fault.path, fault.facts]).toEqual([code, `lines.1.${field}`, facts])
    expect(await logLength(desk.read)).toBe(before)
  })

  test('keep the diagnoses of the plan, even when all were taken away for a moment', async () => {
    const desk = await openDesk()
    const { patientId, planId } = await aTreatedPatient(desk, {
      plan: { clinical: { icd10Codes: ['F33.2', 'F41.1'] } },
    })
    const appointmentId = await aBooking(desk, patientId, '2026-03-10', { planId, status: 'completed' })
    const draft = await drafted(desk, appointmentId)
    const { invoices } = frontDesk(desk)
    await done(invoices.changeDraft({ invoiceId: draft.id, version: draft.version, lines: [] }))
    const { version } = await invoiceOf(desk, draft.id)
    await done(invoices.changeDraft({ invoiceId: draft.id, version, lines: linesOf(draft) }))
    const rows = await desk.read
      .selectFrom('draft_line')
      .select('icd10_codes')
      .where('archived_at', 'is', null)
      .execute()
    expect(rows).toEqual([{ icd10_codes: 'F33.2 F41.1' }])
  })
})

describe('the list of invoices', () => {
  test('shows drafts and issued ones, by standing, clinic and patient', async () => {
    const desk = await openDesk()
    const draft = await aDraft(desk, { patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const open = await anIssuedInvoice(desk, { at: 'OX' })
    const partly = await anIssuedInvoice(desk)
    const { invoices, payments } = frontDesk(desk)
    await done(payments.take(aPayment(desk, partly.invoiceId, cents(10_000))))
    const everything = { standing: null, locationId: null, patientId: null, limit: 100 }
    const list = async (filter: Partial<Parameters<typeof invoices.list>[0]>) =>
      (await done(invoices.list({ ...everything, ...filter }))).map((row) => row.id)
    expect(new Set(await list({}))).toEqual(new Set([draft.invoiceId, open.invoiceId, partly.invoiceId]))
    expect(await list({ standing: 'draft' })).toEqual([draft.invoiceId])
    expect(await list({ standing: 'open' })).toEqual([open.invoiceId])
    expect(await list({ standing: 'part-paid' })).toEqual([partly.invoiceId])
    expect(await list({ standing: 'settled' })).toEqual([])
    expect(await list({ locationId: desk.oxnard.id })).toEqual([open.invoiceId])
    expect(await list({ patientId: partly.patientId })).toEqual([partly.invoiceId])
    const [row] = await done(invoices.list({ ...everything, patientId: draft.patientId }))
    expect(row).toEqual({
      id: draft.invoiceId,
      number: '',
      patientId: draft.patientId,
      patientName: 'Ruth Alvarado',
      locationCode: 'SM',
      day: '2026-03-10',
      standing: 'draft',
      totalCents: 25_000,
      balanceCents: 25_000,
    })
  })

  test('finds an open one behind newer ones that are paid, be the list ever so short', async () => {
    const desk = await openDesk()
    const open = await anIssuedInvoice(desk)
    desk.clock.pass(60)
    const { invoices, payments } = frontDesk(desk)
    for (let n = 0; n < 3; n += 1) {
      const { invoiceId } = await anIssuedInvoice(desk)
      await done(payments.take(aPayment(desk, invoiceId, cents(25_000))))
    }
    const rows = await done(invoices.list({ standing: 'open', locationId: null, patientId: null, limit: 2 }))
    expect(rows.map((row) => row.number)).toEqual([open.number])
    const settled = await done(invoices.list({ standing: 'settled', locationId: null, patientId: null, limit: 2 }))
    expect(settled).toHaveLength(2)
  })
})

describe('money', () => {
  test('is no matter for nurses and providers', async () => {
    const desk = await openDesk()
    const { appointmentId, patientId, invoiceId } = await aDraft(desk)
    const { invoices, payments } = roomsOf(desk, ['nurse', 'provider'], desk.managerId)
    for (const call of [
      invoices.list({ standing: null, locationId: null, patientId, limit: 10 }),
      invoices.unbilled({ locationId: null }),
      invoices.get({ invoiceId }),
      invoices.draft({ appointmentId }),
      invoices.changeDraft({ invoiceId, version: '', lines: [] }),
      invoices.discardDraft({ invoiceId, reason: 'x' }),
      invoices.issue({ invoiceId, version: '' }),
      payments.take(aPayment(desk, invoiceId, cents(100))),
    ]) {
      expect((await refused(call)).code).toBe('call.not-allowed')
    }
  })

  test('of one patient is not shown under the name of another', async () => {
    const desk = await openDesk()
    const { patientId, invoiceId } = await anIssuedInvoice(desk)
    const draft = await aDraft(desk)
    const { invoices } = frontDesk(desk)
    expect((await done(invoices.get({ invoiceId, patientId }))).id).toBe(invoiceId)
    for (const wrong of [
      { invoiceId, patientId: draft.patientId },
      { invoiceId: draft.invoiceId, patientId },
      { invoiceId: nobody },
    ]) {
      expect((await refused(invoices.get(wrong))).code).toBe('record.not-found')
    }
  })
})
