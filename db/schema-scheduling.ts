import type { AppointmentKind } from '#domain/appointment-status'
import type { ContactAbout, ContactOutcome } from '#domain/contact'
import type { Day } from '#domain/dates'
import type { Cents } from '#domain/money'
import type { ProtocolKind } from '#domain/plan'
import type { ReadinessDot } from '#domain/readiness'
import type { Flag, Life } from './schema.ts'

/** One weekday (0 is Sunday) on which a staff member works, or a room is used, at a location. */
export type WorkingHoursTable = Life & {
  id: string
  staff_member_id: string | null
  room_id: string | null
  location_id: string
  weekday: number
  from_minute: number
  to_minute: number
}

/** Days on which a location, or the whole practice, is closed; both ends included. */
export type ClosureTable = Life & {
  id: string
  location_id: string | null
  from_day: Day
  until_day: Day
  reason: string
}

/** Days, or hours of them, on which a staff member is away or a room is out of use; both ends included. */
export type AbsenceTable = Life & {
  id: string
  staff_member_id: string | null
  room_id: string | null
  from_day: Day
  until_day: Day
  from_minute: number | null
  to_minute: number | null
  reason: string
}

/** How long the blocks of a kind of visit are; a plan's own infusion minutes go before `visit_minutes`. */
export type VisitTemplateTable = Life & {
  id: string
  kind: AppointmentKind
  protocol_kind: ProtocolKind | null
  name: string
  name_es: string
  check_in_minutes: number
  iv_minutes: number
  visit_minutes: number
  recovery_minutes: number
  turnover_minutes: number
}

/** The practice's own rules of scheduling. One row. */
export type ScheduleRuleTable = Life & {
  id: string
  nurse_capacity: number
  travel_minutes: number
  late_minutes: number
  waiting_minutes: number
  notice_hours: number
  notice_clock: 'hours' | 'business-hours'
  strikes: number
  late_cancel_cents: Cents
  no_show_cents: Cents
}

/** A clash or closed hours that somebody allowed for a booking, and why. */
export type BookingOverrideTable = Life & {
  id: string
  appointment_id: string
  what: string
  reason: string
  allowed_by: string
  allowed_at: number
}

/** Somebody found a condition of a visit met, or not; never changed, the latest holds. */
export type ReadinessMarkTable = {
  id: string
  appointment_id: string
  dot: ReadinessDot
  is_met: Flag
  marked_at: number
  marked_by: string
  note: string
}

/** A call to a patient and what came of it; never changed. */
export type ContactAttemptTable = {
  id: string
  patient_id: string
  appointment_id: string | null
  location_id: string
  about: ContactAbout
  outcome: ContactOutcome
  called_at: number
  called_by: string
  note: string
}

/** Somebody who wants a time that is not free yet. `weekdays` has one bit a weekday, Sunday the lowest. */
export type WaitingEntryTable = Life & {
  id: string
  patient_id: string
  kind: AppointmentKind
  location_id: string | null
  provider_id: string | null
  weekdays: number
  from_day: Day
  until_day: Day | null
  from_minute: number
  to_minute: number
  urgency: 'soon' | 'flexible'
  since: number
  notes: string
}

/** The replicated tables of scheduling, by name. */
export type SchedulingSchema = {
  working_hours: WorkingHoursTable
  closure: ClosureTable
  absence: AbsenceTable
  visit_template: VisitTemplateTable
  schedule_rule: ScheduleRuleTable
  booking_override: BookingOverrideTable
  readiness_mark: ReadinessMarkTable
  contact_attempt: ContactAttemptTable
  waiting_entry: WaitingEntryTable
}
