import { present } from '#domain/certain'
import { day } from '#domain/dates'
import { cents } from '#domain/money'
import { closeDesk, openDesk, somebody } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import { aDraft, anIssuedInvoice, booked, cardOf, frontDesk, invoiceOf, nobody } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

async function issued(desk: OpenDesk, invoiceId: string): Promise<string> {
  const { version } = await invoiceOf(desk, invoiceId)
  return (await done(frontDesk(desk).invoices.issue({ invoiceId, version }))).number
}

describe('issuing', () => {
  test('gives the next number of the clinic, and the ledger its charge', async () => {
    const desk = await openDesk()
    const first = await anIssuedInvoice(desk)
    expect(first.number).toBe('SM1-2026-000001')
    expect((await anIssuedInvoice(desk)).number).toBe('SM1-2026-000002')
    expect((await anIssuedInvoice(desk, { at: 'OX' })).number).toBe('OX1-2026-000001')
    expect(await invoiceOf(desk, first.invoiceId)).toMatchObject({
      number: 'SM1-2026-000001',
      standing: 'open',
      day: '2026-03-10',
      totalCents: 25_000,
      paidCents: 0,
      balanceCents: 25_000,
    })
    const appointmentId = await booked(desk, first.patientId, { kind: 'check', day: day('2026-03-12') })
    expect((await cardOf(desk, appointmentId)).balanceCents).toBe(25_000)
  })

  test('counts anew with the year at the clinic, not with that of the world', async () => {
    const desk = await openDesk()
    await anIssuedInvoice(desk)
    const [old, young] = [await aDraft(desk), await aDraft(desk)]
    desk.clock.goTo('2026-12-31', 1_439)
    expect(await issued(desk, old.invoiceId)).toBe('SM1-2026-000002')
    desk.clock.goTo('2027-01-01', 0)
    expect(await issued(desk, young.invoiceId)).toBe('SM1-2027-000001')
    expect((await invoiceOf(desk, young.invoiceId)).day).toBe('2027-01-01')
  })

  test('without lines is refused and uses no number', async () => {
    const desk = await openDesk()
    const { invoiceId } = await aDraft(desk)
    const { invoices } = frontDesk(desk)
    await done(invoices.changeDraft({ invoiceId, version: (await invoiceOf(desk, invoiceId)).version, lines: [] }))
    const { version } = await invoiceOf(desk, invoiceId)
    const before = await logLength(desk.read)
    expect(await refused(invoices.issue({ invoiceId, version }))).toEqual({
      code: 'invoice.no-lines',
      message: 'An invoice needs at least one line.',
      path: 'lines',
    })
    expect(await logLength(desk.read)).toBe(before)
    expect((await refused(invoices.issue({ invoiceId: nobody, version }))).code).toBe('record.not-found')
    expect((await anIssuedInvoice(desk)).number).toBe('SM1-2026-000001')
  })

  test('of what somebody changed in the meantime is refused and uses no number', async () => {
    const desk = await openDesk()
    const { invoiceId } = await aDraft(desk)
    expect((await refused(frontDesk(desk).invoices.issue({ invoiceId, version: 'old' }))).code).toBe('record.changed')
    expect((await anIssuedInvoice(desk)).number).toBe('SM1-2026-000001')
  })

  test('ten at once leaves no gap and gives no number twice', async () => {
    const desk = await openDesk()
    const drafts: string[] = []
    for (let n = 0; n < 10; n += 1) drafts.push((await aDraft(desk)).invoiceId)
    const numbers = await Promise.all(drafts.map((invoiceId) => issued(desk, invoiceId)))
    const counted = Array.from({ length: 10 }, (_, n) => `SM1-2026-${String(n + 1).padStart(6, '0')}`)
    expect(new Set(numbers)).toEqual(new Set(counted))
  })

  test('one draft twice, be it at once or later, is one invoice with one number', async () => {
    const desk = await openDesk()
    const { invoiceId } = await aDraft(desk)
    const { version } = await invoiceOf(desk, invoiceId)
    const { invoices } = frontDesk(desk)
    const clicks = await Promise.all([1, 2, 3].map(async () => done(invoices.issue({ invoiceId, version }))))
    const only = { invoiceId, number: 'SM1-2026-000001' }
    expect(clicks).toEqual([only, only, only])
    expect(await done(invoices.issue({ invoiceId, version: 'long ago' }))).toEqual(only)
    expect(await desk.read.selectFrom('ledger_entry').select('amount_cents').execute()).toHaveLength(1)
    expect((await anIssuedInvoice(desk)).number).toBe('SM1-2026-000002')
  })

  test('of what costs nothing is settled from the start', async () => {
    const desk = await openDesk()
    const { invoiceId } = await aDraft(desk)
    const draft = await invoiceOf(desk, invoiceId)
    const { totalCents: _total, ...line } = present(draft.lines[0], 'a line')
    const lines = [{ ...line, discountCents: line.unitCents }]
    await done(frontDesk(desk).invoices.changeDraft({ invoiceId, version: draft.version, lines }))
    await issued(desk, invoiceId)
    expect(await invoiceOf(desk, invoiceId)).toMatchObject({ standing: 'settled', totalCents: 0, balanceCents: 0 })
  })
})

describe('an issued invoice', () => {
  test('is never changed or discarded', async () => {
    const desk = await openDesk()
    const { invoiceId } = await anIssuedInvoice(desk)
    const { invoices } = frontDesk(desk)
    for (const call of [
      invoices.changeDraft({ invoiceId, version: '', lines: [] }),
      invoices.discardDraft({ invoiceId, reason: 'A mistake' }),
    ]) {
      expect(await refused(call)).toEqual({
        code: 'invoice.not-a-draft',
        message: 'This is not a draft any more. An issued invoice is never changed.',
      })
    }
  })

  test('says what was true that day, whatever name, price and practice change to', async () => {
    const desk = await openDesk()
    const { invoiceId, patientId } = await anIssuedInvoice(desk)
    const before = await invoiceOf(desk, invoiceId)
    const manager = desk.at(['manager'])
    const page = await done(manager.patients.page({ patientId }))
    const fields = { ...somebody(77, desk.oxnard.id), language: 'es' as const }
    await done(manager.patients.correct({ patientId, version: page.version, fields }))
    const [service] = await done(manager.prices.list({}))
    const price = { serviceId: service?.serviceId ?? nobody, locationId: desk.santaMonica.id }
    await done(manager.prices.set({ ...price, amountCents: cents(1), fromDay: day('2026-03-10') }))
    expect(await invoiceOf(desk, invoiceId)).toEqual(before)
  })

  test.each([['invoice'], ['invoice_line'], ['ledger_entry']] as const)(
    'the store itself refuses to change its %s',
    async (table) => {
      const desk = await openDesk()
      await anIssuedInvoice(desk)
      const { id } = await desk.read.selectFrom(table).select('id').executeTakeFirstOrThrow()
      const { store } = desk.desk(['manager'])
      const change = store.write(async (tx) => {
        // Its types do not let a fact be changed; this goes round them.
        const write: unknown = Reflect.get(tx, 'change')
        if (typeof write === 'function') Reflect.apply(write, tx, [table, id, { total_cents: 1 }])
      })
      await expect(change).rejects.toThrow(`${table} holds facts`)
    },
  )
})
