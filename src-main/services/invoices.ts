import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import {
  findDraft,
  findDraftOf,
  findInvoice,
  listDraftLines,
  listDrafts,
  listIssued,
  listUnbilled,
} from '#db/queries/invoices'
import type { DraftRow, InvoiceListRow } from '#db/queries/invoices'
import { findPatient } from '#db/queries/patients'
import { findLocation, findPractice } from '#db/queries/practice'
import { listServices } from '#db/queries/prices'
import { findStaff } from '#db/queries/staff'
import { findDevice } from '#db/queries/this-pc'
import { localAt } from '#domain/clock'
import { yearOf } from '#domain/dates'
import { invoiceNumber, invoiceTotal, lineProblems, lineTotal } from '#domain/invoice'
import { addCents, negate } from '#domain/money'
import { legalName } from '#domain/patient'
import { addressLines } from './columns.ts'
import type { Desk } from './desk.ts'
import { diagnosesOf, draftVisit, planOfVisit } from './invoice-draft.ts'
import { draftView, issuedView } from './invoice-view.ts'
import { found, Refusal, unchanged } from './refusal.ts'

type Line = Parameters<Handlers<Desk>['invoices']['changeDraft']>[1]['lines'][number]

/** From the completed visit to the issued invoice. */
export const invoices: Handlers<Desk>['invoices'] = {
  async list(desk, { standing, ...filter }) {
    const read = desk.store.read
    const drafts = standing === null || standing === 'draft' ? await listDrafts(read, filter) : []
    const issued = standing === 'draft' ? [] : await listIssued(read, filter, standing ?? undefined)
    return [...drafts.map((row) => rowOf(row, true)), ...issued.map((row) => rowOf(row, false))].slice(0, filter.limit)
  },

  async unbilled(desk, { locationId }) {
    const rows = await listUnbilled(desk.store.read, locationId)
    return rows.map(({ firstName, lastName, ...row }) => ({ ...row, patientName: legalName({ firstName, lastName }) }))
  },

  async get(desk, { invoiceId, patientId }) {
    const read = desk.store.read
    const invoice = await findInvoice(read, invoiceId)
    const view =
      invoice === undefined
        ? await draftView(read, found(await findDraft(read, invoiceId)))
        : await issuedView(read, invoice)
    // The patient named in the call is the one whose record is written as looked at: it must be this one.
    return found(patientId === undefined || patientId === view.patientId ? view : undefined)
  },

  draft: (desk, { appointmentId }) =>
    desk.store.write(async (tx) => {
      const known = await findDraftOf(tx, appointmentId)
      return { invoiceId: known?.id ?? (await draftVisit(tx, desk, appointmentId)) }
    }),

  async changeDraft(desk, { invoiceId, version, lines }) {
    await desk.store.write(async (tx) => {
      const draft = await openDraft(tx, invoiceId, version)
      checkLines(lines)
      const before = await listDraftLines(tx, draft.id)
      await checkServices(
        tx,
        lines,
        before.map((line) => line.service_id),
      )
      const codes = before[0]?.icd10_codes ?? (await codesOfVisit(tx, draft))
      for (const [position, line] of lines.entries()) {
        const columns = { position, ...lineColumns(line) }
        const old = before[position]
        if (old === undefined) {
          tx.insert('draft_line', { id: desk.newId(), draft_id: draft.id, ...columns, icd10_codes: codes })
        } else tx.change('draft_line', old.id, columns)
      }
      for (const gone of before.slice(lines.length)) tx.archive('draft_line', gone.id, 'taken off the draft')
    })
    return {}
  },

  async discardDraft(desk, { invoiceId, reason }) {
    await desk.store.write(async (tx) => {
      const draft = await openDraft(tx, invoiceId)
      tx.change('invoice_draft', draft.id, { status: 'discarded' }, reason)
    })
    return {}
  },

  issue: (desk, { invoiceId, version }) =>
    desk.store.write(async (tx) => {
      const issued = await findInvoice(tx, invoiceId)
      if (issued !== undefined) return { invoiceId, number: issued.number }
      const draft = await openDraft(tx, invoiceId, version)
      const lines = await listDraftLines(tx, draft.id)
      if (lines.length === 0) {
        throw new Refusal('invoice.no-lines', 'An invoice needs at least one line.', { path: 'lines' })
      }
      return { invoiceId, number: await issueDraft(tx, desk, draft, lines) }
    }),
}

function rowOf(row: InvoiceListRow, isDraft: boolean) {
  const { firstName, lastName, paidCents, locationId: _location, ...rest } = row
  const balanceCents = addCents(row.totalCents, negate(paidCents))
  const issued = balanceCents <= 0 ? ('settled' as const) : paidCents > 0 ? ('part-paid' as const) : ('open' as const)
  return {
    ...rest,
    patientName: legalName({ firstName, lastName }),
    standing: isDraft ? ('draft' as const) : issued,
    balanceCents,
  }
}

async function openDraft(tx: Writer, id: string, version?: string): Promise<DraftRow> {
  const draft = found(await findDraft(tx, id))
  if (draft.status === 'discarded') {
    throw new Refusal('invoice.discarded', 'Somebody discarded this draft. Bill the visit again to start a new one.')
  }
  if (draft.status !== 'draft') {
    throw new Refusal('invoice.not-a-draft', 'This is not a draft any more. An issued invoice is never changed.')
  }
  if (version !== undefined) unchanged(version, draft.version)
  tx.at(draft.location_id)
  return draft
}

function checkLines(lines: readonly Line[]): void {
  for (const [place, line] of lines.entries()) {
    const [problem] = lineProblems(line)
    if (problem === undefined) continue
    throw new Refusal('call.bad-input', 'This cannot be right.', {
      path: `lines.${place}.${problem.field}`,
      facts: { problem: problem.code === 'more-than-line' ? 'too-large' : 'invalid' },
    })
  }
}

/** Refuses a line of a service that is not sold; what stood on the draft before may stay. */
async function checkServices(tx: Writer, lines: readonly Line[], before: readonly (string | null)[]): Promise<void> {
  const sold = new Set([...before, ...(await listServices(tx)).map((service) => service.id), null])
  const place = lines.findIndex((line) => !sold.has(line.serviceId))
  if (place === -1) return
  throw new Refusal('record.not-found', 'This service does not exist.', { path: `lines.${place}.serviceId` })
}

/** The diagnoses that the lines of a visit carry: those of its plan. */
async function codesOfVisit(tx: Writer, draft: DraftRow): Promise<string> {
  const visit = draft.appointment_id === null ? undefined : await findAppointment(tx, draft.appointment_id)
  return visit === undefined ? '' : diagnosesOf(await planOfVisit(tx, visit))
}

function lineColumns(line: Line) {
  return {
    service_id: line.serviceId,
    service_day: line.serviceDay,
    description: line.description,
    quantity: line.quantity,
    unit_cents: line.unitCents,
    discount_cents: line.discountCents,
  }
}

/** Takes the next number and writes the invoice down as it is this day, with its charge. All checks come before. */
async function issueDraft(
  tx: Writer,
  desk: Desk,
  draft: DraftRow,
  lines: Awaited<ReturnType<typeof listDraftLines>>,
): Promise<string> {
  const patient = found(await findPatient(tx, draft.patient_id))
  const practice = found(await findPractice(tx))
  const location = found(await findLocation(tx, draft.location_id))
  const provider = found(await findStaff(tx, draft.provider_id))
  const { pc_number: pc } = await findDevice(tx)
  const now = desk.now()
  const day = localAt(now, location.zone).day
  const priced = lines.map((line) => ({
    quantity: line.quantity,
    unitCents: line.unit_cents,
    discountCents: line.discount_cents,
  }))
  const totalCents = invoiceTotal(priced)
  const series = `${location.code}${pc}-${yearOf(day)}`
  const count = tx.nextOf(`invoice ${series}`)
  const number = invoiceNumber(location.code, pc, yearOf(day), count)
  tx.insert('invoice', {
    id: draft.id,
    number,
    series,
    count,
    appointment_id: draft.appointment_id,
    patient_id: patient.id,
    location_id: location.id,
    provider_id: provider.id,
    issued_at: now,
    issued_day: day,
    total_cents: totalCents,
    issued_by: desk.me.staffId,
    language: patient.language,
    patient_name: legalName(patient),
    patient_address: addressLines(patient.address).join('\n'),
    record_number: patient.recordNumber,
    provider_name: provider.name,
    provider_credentials: provider.credentials,
    provider_npi: provider.npi,
    practice_name: practice.name,
    legal_name: practice.legalName,
    ein: practice.ein,
    npi: practice.npi,
    location_name: location.name,
    location_address: addressLines(location.address).join('\n'),
    location_phone: location.phone,
  })
  for (const [position, line] of lines.entries()) {
    const { id: _draftLine, draft_id: _draft, archived_at: _at, archive_reason: _why, ...columns } = line
    const total = lineTotal(priced[position] ?? { quantity: 0, unitCents: totalCents, discountCents: totalCents })
    tx.insert('invoice_line', { id: desk.newId(), invoice_id: draft.id, ...columns, position, total_cents: total })
  }
  tx.insert('ledger_entry', {
    id: desk.newId(),
    patient_id: patient.id,
    invoice_id: draft.id,
    payment_id: null,
    location_id: location.id,
    kind: 'charge',
    amount_cents: totalCents,
    day,
    at: now,
  })
  tx.change('invoice_draft', draft.id, { status: 'issued' })
  return number
}
