import { z } from 'zod'
import { command } from './define.ts'
import { centsAny, centsPositive, id, tender, text } from './shapes.ts'

/** Money that comes in. */
export const payments = {
  /**
   * Takes money for an invoice. `clickId` is made once a form: the same click twice is one payment.
   * For cash, `handedCents` is what was handed over; the change comes back. `reference` never holds a card number.
   */
  take: command({
    needs: 'payments.take',
    input: z.strictObject({
      clickId: id,
      invoiceId: id,
      tender,
      amountCents: centsPositive,
      handedCents: centsPositive.nullable(),
      reference: text(60).refine((typed) => !/\d{12,}/.test(typed.replaceAll(/[^\p{L}\p{N}]/gu, '')), 'invalid'),
    }),
    output: z.strictObject({ paymentId: id, changeCents: centsAny, balanceCents: centsAny }),
    touches: ['ledger', 'invoices'],
  }),
}
