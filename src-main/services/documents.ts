import type { Handlers } from '#contract/house'
import type { Reader } from '#db/open'
import { findNextAppointment } from '#db/queries/appointments'
import { findDischarge, findInfusion } from '#db/queries/infusions'
import type { InfusionRow } from '#db/queries/infusions'
import { findInvoice, listInvoiceLines } from '#db/queries/invoices'
import type { InvoiceRow } from '#db/queries/invoices'
import { findPatient } from '#db/queries/patients'
import { findPayment, listEntries, listPayments } from '#db/queries/payments'
import type { PaymentRow } from '#db/queries/payments'
import { findLocation, findPractice } from '#db/queries/practice'
import { findStaff } from '#db/queries/staff'
import type {
  DischargePaper,
  InvoicePaper,
  Letterhead,
  Paper,
  PaperPayment,
  PatientPaper,
  ReceiptPaper,
} from '#documents/papers'
import { localAt } from '#domain/clock'
import { leftToPay } from '#domain/invoice'
import { addCents, negate } from '#domain/money'
import { legalName } from '#domain/patient'
import { addressLines } from './columns.ts'
import { daySheet } from './day-sheet.ts'
import type { Desk } from './desk.ts'
import { found } from './refusal.ts'

/** Papers in the language of who reads them, made only of stored figures. */
export const documents: Handlers<Desk>['documents'] = {
  async invoice(desk, { invoiceId }) {
    const invoice = found(await findInvoice(desk.store.read, invoiceId))
    const paper = await invoicePaper(desk.store.read, invoice)
    return printedFor(desk, paper, invoice)
  },

  async receipt(desk, { paymentId }) {
    const payment = found(await findPayment(desk.store.read, paymentId))
    const invoice = found(await findInvoice(desk.store.read, payment.invoice_id))
    const paper = await receiptPaper(desk.store.read, invoice, payment)
    return printedFor(desk, paper, payment)
  },

  async discharge(desk, { infusionId }) {
    const infusion = found(await findInfusion(desk.store.read, infusionId))
    const paper = await dischargePaper(desk.store.read, infusion)
    return printedFor(desk, paper, infusion)
  },

  async day(desk, wanted) {
    const { paper, code } = await daySheet(desk, wanted)
    return printed(desk, paper, {
      name: `day-${code}-${wanted.day}`,
      note: { subject: `day sheet ${wanted.day}` },
      locationId: wanted.locationId ?? undefined,
    })
  },
}

type Printed = { readonly patient_id: string; readonly location_id: string }

function printedFor(desk: Desk, paper: PatientPaper, of: Printed) {
  return printed(desk, paper, {
    name: paper.number,
    note: { subject: `${paper.kind} ${paper.number}`, patientId: of.patient_id },
    locationId: of.location_id,
  })
}

type Printing = {
  readonly name: string
  readonly note: { readonly subject: string; readonly patientId?: string }
  readonly locationId: string | undefined
}

async function printed(desk: Desk, paper: Paper, { name, note, locationId }: Printing) {
  const pdf = await desk.print(paper)
  await desk.store.write(async (tx) => tx.note({ action: 'print', ...note }), locationId)
  return { fileName: `${name}.pdf`, pdfBase64: base64(pdf) }
}

async function invoicePaper(read: Reader, invoice: InvoiceRow): Promise<InvoicePaper> {
  const payments = await listPayments(read, invoice.id)
  const balanceCents = leftToPay(invoice.total_cents, await entriesOf(read, invoice.id))
  return {
    kind: 'invoice',
    ...(await headOf(read, invoice)),
    number: invoice.number,
    recordedAt: invoice.issued_at,
    issuedDay: invoice.issued_day,
    lines: await linesOf(read, invoice.id),
    totalCents: invoice.total_cents,
    payments: payments.map(asPrinted),
    paidCents: addCents(invoice.total_cents, negate(balanceCents)),
    balanceCents,
  }
}

async function receiptPaper(read: Reader, invoice: InvoiceRow, payment: PaymentRow): Promise<ReceiptPaper> {
  const all = await listPayments(read, invoice.id)
  const upToThis = all.slice(0, all.findIndex((one) => one.id === payment.id) + 1)
  const paidCents = addCents(...upToThis.map((one) => one.amount_cents))
  return {
    kind: 'receipt',
    ...(await headOf(read, invoice)),
    number: payment.number,
    recordedAt: payment.taken_at,
    payment: asPrinted(payment),
    invoiceNumber: invoice.number,
    lines: await linesOf(read, invoice.id),
    totalCents: invoice.total_cents,
    paidCents,
    balanceCents: addCents(invoice.total_cents, negate(paidCents)),
  }
}

async function dischargePaper(read: Reader, infusion: InfusionRow): Promise<DischargePaper> {
  const discharge = found(await findDischarge(read, infusion.id))
  const patient = found(await findPatient(read, infusion.patient_id))
  const location = found(await findLocation(read, infusion.location_id))
  const practice = found(await findPractice(read))
  const nurse = await findStaff(read, discharge.discharged_by)
  const ended = localAt(infusion.stopped_at ?? discharge.discharged_at, location.zone)
  const left = localAt(discharge.discharged_at, location.zone)
  const next = await findNextAppointment(read, infusion.patient_id, left)
  const nextAt = next === undefined ? undefined : await findLocation(read, next.locationId)
  const noDrivingBefore = localAt(discharge.not_driving_before, location.zone)
  const letterhead: Letterhead = {
    practiceName: practice.name,
    legalName: practice.legalName,
    locationName: location.name,
    addressLines: addressLines(location.address),
    phone: location.phone,
    ...(practice.logoPng === '' ? {} : { logoPng: practice.logoPng }),
  }
  return {
    kind: 'discharge',
    language: patient.language,
    letterhead,
    number: sheetName(location.code, left, discharge.discharged_at),
    recordedAt: discharge.discharged_at,
    patient: {
      name: legalName(patient),
      addressLines: addressLines(patient.address),
      recordNumber: patient.recordNumber,
    },
    infusion: { day: ended.day, endedMinute: ended.minute },
    dischargedMinute: left.minute,
    dischargedBy: nurse?.name ?? '',
    escort: {
      name: discharge.escort_name,
      relationship: discharge.escort_relationship,
      phone: discharge.escort_phone,
    },
    noDrivingBefore,
    ...(next === undefined || nextAt === undefined
      ? {}
      : { nextAppointment: { day: next.day, startMinute: next.startMinute, locationName: nextAt.name } }),
  }
}

/** Clinic, day and second of the discharge, as two may share a minute; nothing of the patient. */
function sheetName(locationCode: string, { day, minute }: { day: string; minute: number }, at: number): string {
  const parts = [Math.floor(minute / 60), minute % 60, Math.floor(at / 1_000) % 60]
  return `discharge-${locationCode}-${day}-${parts.map((part) => String(part).padStart(2, '0')).join('')}`
}

/** What every paper of an invoice carries, as it was on the day it was issued; only the logo is today's. */
async function headOf(read: Reader, invoice: InvoiceRow) {
  const logoPng = (await findPractice(read))?.logoPng ?? ''
  return {
    language: invoice.language,
    letterhead: {
      practiceName: invoice.practice_name,
      legalName: invoice.legal_name,
      locationName: invoice.location_name,
      addressLines: invoice.location_address.split('\n').filter((line) => line !== ''),
      phone: invoice.location_phone,
      ...(invoice.ein === '' ? {} : { ein: invoice.ein }),
      ...(invoice.npi === '' ? {} : { npi: invoice.npi }),
      ...(logoPng === '' ? {} : { logoPng }),
    },
    patient: {
      name: invoice.patient_name,
      addressLines: invoice.patient_address.split('\n').filter((line) => line !== ''),
      recordNumber: invoice.record_number,
    },
    provider: {
      name: invoice.provider_name,
      credentials: invoice.provider_credentials,
      npi: invoice.provider_npi,
    },
  }
}

async function linesOf(read: Reader, invoiceId: string) {
  return (await listInvoiceLines(read, invoiceId)).map((line) => ({
    serviceDay: line.service_day,
    description: line.description,
    quantity: line.quantity,
    unitCents: line.unit_cents,
    discountCents: line.discount_cents,
    totalCents: line.total_cents,
  }))
}

async function entriesOf(read: Reader, invoiceId: string) {
  return (await listEntries(read, invoiceId)).map((entry) => ({ kind: entry.kind, amountCents: entry.amount_cents }))
}

function asPrinted(payment: PaymentRow): PaperPayment {
  return {
    day: payment.day,
    tender: payment.tender,
    amountCents: payment.amount_cents,
    ...(payment.reference === '' ? {} : { reference: payment.reference }),
  }
}

function base64(bytes: Uint8Array): string {
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    letters.push(String.fromCodePoint(...bytes.subarray(at, at + 8192)))
  }
  return btoa(letters.join(''))
}
