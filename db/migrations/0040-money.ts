import type { Database } from 'better-sqlite3'

const life = 'archived_at INTEGER, archive_reason TEXT'

function to(table: string): string {
  return `REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`
}

/** Services and prices, drafts, issued invoices with their lines, payments, the ledger. */
export function up(db: Database): void {
  db.exec(`
CREATE TABLE service (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, name_es TEXT NOT NULL, code TEXT NOT NULL,
  protocol_id TEXT ${to('protocol')}, ${life}
) STRICT;
CREATE TABLE service_price (
  id TEXT PRIMARY KEY, service_id TEXT NOT NULL ${to('service')}, location_id TEXT NOT NULL ${to('location')},
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0), from_day TEXT NOT NULL
) STRICT;
CREATE INDEX service_price_service ON service_price (service_id, location_id, from_day);
CREATE TABLE invoice_draft (
  id TEXT PRIMARY KEY, appointment_id TEXT ${to('appointment')}, patient_id TEXT NOT NULL ${to('patient')},
  location_id TEXT NOT NULL ${to('location')}, provider_id TEXT NOT NULL ${to('staff_member')}, day TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'discarded')), ${life}
) STRICT;
CREATE INDEX invoice_draft_appointment ON invoice_draft (appointment_id);
CREATE INDEX invoice_draft_status ON invoice_draft (status);
CREATE TABLE draft_line (
  id TEXT PRIMARY KEY, draft_id TEXT NOT NULL ${to('invoice_draft')}, position INTEGER NOT NULL,
  service_id TEXT ${to('service')}, service_day TEXT NOT NULL, description TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0), unit_cents INTEGER NOT NULL CHECK (unit_cents >= 0),
  discount_cents INTEGER NOT NULL CHECK (discount_cents >= 0), icd10_codes TEXT NOT NULL, ${life}
) STRICT;
CREATE INDEX draft_line_draft ON draft_line (draft_id);
CREATE TABLE invoice (
  id TEXT PRIMARY KEY, number TEXT NOT NULL, series TEXT NOT NULL, count INTEGER NOT NULL,
  appointment_id TEXT ${to('appointment')}, patient_id TEXT NOT NULL ${to('patient')},
  location_id TEXT NOT NULL ${to('location')}, provider_id TEXT NOT NULL ${to('staff_member')},
  issued_at INTEGER NOT NULL, issued_day TEXT NOT NULL, total_cents INTEGER NOT NULL CHECK (total_cents >= 0),
  issued_by TEXT NOT NULL ${to('staff_member')}, language TEXT NOT NULL, patient_name TEXT NOT NULL,
  patient_address TEXT NOT NULL, record_number TEXT NOT NULL, provider_name TEXT NOT NULL,
  provider_credentials TEXT NOT NULL, provider_npi TEXT NOT NULL, practice_name TEXT NOT NULL,
  legal_name TEXT NOT NULL, ein TEXT NOT NULL, npi TEXT NOT NULL, location_name TEXT NOT NULL,
  location_address TEXT NOT NULL, location_phone TEXT NOT NULL
) STRICT;
CREATE INDEX invoice_number ON invoice (number);
CREATE INDEX invoice_patient ON invoice (patient_id);
CREATE INDEX invoice_day ON invoice (issued_day);
CREATE TABLE invoice_line (
  id TEXT PRIMARY KEY, invoice_id TEXT NOT NULL ${to('invoice')}, position INTEGER NOT NULL,
  service_id TEXT ${to('service')}, service_day TEXT NOT NULL, description TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0), unit_cents INTEGER NOT NULL, discount_cents INTEGER NOT NULL,
  total_cents INTEGER NOT NULL, icd10_codes TEXT NOT NULL, CHECK (total_cents = quantity * unit_cents - discount_cents)
) STRICT;
CREATE INDEX invoice_line_invoice ON invoice_line (invoice_id);
CREATE TABLE payment (
  id TEXT PRIMARY KEY, number TEXT NOT NULL, click_id TEXT NOT NULL, invoice_id TEXT NOT NULL ${to('invoice')},
  patient_id TEXT NOT NULL ${to('patient')}, location_id TEXT NOT NULL ${to('location')}, day TEXT NOT NULL,
  taken_at INTEGER NOT NULL, tender TEXT NOT NULL, amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  handed_cents INTEGER, reference TEXT NOT NULL, taken_by TEXT NOT NULL ${to('staff_member')}
) STRICT;
CREATE INDEX payment_invoice ON payment (invoice_id);
CREATE INDEX payment_click ON payment (click_id);
CREATE TABLE ledger_entry (
  id TEXT PRIMARY KEY, patient_id TEXT NOT NULL ${to('patient')}, invoice_id TEXT ${to('invoice')},
  payment_id TEXT ${to('payment')}, location_id TEXT NOT NULL ${to('location')},
  kind TEXT NOT NULL CHECK (kind IN ('charge', 'payment', 'refund', 'credit', 'adjustment')),
  amount_cents INTEGER NOT NULL, day TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_entry_patient ON ledger_entry (patient_id, amount_cents);
CREATE INDEX ledger_entry_invoice ON ledger_entry (invoice_id, amount_cents);

CREATE VIEW number_clash AS SELECT number, count(*) AS times FROM invoice GROUP BY number HAVING count(*) > 1;
`)
  const facts = ['service_price', 'invoice', 'invoice_line', 'payment', 'ledger_entry']
  for (const table of ['service', 'invoice_draft', 'draft_line', ...facts]) {
    const onUpdate = facts.includes(table) ? `RAISE(ABORT, 'a fact is never changed')` : `guard_write('${table}')`
    db.exec(`
CREATE TRIGGER ${table}_guard_insert BEFORE INSERT ON ${table} BEGIN SELECT guard_write('${table}'); END;
CREATE TRIGGER ${table}_guard_update BEFORE UPDATE ON ${table} BEGIN SELECT ${onUpdate}; END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'rows are archived, never deleted'); END;
`)
  }
}
