import { cents } from '#domain/money'
import { closeDesk, openDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import { aDraft, anIssuedInvoice, aPayment, booked, cardOf, frontDesk, invoiceOf, nobody, roomsOf } from '#kit/visit'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

describe('paying an invoice', () => {
  test('in parts takes it from open over part-paid to settled', async () => {
    const desk = await openDesk()
    const { invoiceId } = await anIssuedInvoice(desk)
    const { payments } = frontDesk(desk)
    const card = aPayment(desk, invoiceId, cents(10_000), { reference: 'auth 4711' })
    const first = await done(payments.take(card))
    expect(first).toEqual({ paymentId: first.paymentId, changeCents: 0, balanceCents: 15_000 })
    expect(await invoiceOf(desk, invoiceId)).toMatchObject({
      standing: 'part-paid',
      paidCents: 10_000,
      balanceCents: 15_000,
    })
    desk.clock.goTo('2026-03-20', 600)
    const second = await done(payments.take(aPayment(desk, invoiceId, cents(15_000), { tender: 'hsa' })))
    const settled = await invoiceOf(desk, invoiceId)
    expect(settled).toMatchObject({ standing: 'settled', totalCents: 25_000, paidCents: 25_000, balanceCents: 0 })
    const takenBy = 'Elena Márquez'
    expect(settled.payments).toEqual([
      { id: first.paymentId, day: '2026-03-10', tender: 'card', reference: 'auth 4711', amountCents: 10_000, takenBy },
      { id: second.paymentId, day: '2026-03-20', tender: 'hsa', reference: '', amountCents: 15_000, takenBy },
    ])
  })

  test('takes what the patient owes down with it', async () => {
    const desk = await openDesk()
    const { invoiceId, patientId } = await anIssuedInvoice(desk)
    const appointmentId = await booked(desk, patientId, { kind: 'check', startMinute: 720 })
    await done(frontDesk(desk).payments.take(aPayment(desk, invoiceId, cents(5_000))))
    expect((await cardOf(desk, appointmentId)).balanceCents).toBe(20_000)
  })

  test('with more than is open is refused, naming what is open', async () => {
    const desk = await openDesk()
    const { invoiceId } = await anIssuedInvoice(desk)
    const { payments } = frontDesk(desk)
    await done(payments.take(aPayment(desk, invoiceId, cents(9_999))))
    const before = await logLength(desk.read)
    expect(await refused(payments.take(aPayment(desk, invoiceId, cents(15_002))))).toEqual({
      code: 'payment.over-balance',
      message: 'Only $150.01 is open on this invoice.',
      path: 'amountCents',
      facts: { balance: '$150.01' },
    })
    expect(await logLength(desk.read)).toBe(before)
    await done(payments.take(aPayment(desk, invoiceId, cents(15_001))))
    expect((await refused(payments.take(aPayment(desk, invoiceId, cents(1))))).code).toBe('payment.settled')
  })

  test('in cash gives change, and is refused when too little is handed over', async () => {
    const desk = await openDesk()
    const { invoiceId } = await anIssuedInvoice(desk)
    const { payments } = frontDesk(desk)
    const cash = (handed: number | null) => ({
      tender: 'cash' as const,
      handedCents: handed === null ? null : cents(handed),
    })
    expect(await refused(payments.take(aPayment(desk, invoiceId, cents(10_000), cash(9_999))))).toEqual({
      code: 'payment.too-little-cash',
      message: 'Less was handed over than is to be paid.',
      path: 'handedCents',
    })
    const change = await done(payments.take(aPayment(desk, invoiceId, cents(10_000), cash(12_000))))
    expect(change).toMatchObject({ changeCents: 2_000, balanceCents: 15_000 })
    expect(await done(payments.take(aPayment(desk, invoiceId, cents(5_000), cash(5_000))))).toMatchObject({
      changeCents: 0,
    })
    expect(await done(payments.take(aPayment(desk, invoiceId, cents(5_000), cash(null))))).toMatchObject({
      changeCents: 0,
    })
    const byCard = aPayment(desk, invoiceId, cents(5_000), { handedCents: cents(6_000) })
    expect(await done(payments.take(byCard))).toMatchObject({ changeCents: 0, balanceCents: 0 })
  })

  test('by a double click is one payment, with the same answer', async () => {
    const desk = await openDesk()
    const { invoiceId } = await anIssuedInvoice(desk)
    const { payments } = frontDesk(desk)
    const click = aPayment(desk, invoiceId, cents(20_000), { tender: 'cash', handedCents: cents(20_500) })
    const [first, second] = await Promise.all([done(payments.take(click)), done(payments.take(click))])
    expect(second).toEqual(first)
    expect(first).toMatchObject({ changeCents: 500, balanceCents: 5_000 })
    await done(payments.take(aPayment(desk, invoiceId, cents(5_000))))
    expect(await done(payments.take(click))).toEqual({ ...first, balanceCents: 0 })
    expect((await invoiceOf(desk, invoiceId)).payments).toHaveLength(2)
  })

  test('by a click that already paid something else is refused, and takes nothing', async () => {
    const desk = await openDesk()
    const { invoiceId } = await anIssuedInvoice(desk)
    const other = await anIssuedInvoice(desk)
    const { payments } = frontDesk(desk)
    const click = aPayment(desk, invoiceId, cents(5_000))
    await done(payments.take(click))
    const before = await logLength(desk.read)
    for (const again of [
      { ...click, invoiceId: other.invoiceId },
      { ...click, amountCents: cents(6_000) },
      { ...click, tender: 'check' as const },
    ]) {
      expect((await refused(payments.take(again))).code).toBe('payment.click-reused')
    }
    expect(await logLength(desk.read)).toBe(before)
  })

  test('in two windows at once: the second learns that it is paid, or what is left', async () => {
    const desk = await openDesk()
    const whole = await anIssuedInvoice(desk)
    const { payments } = frontDesk(desk)
    const both = await Promise.all([1, 2].map(() => payments.take(aPayment(desk, whole.invoiceId, cents(25_000)))))
    expect(both.map((reply) => (reply.ok ? 'paid' : reply.fault.code))).toEqual(['paid', 'payment.settled'])
    const parts = await anIssuedInvoice(desk)
    const each = await Promise.all([1, 2, 3].map(() => payments.take(aPayment(desk, parts.invoiceId, cents(10_000)))))
    expect(each.map((reply) => (reply.ok ? reply.value.balanceCents : reply.fault.facts))).toEqual([
      15_000,
      5_000,
      { balance: '$50.00' },
    ])
    expect((await invoiceOf(desk, parts.invoiceId)).balanceCents).toBe(5_000)
  })

  test('is for an issued invoice, by somebody who may, without a card number', async () => {
    const desk = await openDesk()
    const draft = await aDraft(desk)
    const { invoiceId } = await anIssuedInvoice(desk)
    const { payments } = frontDesk(desk)
    for (const unissued of [draft.invoiceId, nobody]) {
      expect((await refused(payments.take(aPayment(desk, unissued, cents(100))))).code).toBe('record.not-found')
    }
    for (const [slip, path] of [
      [{ reference: '4111 1111 1111 1111' }, 'reference'],
      [{ reference: '4111.1111/1111_1111' }, 'reference'],
      [{ amountCents: cents(0) }, 'amountCents'],
      [{ amountCents: cents(-100) }, 'amountCents'],
      [{ tender: 'cash', handedCents: cents(0) }, 'handedCents'],
    ] as const) {
      const fault = await refused(payments.take(aPayment(desk, invoiceId, cents(100), slip)))
      expect([fault.code, fault.path]).toEqual(['call.bad-input', path])
    }
    const nurse = roomsOf(desk, ['nurse'], desk.nurseId)
    expect((await refused(nurse.payments.take(aPayment(desk, invoiceId, cents(100))))).code).toBe('call.not-allowed')
    const biller = roomsOf(desk, ['biller'], desk.managerId)
    await done(biller.payments.take(aPayment(desk, invoiceId, cents(100))))
  })

  test('numbers its receipts without gaps, by clinic', async () => {
    const desk = await openDesk()
    const { payments } = frontDesk(desk)
    const [first, second] = [await anIssuedInvoice(desk), await anIssuedInvoice(desk, { at: 'OX' })]
    await done(payments.take(aPayment(desk, first.invoiceId, cents(100))))
    await refused(payments.take(aPayment(desk, first.invoiceId, cents(99_999_999))))
    await done(payments.take(aPayment(desk, first.invoiceId, cents(100))))
    await done(payments.take(aPayment(desk, second.invoiceId, cents(100))))
    const rows = await desk.read.selectFrom('payment').select('number').orderBy('number').execute()
    expect(rows.map((row) => row.number)).toEqual(['OX1-R-2026-000001', 'SM1-R-2026-000001', 'SM1-R-2026-000002'])
  })

  test('whatever is typed: what is taken and what is open always make the total', async () => {
    const desk = await openDesk()
    const { payments } = frontDesk(desk)
    const amount = fc.oneof(fc.integer({ min: 1, max: 30_000 }), fc.constantFrom(1, 25_000, 25_001, 12_500))
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 8 }), async (amounts) => {
        const { invoiceId } = await anIssuedInvoice(desk)
        let open = 25_000
        for (const wanted of amounts) {
          const reply = await payments.take(aPayment(desk, invoiceId, cents(wanted)))
          const code = open === 0 ? 'payment.settled' : wanted > open ? 'payment.over-balance' : 'taken'
          expect(reply.ok ? 'taken' : reply.fault.code).toBe(code)
          if (code === 'taken') open -= wanted
          if (reply.ok) expect(reply.value.balanceCents).toBe(open)
        }
        const view = await invoiceOf(desk, invoiceId)
        expect([view.balanceCents, view.paidCents]).toEqual([open, 25_000 - open])
        expect(view.standing).toBe(open === 0 ? 'settled' : open === 25_000 ? 'open' : 'part-paid')
      }),
      { numRuns: 25 },
    )
  })
})
