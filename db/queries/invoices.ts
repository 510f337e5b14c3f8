import { sql } from 'kysely'
import { versionColumn } from '#db/queries/versions'
import type { Reader, Writer } from '#db/open'
import type { DraftLineTable, InvoiceDraftTable, InvoiceLineTable, InvoiceTable } from '#db/schema'
import type { Day } from '#domain/dates'
import type { Standing } from '#domain/invoice'
import { cents } from '#domain/money'
import type { Cents } from '#domain/money'

/** A draft as it is stored, with the clock of its last change or of its lines. */
export type DraftRow = InvoiceDraftTable & { version: string }

/** An issued invoice as it was written down that day. */
export type InvoiceRow = InvoiceTable

/** A draft or an issued invoice in a list; `paidCents` is what the ledger took off the charge. */
export type InvoiceListRow = {
  id: string
  number: string
  patientId: string
  firstName: string
  lastName: string
  locationId: string
  locationCode: string
  day: Day
  totalCents: Cents
  paidCents: Cents
}

/** A visit that is over and that no draft or invoice names. */
export type UnbilledRow = {
  appointmentId: string
  patientId: string
  firstName: string
  lastName: string
  day: Day
  locationCode: string
}

/** Which invoices a list holds. */
export type InvoiceFilter = { locationId: string | null; patientId: string | null; limit: number }

/** The drafts that are still drafts, newest first. */
export async function listDrafts(db: Reader | Writer, filter: InvoiceFilter): Promise<InvoiceListRow[]> {
  let rows = db
    .selectFrom('invoice_draft')
    .innerJoin('patient', 'patient.id', 'invoice_draft.patient_id')
    .innerJoin('location', 'location.id', 'invoice_draft.location_id')
    .select([
      'invoice_draft.id',
      sql<string>`''`.as('number'),
      'invoice_draft.patient_id as patientId',
      'patient.first_name as firstName',
      'patient.last_name as lastName',
      'invoice_draft.location_id as locationId',
      'location.code as locationCode',
      'invoice_draft.day',
      sql<Cents>`(SELECT coalesce(sum(l.quantity * l.unit_cents - l.discount_cents), 0) FROM draft_line l
        WHERE l.draft_id = invoice_draft.id AND l.archived_at IS NULL)`.as('totalCents'),
      sql<Cents>`0`.as('paidCents'),
    ])
    .where('invoice_draft.status', '=', 'draft')
  if (filter.locationId !== null) rows = rows.where('invoice_draft.location_id', '=', filter.locationId)
  if (filter.patientId !== null) rows = rows.where('invoice_draft.patient_id', '=', filter.patientId)
  return rows.orderBy('invoice_draft.day', 'desc').orderBy('invoice_draft.id', 'desc').limit(filter.limit).execute()
}

const paidCents = sql<Cents>`(SELECT -coalesce(sum(e.amount_cents), 0) FROM ledger_entry e
  WHERE e.invoice_id = invoice.id AND e.kind <> 'charge')`

/** The issued invoices, newest first; of one standing alone when it is named, so that the limit counts only those. */
export async function listIssued(
  db: Reader | Writer,
  filter: InvoiceFilter,
  standing?: Standing,
): Promise<InvoiceListRow[]> {
  let rows = db
    .selectFrom('invoice')
    .innerJoin('patient', 'patient.id', 'invoice.patient_id')
    .innerJoin('location', 'location.id', 'invoice.location_id')
    .select([
      'invoice.id',
      'invoice.number',
      'invoice.patient_id as patientId',
      'patient.first_name as firstName',
      'patient.last_name as lastName',
      'invoice.location_id as locationId',
      'location.code as locationCode',
      'invoice.issued_day as day',
      'invoice.total_cents as totalCents',
      paidCents.as('paidCents'),
    ])
  if (filter.locationId !== null) rows = rows.where('invoice.location_id', '=', filter.locationId)
  if (filter.patientId !== null) rows = rows.where('invoice.patient_id', '=', filter.patientId)
  if (standing === 'settled') rows = rows.where(paidCents, '>=', sql.ref<Cents>('invoice.total_cents'))
  else if (standing !== undefined) {
    rows = rows
      .where(paidCents, '<', sql.ref<Cents>('invoice.total_cents'))
      .where(paidCents, standing === 'open' ? '<=' : '>', cents(0))
  }
  return rows.orderBy('invoice.issued_at', 'desc').orderBy('invoice.id', 'desc').limit(filter.limit).execute()
}

/** Visits of every kind that are over, or discharged, and that no draft or invoice names; oldest first. */
export async function listUnbilled(db: Reader | Writer, locationId: string | null): Promise<UnbilledRow[]> {
  let rows = db
    .selectFrom('appointment')
    .innerJoin('patient', 'patient.id', 'appointment.patient_id')
    .innerJoin('location', 'location.id', 'appointment.location_id')
    .select([
      'appointment.id as appointmentId',
      'appointment.patient_id as patientId',
      'patient.first_name as firstName',
      'patient.last_name as lastName',
      'appointment.day',
      'location.code as locationCode',
    ])
    .where('appointment.status', 'in', ['ready', 'completed'])
    .where('appointment.archived_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('invoice_draft')
            .select('invoice_draft.id')
            .whereRef('invoice_draft.appointment_id', '=', 'appointment.id')
            .where('invoice_draft.status', '!=', 'discarded'),
        ),
      ),
    )
  if (locationId !== null) rows = rows.where('appointment.location_id', '=', locationId)
  return rows.orderBy('appointment.day').orderBy('appointment.start_minute').execute()
}

/** A draft, also one that was issued or discarded since; undefined when there is none. */
export async function findDraft(db: Reader | Writer, id: string): Promise<DraftRow | undefined> {
  return draftRows(db).where('invoice_draft.id', '=', id).executeTakeFirst()
}

/** The draft of an appointment that was not discarded; undefined when there is none. */
export async function findDraftOf(db: Reader | Writer, appointmentId: string): Promise<DraftRow | undefined> {
  return draftRows(db)
    .where('invoice_draft.appointment_id', '=', appointmentId)
    .where('invoice_draft.status', '!=', 'discarded')
    .executeTakeFirst()
}

/** The lines of a draft in their order. */
export async function listDraftLines(db: Reader | Writer, draftId: string): Promise<DraftLineTable[]> {
  return db
    .selectFrom('draft_line')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .execute()
}

/** An issued invoice as it was that day; undefined when there is none. */
export async function findInvoice(db: Reader | Writer, id: string): Promise<InvoiceRow | undefined> {
  return db.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The lines of an issued invoice in their order. */
export async function listInvoiceLines(db: Reader | Writer, invoiceId: string): Promise<InvoiceLineTable[]> {
  return db.selectFrom('invoice_line').selectAll().where('invoice_id', '=', invoiceId).orderBy('position').execute()
}

function draftRows(db: Reader | Writer) {
  return db
    .selectFrom('invoice_draft')
    .selectAll('invoice_draft')
    .select(
      sql<string>`max(coalesce(${versionColumn('invoice_draft', 'invoice_draft.id')}, ''), coalesce((SELECT max(c.hlc)
        FROM row_clock c JOIN draft_line l ON l.id = c.row_id
        WHERE c.table_name = 'draft_line' AND l.draft_id = invoice_draft.id), ''))`.as('version'),
    )
}
