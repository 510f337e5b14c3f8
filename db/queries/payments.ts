import type { Reader, Writer } from '#db/open'
import type { LedgerEntryTable, PaymentTable } from '#db/schema'

/** A payment with the name of who took it. */
export type PaymentRow = PaymentTable & { takenByName: string }

/** The payments of an invoice in the order in which they came; those of one instant by their receipts. */
export async function listPayments(db: Reader | Writer, invoiceId: string): Promise<PaymentRow[]> {
  return paymentRows(db)
    .where('payment.invoice_id', '=', invoiceId)
    .orderBy('taken_at')
    .orderBy('payment.number')
    .execute()
}

/** One payment; undefined when there is none. */
export async function findPayment(db: Reader | Writer, id: string): Promise<PaymentRow | undefined> {
  return paymentRows(db).where('payment.id', '=', id).executeTakeFirst()
}

/** The payment that a click already made; undefined when it made none. */
export async function findPaymentOfClick(db: Reader | Writer, clickId: string): Promise<PaymentRow | undefined> {
  return paymentRows(db).where('click_id', '=', clickId).executeTakeFirst()
}

/** The ledger entries of an invoice, its charge among them. */
export async function listEntries(
  db: Reader | Writer,
  invoiceId: string,
): Promise<Pick<LedgerEntryTable, 'kind' | 'amount_cents'>[]> {
  return db.selectFrom('ledger_entry').select(['kind', 'amount_cents']).where('invoice_id', '=', invoiceId).execute()
}

function paymentRows(db: Reader | Writer) {
  return db
    .selectFrom('payment')
    .innerJoin('staff_member', 'staff_member.id', 'payment.taken_by')
    .selectAll('payment')
    .select('staff_member.name as takenByName')
}
