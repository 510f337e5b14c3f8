import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { findInvoice } from '#db/queries/invoices'
import { findPaymentOfClick, listEntries } from '#db/queries/payments'
import { findLocation } from '#db/queries/practice'
import { findDevice } from '#db/queries/this-pc'
import { localAt } from '#domain/clock'
import { yearOf } from '#domain/dates'
import { leftToPay } from '#domain/invoice'
import { addCents, cents, formatMoney, negate } from '#domain/money'
import type { Cents } from '#domain/money'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'

/** Money that comes in. */
export const payments: Handlers<Desk>['payments'] = {
  async take(desk, input) {
    const { clickId, invoiceId, tender, amountCents, handedCents, reference } = input
    return desk.store.write(async (tx) => {
      const known = await findPaymentOfClick(tx, clickId)
      if (known !== undefined) {
        const isSame = known.invoice_id === invoiceId && known.tender === tender && known.amount_cents === amountCents
        if (!isSame) {
          throw new Refusal('payment.click-reused', 'This payment was taken already, for something else.')
        }
        return {
          paymentId: known.id,
          changeCents: changeOf(known.amount_cents, known.handed_cents),
          balanceCents: await balanceOf(tx, known.invoice_id),
        }
      }
      const invoice = found(await findInvoice(tx, invoiceId))
      const balance = await balanceOf(tx, invoiceId)
      if (balance <= 0) throw new Refusal('payment.settled', 'This invoice is paid already.')
      if (amountCents > balance) {
        throw new Refusal('payment.over-balance', `Only ${formatMoney(balance)} is open on this invoice.`, {
          path: 'amountCents',
          facts: { balance: formatMoney(balance) },
        })
      }
      if (tender === 'cash' && handedCents !== null && handedCents < amountCents) {
        throw new Refusal('payment.too-little-cash', 'Less was handed over than is to be paid.', {
          path: 'handedCents',
        })
      }
      const location = found(await findLocation(tx, invoice.location_id))
      const { pc_number: pc } = await findDevice(tx)
      const day = localAt(desk.now(), location.zone).day
      const series = `${location.code}${pc}-R-${yearOf(day)}`
      const paymentId = desk.newId()
      const place = { patient_id: invoice.patient_id, location_id: invoice.location_id, day }
      tx.at(invoice.location_id)
      tx.insert('payment', {
        id: paymentId,
        number: `${series}-${String(tx.nextOf(`receipt ${series}`)).padStart(6, '0')}`,
        click_id: clickId,
        invoice_id: invoiceId,
        ...place,
        taken_at: desk.now(),
        tender,
        amount_cents: amountCents,
        handed_cents: tender === 'cash' ? handedCents : null,
        reference,
        taken_by: desk.me.staffId,
      })
      tx.insert('ledger_entry', {
        id: desk.newId(),
        ...place,
        invoice_id: invoiceId,
        payment_id: paymentId,
        kind: 'payment',
        amount_cents: negate(amountCents),
        at: desk.now(),
      })
      return {
        paymentId,
        changeCents: changeOf(amountCents, tender === 'cash' ? handedCents : null),
        balanceCents: addCents(balance, negate(amountCents)),
      }
    })
  },
}

async function balanceOf(tx: Writer, invoiceId: string): Promise<Cents> {
  const invoice = found(await findInvoice(tx, invoiceId))
  const entries = await listEntries(tx, invoiceId)
  return leftToPay(
    invoice.total_cents,
    entries.map((entry) => ({ kind: entry.kind, amountCents: entry.amount_cents })),
  )
}

function changeOf(amount: Cents, handed: Cents | null): Cents {
  return handed === null ? cents(0) : addCents(handed, negate(amount))
}
