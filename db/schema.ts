import type { Day } from '#domain/dates'
import type { Cents } from '#domain/money'
import type { Role } from '#domain/roles'
import type { AppointmentKind, AppointmentStatus } from '#domain/appointment-status'
import type { SchedulingSchema } from './schema-scheduling.ts'

/** When and why a row was taken out of use. */
export type Life = { archived_at: number | null; archive_reason: string | null }
/** A yes or no as SQLite keeps it. */
export type Flag = 0 | 1

/** The company. One row. */
export type PracticeTable = Life & {
  id: string
  name: string
  legal_name: string
  ein: string
  npi: string
  phone: string
  logo_png: string
}

/** A clinic of the company; `zone` is an IANA time zone. */
export type LocationTable = Life & {
  id: string
  code: string
  name: string
  street: string
  street2: string
  city: string
  state: string
  postal_code: string
  phone: string
  zone: string
}

/** One weekday (0 is Sunday) on which a location is open, in minutes of its own day. */
export type OpeningHoursTable = Life & {
  id: string
  location_id: string
  weekday: number
  open_minute: number
  close_minute: number
}

/** A chair or room that can be booked. */
export type RoomTable = Life & { id: string; location_id: string; name: string; position: number }

/** A person with a sign-in. The secret that proves it stands in the key file, never here. */
export type StaffMemberTable = Life & {
  id: string
  name: string
  sign_in_name: string
  credentials: string
  npi: string
}

/** A role that somebody holds at a location, or everywhere when there is none. */
export type StaffPostTable = Life & { id: string; staff_member_id: string; role: Role; location_id: string | null }

/** Somebody who is treated. */
export type PatientTable = Life & {
  id: string
  record_number: string
  first_name: string
  last_name: string
  preferred_name: string
  birth_day: Day
  phone: string
  email: string
  street: string
  street2: string
  city: string
  state: string
  postal_code: string
  language: 'en' | 'es'
  home_location_id: string
  desk_notes: string
}

/** One thing everybody who meets the patient must know. */
export type PatientAlertTable = Life & { id: string; patient_id: string; text: string }

/** A template of a plan. Dose in micrograms a kilogram. */
export type ProtocolTable = Life & {
  id: string
  name: string
  kind: 'mood' | 'pain'
  phase: 'induction' | 'maintenance'
  planned_infusions: number
  window_min_days: number
  window_max_days: number
  min_gap_days: number
  infusion_minutes: number
  micrograms_per_kg: number
}

/** What clinicians decided for a patient. `price_cents` is one infusion's agreed price; none means the location's. */
export type TreatmentPlanTable = Life & {
  id: string
  patient_id: string
  protocol_id: string
  provider_id: string
  started_day: Day
  indication: string
  clinical_notes: string
  micrograms_per_kg: number
  planned_infusions: number
  window_min_days: number
  window_max_days: number
  min_gap_days: number
  infusion_minutes: number
  price_cents: Cents | null
  status: 'active' | 'completed' | 'stopped'
  stop_reason: string
}

/** An ICD-10-CM code of a plan, in the order of importance. */
export type PlanDiagnosisTable = Life & { id: string; plan_id: string; code: string; position: number }

/**
 * A booking: a location's local day, start minute and length, and how the length is divided: what the four blocks leave
 * is the visit itself. A booking without blocks needs everybody for the whole time.
 */
export type AppointmentTable = Life & {
  id: string
  patient_id: string
  plan_id: string | null
  kind: AppointmentKind
  location_id: string
  room_id: string
  provider_id: string
  nurse_id: string | null
  day: Day
  start_minute: number
  minutes: number
  check_in_minutes: number | null
  iv_minutes: number | null
  recovery_minutes: number | null
  turnover_minutes: number | null
  status: AppointmentStatus
  status_since: number
  status_reason: string
  notes: string
}

/** Who takes the patient home from an appointment. */
export type EscortTable = Life & {
  id: string
  appointment_id: string
  name: string
  relationship: string
  phone: string
  expected_at: number | null
  arrived_at: number | null
}

/** The record of one treatment. Weight in grams, dose in micrograms of ketamine base. */
export type InfusionTable = Life & {
  id: string
  appointment_id: string
  patient_id: string
  plan_id: string | null
  location_id: string
  micrograms_per_kg: number
  infusion_minutes: number
  weight_grams: number | null
  weighed_at: number | null
  concentration_mg_per_ml: number
  dose_micrograms: number | null
  is_range_confirmed: Flag
  stage: 'preparing' | 'infusing' | 'recovering' | 'discharged'
  started_at: number | null
  stopped_at: number | null
  notes: string
}

/** One set of vitals; never changed. */
export type VitalsReadingTable = {
  id: string
  infusion_id: string
  measured_at: number
  systolic: number
  diastolic: number
  heart_rate: number
  respiratory_rate: number | null
  spo2: number
  taken_by: string
}

/** A provider lets an infusion start although the reading holds it. */
export type HoldLiftTable = { id: string; reading_id: string; reason: string; lifted_at: number; lifted_by: string }

/** Something unwanted that happened; grade by CTCAE, 1 to 5. */
export type AdverseEventTable = Life & {
  id: string
  infusion_id: string
  what: string
  grade: number
  started_at: number
  ended_at: number | null
  notes: string
}

/** The patient left, with whom, and from when driving is allowed; never changed. */
export type DischargeTable = {
  id: string
  infusion_id: string
  discharged_at: number
  escort_name: string
  escort_relationship: string
  escort_phone: string
  is_orientated: Flag
  walks_steadily: Flag
  instructions_to: string
  not_driving_before: number
  discharged_by: string
}

/** A priced item. */
export type ServiceTable = Life & {
  id: string
  name: string
  name_es: string
  code: string
  protocol_id: string | null
  visit_kind: 'consultation' | 'check' | null
}

/** What a service costs at a location from a day on; never changed. */
export type ServicePriceTable = {
  id: string
  service_id: string
  location_id: string
  amount_cents: Cents
  from_day: Day
}

/** An invoice before it is issued; its id becomes the invoice's. */
export type InvoiceDraftTable = Life & {
  id: string
  appointment_id: string | null
  patient_id: string
  location_id: string
  provider_id: string
  day: Day
  status: 'draft' | 'issued' | 'discarded'
}

/** A line of a draft. */
export type DraftLineTable = Life & {
  id: string
  draft_id: string
  position: number
  service_id: string | null
  service_day: Day
  description: string
  quantity: number
  unit_cents: Cents
  discount_cents: Cents
  icd10_codes: string
}

/** An issued invoice with all that is printed on it, as it was that day; never changed. */
export type InvoiceTable = {
  id: string
  number: string
  series: string
  count: number
  appointment_id: string | null
  patient_id: string
  location_id: string
  provider_id: string
  issued_at: number
  issued_day: Day
  total_cents: Cents
  issued_by: string
  language: 'en' | 'es'
  patient_name: string
  patient_address: string
  record_number: string
  provider_name: string
  provider_credentials: string
  provider_npi: string
  practice_name: string
  legal_name: string
  ein: string
  npi: string
  location_name: string
  location_address: string
  location_phone: string
}

/** A line of an issued invoice; codes separated by blanks; never changed. */
export type InvoiceLineTable = {
  id: string
  invoice_id: string
  position: number
  service_id: string | null
  service_day: Day
  description: string
  quantity: number
  unit_cents: Cents
  discount_cents: Cents
  total_cents: Cents
  icd10_codes: string
}

/** Money that came in; `click_id` makes the same click count once; never changed. */
export type PaymentTable = {
  id: string
  number: string
  click_id: string
  invoice_id: string
  patient_id: string
  location_id: string
  day: Day
  taken_at: number
  tender: 'cash' | 'check' | 'card' | 'hsa' | 'financing'
  amount_cents: Cents
  handed_cents: Cents | null
  reference: string
  taken_by: string
}

/** One line of the ledger: charges are positive, payments negative; never changed. */
export type LedgerEntryTable = {
  id: string
  patient_id: string
  invoice_id: string | null
  payment_id: string | null
  location_id: string
  kind: 'charge' | 'payment' | 'refund' | 'credit' | 'adjustment'
  amount_cents: Cents
  day: Day
  at: number
}

/** The replicated tables by name. */
export type SyncedSchema = SchedulingSchema & {
  practice: PracticeTable
  location: LocationTable
  opening_hours: OpeningHoursTable
  room: RoomTable
  staff_member: StaffMemberTable
  staff_post: StaffPostTable
  patient: PatientTable
  patient_alert: PatientAlertTable
  protocol: ProtocolTable
  treatment_plan: TreatmentPlanTable
  plan_diagnosis: PlanDiagnosisTable
  appointment: AppointmentTable
  escort: EscortTable
  infusion: InfusionTable
  vitals_reading: VitalsReadingTable
  hold_lift: HoldLiftTable
  adverse_event: AdverseEventTable
  discharge: DischargeTable
  service: ServiceTable
  service_price: ServicePriceTable
  invoice_draft: InvoiceDraftTable
  draft_line: DraftLineTable
  invoice: InvoiceTable
  invoice_line: InvoiceLineTable
  payment: PaymentTable
  ledger_entry: LedgerEntryTable
}
