import type { SyncedSchema } from './schema.ts'

type Columns<T extends keyof SyncedSchema> = Exclude<keyof SyncedSchema[T] & string, 'id'>

/** Which columns of a table change together; `keepBoth` names the groups whose rival versions a person must see. */
export type TableRule<T extends keyof SyncedSchema = keyof SyncedSchema> = {
  readonly groups: Readonly<Record<string, readonly Columns<T>[]>>
  readonly keepBoth?: readonly string[]
  /** A fact is appended once and never changed. */
  readonly isFact?: true
}

const life = ['archived_at', 'archive_reason'] as const
const address = ['street', 'street2', 'city', 'state', 'postal_code'] as const

/**
 * The merge rule of every replicated table: each column but `id` is in exactly one group (tested), a group is always
 * written and logged whole, different groups never conflict, in one group the later clock wins.
 */
export const mergeGroups: { readonly [T in keyof SyncedSchema]: TableRule<T> } = {
  practice: {
    groups: { name: ['name', 'legal_name'], identity: ['ein', 'npi'], contact: ['phone'], logo: ['logo_png'], life },
  },
  location: { groups: { code: ['code'], name: ['name'], address, contact: ['phone'], zone: ['zone'], life } },
  opening_hours: { groups: { hours: ['location_id', 'weekday', 'open_minute', 'close_minute'], life } },
  room: { groups: { place: ['location_id'], name: ['name'], position: ['position'], life } },
  staff_member: {
    groups: { name: ['name'], sign_in: ['sign_in_name'], identity: ['credentials', 'npi'], life },
  },
  staff_post: { groups: { post: ['staff_member_id', 'role', 'location_id'], life } },
  patient: {
    groups: {
      record: ['record_number'],
      name: ['first_name', 'last_name', 'preferred_name'],
      birth: ['birth_day'],
      contact: ['phone', 'email'],
      address,
      language: ['language'],
      home: ['home_location_id'],
      notes: ['desk_notes'],
      life,
    },
    keepBoth: ['birth'],
  },
  patient_alert: { groups: { alert: ['patient_id', 'text'], life }, keepBoth: ['alert'] },
  protocol: {
    groups: {
      name: ['name', 'kind', 'phase'],
      course: ['planned_infusions', 'window_min_days', 'window_max_days', 'min_gap_days', 'infusion_minutes'],
      dose: ['micrograms_per_kg'],
      life,
    },
    keepBoth: ['dose'],
  },
  treatment_plan: {
    groups: {
      origin: ['patient_id', 'protocol_id', 'started_day'],
      provider: ['provider_id'],
      indication: ['indication'],
      clinical_notes: ['clinical_notes'],
      dose: ['micrograms_per_kg'],
      course: ['planned_infusions', 'window_min_days', 'window_max_days', 'min_gap_days', 'infusion_minutes'],
      price: ['price_cents'],
      status: ['status', 'stop_reason'],
      life,
    },
    keepBoth: ['dose'],
  },
  plan_diagnosis: { groups: { diagnosis: ['plan_id', 'code', 'position'], life } },
  appointment: {
    groups: {
      subject: ['patient_id', 'plan_id', 'kind'],
      slot: [
        'location_id',
        'room_id',
        'provider_id',
        'nurse_id',
        'day',
        'start_minute',
        'minutes',
        'check_in_minutes',
        'iv_minutes',
        'recovery_minutes',
        'turnover_minutes',
      ],
      status: ['status', 'status_since', 'status_reason'],
      notes: ['notes'],
      life,
    },
    keepBoth: ['slot'],
  },
  escort: {
    groups: {
      who: ['appointment_id', 'name', 'relationship', 'phone'],
      expected: ['expected_at'],
      arrival: ['arrived_at'],
      life,
    },
  },
  infusion: {
    groups: {
      subject: ['appointment_id', 'patient_id', 'plan_id', 'location_id'],
      dose: [
        'micrograms_per_kg',
        'infusion_minutes',
        'weight_grams',
        'weighed_at',
        'concentration_mg_per_ml',
        'dose_micrograms',
        'is_range_confirmed',
      ],
      stage: ['stage', 'started_at', 'stopped_at'],
      notes: ['notes'],
      life,
    },
    keepBoth: ['dose'],
  },
  working_hours: {
    groups: { hours: ['staff_member_id', 'room_id', 'location_id', 'weekday', 'from_minute', 'to_minute'], life },
  },
  closure: { groups: { days: ['location_id', 'from_day', 'until_day', 'reason'], life } },
  absence: {
    groups: {
      days: ['staff_member_id', 'room_id', 'from_day', 'until_day', 'from_minute', 'to_minute', 'reason'],
      life,
    },
  },
  visit_template: {
    groups: {
      what: ['kind', 'protocol_kind'],
      name: ['name', 'name_es'],
      blocks: ['check_in_minutes', 'iv_minutes', 'visit_minutes', 'recovery_minutes', 'turnover_minutes'],
      life,
    },
  },
  schedule_rule: {
    groups: {
      people: ['nurse_capacity', 'travel_minutes'],
      waiting: ['late_minutes', 'waiting_minutes'],
      notice: ['notice_hours', 'notice_clock', 'strikes'],
      fees: ['late_cancel_cents', 'no_show_cents'],
      life,
    },
  },
  booking_override: {
    groups: { allowed: ['appointment_id', 'what', 'reason', 'allowed_by', 'allowed_at'], life },
  },
  readiness_mark: {
    isFact: true,
    groups: { fact: ['appointment_id', 'dot', 'is_met', 'marked_at', 'marked_by', 'note'] },
  },
  contact_attempt: {
    isFact: true,
    groups: {
      fact: ['patient_id', 'appointment_id', 'location_id', 'about', 'outcome', 'called_at', 'called_by', 'note'],
    },
  },
  waiting_entry: {
    groups: {
      wish: [
        'patient_id',
        'kind',
        'location_id',
        'provider_id',
        'weekdays',
        'from_day',
        'until_day',
        'from_minute',
        'to_minute',
        'urgency',
        'since',
      ],
      notes: ['notes'],
      life,
    },
  },
  hold_lift: { isFact: true, groups: { fact: ['reading_id', 'reason', 'lifted_at', 'lifted_by'] } },
  vitals_reading: {
    isFact: true,
    groups: {
      fact: [
        'infusion_id',
        'measured_at',
        'systolic',
        'diastolic',
        'heart_rate',
        'respiratory_rate',
        'spo2',
        'taken_by',
      ],
    },
  },
  adverse_event: {
    groups: { event: ['infusion_id', 'what', 'grade', 'started_at', 'notes'], end: ['ended_at'], life },
  },
  discharge: {
    isFact: true,
    groups: {
      fact: [
        'infusion_id',
        'discharged_at',
        'escort_name',
        'escort_relationship',
        'escort_phone',
        'is_orientated',
        'walks_steadily',
        'instructions_to',
        'not_driving_before',
        'discharged_by',
      ],
    },
  },
  service: { groups: { name: ['name', 'name_es', 'code'], protocol: ['protocol_id'], visit: ['visit_kind'], life } },
  service_price: { isFact: true, groups: { fact: ['service_id', 'location_id', 'amount_cents', 'from_day'] } },
  invoice_draft: {
    groups: {
      subject: ['appointment_id', 'patient_id', 'location_id', 'provider_id', 'day'],
      status: ['status'],
      life,
    },
  },
  draft_line: {
    groups: {
      line: [
        'draft_id',
        'position',
        'service_id',
        'service_day',
        'description',
        'quantity',
        'unit_cents',
        'discount_cents',
        'icd10_codes',
      ],
      life,
    },
  },
  invoice: {
    isFact: true,
    groups: {
      fact: [
        'number',
        'series',
        'count',
        'appointment_id',
        'patient_id',
        'location_id',
        'provider_id',
        'issued_at',
        'issued_day',
        'total_cents',
        'issued_by',
        'language',
        'patient_name',
        'patient_address',
        'record_number',
        'provider_name',
        'provider_credentials',
        'provider_npi',
        'practice_name',
        'legal_name',
        'ein',
        'npi',
        'location_name',
        'location_address',
        'location_phone',
      ],
    },
  },
  invoice_line: {
    isFact: true,
    groups: {
      fact: [
        'invoice_id',
        'position',
        'service_id',
        'service_day',
        'description',
        'quantity',
        'unit_cents',
        'discount_cents',
        'total_cents',
        'icd10_codes',
      ],
    },
  },
  payment: {
    isFact: true,
    groups: {
      fact: [
        'number',
        'click_id',
        'invoice_id',
        'patient_id',
        'location_id',
        'day',
        'taken_at',
        'tender',
        'amount_cents',
        'handed_cents',
        'reference',
        'taken_by',
      ],
    },
  },
  ledger_entry: {
    isFact: true,
    groups: {
      fact: ['patient_id', 'invoice_id', 'payment_id', 'location_id', 'kind', 'amount_cents', 'day', 'at'],
    },
  },
}

/** The replicated tables, by name. */
export type SyncedTable = keyof SyncedSchema

/** Whether a name is that of a replicated table. */
export function isSyncedTable(name: string): name is SyncedTable {
  return Object.hasOwn(mergeGroups, name)
}

/** The names of all replicated tables. */
export function syncedTables(): readonly SyncedTable[] {
  return Object.keys(mergeGroups).filter(isSyncedTable)
}

/** The replicated tables whose rows may change: those with a life. */
export type MutableTable = {
  [T in SyncedTable]: 'archived_at' extends keyof SyncedSchema[T] ? T : never
}[SyncedTable]

/** The groups of a table, each with its columns. */
export function groupsOf(table: SyncedTable): readonly (readonly [group: string, columns: readonly string[]])[] {
  return Object.entries(mergeGroups[table].groups)
}
