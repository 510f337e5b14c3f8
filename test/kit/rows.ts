import type { Reader } from '#db/open'
import { present } from '#domain/certain'
import { day } from '#domain/dates'
import { cents } from '#domain/money'
import type { AppointmentKind, AppointmentStatus } from '#domain/appointment-status'
import type { OpenDesk } from '#kit/practice'

/** What is different about a booking that is simply there. */
export type BookingWishes = {
  readonly planId?: string
  readonly kind?: AppointmentKind
  readonly status?: AppointmentStatus
  readonly startMinute?: number
  readonly at?: 'SM' | 'OX'
}

/** An appointment that is simply there, at ten in Chair 1, as if it had been booked; answers with its id. */
export async function aBooking(desk: OpenDesk, patientId: string, on: string, wishes: BookingWishes = {}) {
  const here = desk.desk(['manager'])
  const id = here.newId()
  const location = wishes.at === 'OX' ? desk.oxnard : desk.santaMonica
  const chair = present(location.rooms[0], 'a location has rooms')
  await here.store.write(async (tx) =>
    tx.insert('appointment', {
      id,
      patient_id: patientId,
      plan_id: wishes.planId ?? null,
      kind: wishes.kind ?? 'infusion',
      location_id: location.id,
      room_id: chair.id,
      provider_id: desk.providerId,
      nurse_id: null,
      day: day(on),
      start_minute: wishes.startMinute ?? 600,
      minutes: 110,
      check_in_minutes: null,
      iv_minutes: null,
      recovery_minutes: null,
      turnover_minutes: null,
      status: wishes.status ?? 'booked',
      status_since: here.now(),
      status_reason: '',
      notes: '',
    }),
  )
  return id
}

/** An infusion after which the patient left, in an appointment of a plan. */
export async function anInfusionDone(desk: OpenDesk, patientId: string, planId: string, appointmentId: string) {
  const here = desk.desk(['nurse'])
  await here.store.write(async (tx) =>
    tx.insert('infusion', {
      id: here.newId(),
      appointment_id: appointmentId,
      patient_id: patientId,
      plan_id: planId,
      location_id: desk.santaMonica.id,
      micrograms_per_kg: 500,
      infusion_minutes: 40,
      weight_grams: 70_000,
      weighed_at: here.now(),
      concentration_mg_per_ml: 50,
      dose_micrograms: 35_000,
      is_range_confirmed: 0,
      stage: 'discharged',
      started_at: here.now(),
      stopped_at: here.now(),
      notes: '',
    }),
  )
}

/** A line of the ledger: cents owed, or paid when below zero. */
export async function aLedgerEntry(desk: OpenDesk, patientId: string, amount: number) {
  const here = desk.desk(['biller'])
  await here.store.write(async (tx) =>
    tx.insert('ledger_entry', {
      id: here.newId(),
      patient_id: patientId,
      invoice_id: null,
      payment_id: null,
      location_id: desk.santaMonica.id,
      kind: amount < 0 ? 'payment' : 'charge',
      amount_cents: cents(amount),
      day: day('2026-03-10'),
      at: here.now(),
    }),
  )
}

/** How many entries the change log has: what a refused deed must not add to. */
export async function logLength(db: Reader): Promise<number> {
  return (await db.selectFrom('change_log').select('seq').execute()).length
}
