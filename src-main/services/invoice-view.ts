import type { InvoiceView } from '#contract/invoices'
import type { Reader } from '#db/open'
import { listDraftLines, listInvoiceLines } from '#db/queries/invoices'
import type { DraftRow, InvoiceRow } from '#db/queries/invoices'
import { findPatient } from '#db/queries/patients'
import { listEntries, listPayments } from '#db/queries/payments'
import { findLocation } from '#db/queries/practice'
import { invoiceTotal, leftToPay, lineTotal, standing } from '#domain/invoice'
import { addCents, cents, negate } from '#domain/money'
import { legalName } from '#domain/patient'
import { found } from './refusal.ts'

/** A draft as screens show it. */
export async function draftView(read: Reader, draft: DraftRow): Promise<InvoiceView> {
  const patient = found(await findPatient(read, draft.patient_id))
  const location = found(await findLocation(read, draft.location_id))
  const lines = (await listDraftLines(read, draft.id)).map((line) => ({
    serviceId: line.service_id,
    serviceDay: line.service_day,
    description: line.description,
    quantity: line.quantity,
    unitCents: line.unit_cents,
    discountCents: line.discount_cents,
  }))
  const totalCents = invoiceTotal(lines)
  return {
    id: draft.id,
    number: '',
    standing: draft.status === 'discarded' ? 'discarded' : 'draft',
    patientId: patient.id,
    patientName: legalName(patient),
    patientLanguage: patient.language,
    recordNumber: patient.recordNumber,
    locationId: location.id,
    locationCode: location.code,
    day: draft.day,
    lines: lines.map((line) => ({ ...line, totalCents: lineTotal(line) })),
    totalCents,
    paidCents: cents(0),
    balanceCents: totalCents,
    payments: [],
    version: draft.version,
  }
}

/** An issued invoice as screens show it: the figures that were stored, and where it stands by the ledger. */
export async function issuedView(read: Reader, invoice: InvoiceRow): Promise<InvoiceView> {
  const location = found(await findLocation(read, invoice.location_id))
  const entries = (await listEntries(read, invoice.id)).map((entry) => ({
    kind: entry.kind,
    amountCents: entry.amount_cents,
  }))
  const balanceCents = leftToPay(invoice.total_cents, entries)
  return {
    id: invoice.id,
    number: invoice.number,
    standing: standing(invoice.total_cents, entries),
    patientId: invoice.patient_id,
    patientName: invoice.patient_name,
    patientLanguage: invoice.language,
    recordNumber: invoice.record_number,
    locationId: location.id,
    locationCode: location.code,
    day: invoice.issued_day,
    lines: (await listInvoiceLines(read, invoice.id)).map((line) => ({
      serviceId: line.service_id,
      serviceDay: line.service_day,
      description: line.description,
      quantity: line.quantity,
      unitCents: line.unit_cents,
      discountCents: line.discount_cents,
      totalCents: line.total_cents,
    })),
    totalCents: invoice.total_cents,
    paidCents: addCents(invoice.total_cents, negate(balanceCents)),
    balanceCents,
    payments: (await listPayments(read, invoice.id)).map((payment) => ({
      id: payment.id,
      day: payment.day,
      tender: payment.tender,
      reference: payment.reference,
      amountCents: payment.amount_cents,
      takenBy: payment.takenByName,
    })),
    version: '',
  }
}
