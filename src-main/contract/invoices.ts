import { z } from 'zod'
import { command, query } from './define.ts'
import { centsAny, centsNotNegative, dayText, id, line, nothing, tender } from './shapes.ts'

/** A line of an invoice or of a draft, as typed. */
export const lineFields = z.strictObject({
  serviceId: id.nullable(),
  serviceDay: dayText,
  description: line(200),
  quantity: z.int().min(1).max(999),
  unitCents: centsNotNegative,
  discountCents: centsNotNegative,
})

/** Where an invoice stands: computed from the ledger. */
export const standing = z.enum(['draft', 'open', 'part-paid', 'settled'])

const standingOfView = z.enum([...standing.options, 'discarded'])

const row = z.strictObject({
  id,
  number: z.string(),
  patientId: id,
  patientName: z.string(),
  locationCode: z.string(),
  day: dayText,
  standing,
  totalCents: centsAny,
  balanceCents: centsAny,
})

/** A draft or an issued invoice with its lines and payments. */
export const invoiceView = z.strictObject({
  id,
  number: z.string(),
  /** A draft that was given up stays to be seen. */
  standing: standingOfView,
  patientId: id,
  patientName: z.string(),
  patientLanguage: z.enum(['en', 'es']),
  recordNumber: z.string(),
  locationId: id,
  locationCode: z.string(),
  day: dayText,
  lines: z.array(lineFields.extend({ totalCents: centsAny })),
  totalCents: centsAny,
  paidCents: centsAny,
  balanceCents: centsAny,
  payments: z.array(
    z.strictObject({ id, day: dayText, tender, reference: z.string(), amountCents: centsAny, takenBy: z.string() }),
  ),
  version: z.string(),
})

/** A draft or an issued invoice, as a type. */
export type InvoiceView = z.output<typeof invoiceView>

/** From the completed infusion to the issued invoice. */
export const invoices = {
  list: query({
    needs: 'invoices.see',
    input: z.strictObject({
      standing: standing.nullable(),
      locationId: id.nullable(),
      patientId: id.nullable(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.array(row),
    reads: ['invoices', 'ledger', 'patients'],
  }),
  /** Visits that are over, or discharged, and that no draft or invoice names yet. */
  unbilled: query({
    needs: 'invoices.see',
    input: z.strictObject({ locationId: id.nullable() }),
    output: z.array(
      z.strictObject({
        appointmentId: id,
        patientId: id,
        patientName: z.string(),
        day: dayText,
        locationCode: z.string(),
      }),
    ),
    reads: ['invoices', 'infusions', 'appointments'],
  }),
  get: query({
    needs: 'invoices.see',
    looksAt: 'patientId',
    input: z.strictObject({ invoiceId: id, patientId: id.optional() }),
    output: invoiceView,
    reads: ['invoices', 'ledger', 'patients'],
  }),
  /** A draft from a completed visit, priced by the plan or the location; a second call answers with the same draft. */
  draft: command({
    needs: 'invoices.write',
    input: z.strictObject({ appointmentId: id }),
    output: z.strictObject({ invoiceId: id }),
    touches: ['invoices'],
  }),
  changeDraft: command({
    needs: 'invoices.write',
    input: z.strictObject({ invoiceId: id, version: z.string(), lines: z.array(lineFields).max(60) }),
    output: nothing,
    touches: ['invoices'],
  }),
  discardDraft: command({
    needs: 'invoices.write',
    input: z.strictObject({ invoiceId: id, reason: line(200) }),
    output: nothing,
    touches: ['invoices'],
  }),
  /** Takes the next number of the location and this PC, in the same step; a second click answers with the same invoice. */
  issue: command({
    needs: 'invoices.write',
    input: z.strictObject({ invoiceId: id, version: z.string() }),
    output: z.strictObject({ invoiceId: id, number: z.string() }),
    touches: ['invoices', 'ledger'],
  }),
}
