import type { Handlers } from '#contract/house'
import { findAppointment, listAppointmentsBetween, listAppointmentsOnDay } from '#db/queries/appointments'
import type { AppointmentRow } from '#db/queries/appointments'
import type { Writer } from '#db/open'
import { findEscort } from '#db/queries/escorts'
import { findInfusionOf } from '#db/queries/infusions'
import { countMisses } from '#db/queries/attendance'
import { findPatient } from '#db/queries/patients'
import { findPlan } from '#db/queries/plans'
import { findLocation } from '#db/queries/practice'
import { findScheduleRules } from '#db/queries/schedule-rules'
import { mustPrepay } from '#domain/attendance'
import { canBecome, holdsResources, isMovable } from '#domain/appointment-status'
import type { AppointmentStatus } from '#domain/appointment-status'
import { localAt } from '#domain/clock'
import { formatMinute } from '#domain/dates'
import type { Day } from '#domain/dates'
import { cents } from '#domain/money'
import { formatTypedDay } from '#domain/typed-dates'
import { templateMinutes } from '#domain/visit-blocks'
import type { Blocks } from '#domain/visit-blocks'
import { cardsOf } from './cards.ts'
import { leftToBook, refuseMoreThan } from './course-left.ts'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'
import { draftFee, isCancelledLate, takeBackFee } from './missed-visits.ts'
import { checkOverride, recordOverride } from './overrides.ts'
import { checkRange, loadOf } from './load.ts'
import { activePlans, planToBook } from './plan-to-book.ts'
import { checkSlot } from './slots.ts'
import type { WantedSlot } from './slots.ts'
import { timetableOn } from './timetable.ts'
import { blocksColumns, blocksWithin, templateFor } from './visit-templates.ts'

/** Bookings: patient, room, provider and nurse at a time, at any clinic. */
export const appointments: Handlers<Desk>['appointments'] = {
  async onDay(desk, { day, withCancelled }) {
    const rows = await listAppointmentsOnDay(desk.store.read, day, withCancelled)
    return cardsOf(desk, rows)
  },

  async between(desk, { from, until, withCancelled }) {
    checkRange(from, until)
    return cardsOf(desk, await listAppointmentsBetween(desk.store.read, from, until, withCancelled))
  },

  load: (desk, { from, until }) => loadOf(desk.store.read, from, until),

  async get(desk, { appointmentId }) {
    return found((await cardsOf(desk, [found(await findAppointment(desk.store.read, appointmentId))]))[0])
  },

  async usualMinutes(desk, { kind, patientId, planId }) {
    const read = desk.store.read
    const plans = kind === 'infusion' ? await activePlans(read, patientId) : []
    const plan = plans.find((one) => one.id === planId) ?? plans[0]
    return {
      minutes: templateMinutes(await templateFor(read, kind, plan?.kind), plan?.course.infusionMinutes),
      planId: plan?.id ?? null,
      providerId: plan?.providerId ?? null,
      plans: plans.map((one) => ({ planId: one.id, protocolName: one.protocolName })),
    }
  },

  async book(desk, { patientId, kind, planId, slot, notes, override }) {
    const appointmentId = desk.newId()
    const mayOverride = checkOverride(desk, override, 'override')
    await desk.store.write(async (tx) => {
      const patient = found(await findPatient(tx, patientId))
      if (patient.isArchived) {
        throw new Refusal('record.archived', 'This patient is archived. Restore the record first.', {
          path: 'patientId',
        })
      }
      const plan = kind === 'infusion' ? await planToBook(tx, patientId, planId) : undefined
      if (plan !== undefined) refuseMoreThan((await leftToBook(tx, plan)).left, 1)
      const blocks = blocksWithin(await templateFor(tx, kind, plan?.kind), slot.minutes)
      const wanted = { slot, patientId, kind, blocks }
      const allowed = await checkSlot(tx, wanted, await timetableOn(tx, [slot.day]), desk.now(), 'slot', mayOverride)
      insertAppointment(tx, desk, { appointmentId, patientId, planId: plan?.id ?? null, kind, slot, blocks, notes })
      if (mayOverride) await recordOverride(tx, desk, appointmentId, allowed, override)
    })
    return { appointmentId }
  },

  async move(desk, { appointmentId, version, slot, override }) {
    const mayOverride = checkOverride(desk, override, 'override')
    await desk.store.write(async (tx) => {
      const row = await current(tx, appointmentId, version)
      const isHere = row.status === 'arrived' || row.status === 'roomed'
      if (!isMovable(row.status)) throw over(row.status)
      if (isHere) checkMoveOfArrived(row, slot)
      const blocks = blocksWithin(await templateFor(tx, row.kind, row.protocolKind ?? undefined), slot.minutes)
      const allowed = await checkStillFree(tx, desk, { ...row, blocks }, slot, mayOverride)
      await relocate(tx, desk, row, slot, blocks, { allowed, reason: override ?? '' })
    })
    return {}
  },

  async changeNotes(desk, { appointmentId, version, notes }) {
    await desk.store.write(async (tx) => {
      await current(tx, appointmentId, version)
      tx.change('appointment', appointmentId, { notes })
    })
    return {}
  },

  confirm: (desk, input) => step(desk, input, 'confirmed'),

  arrive: (desk, input) => step(desk, input, 'arrived'),

  room: (desk, input) => step(desk, input, 'roomed'),

  complete: (desk, input) => step(desk, input, 'completed'),

  async stepBack(desk, { appointmentId, version }) {
    await desk.store.write(async (tx) => {
      const row = await current(tx, appointmentId, version)
      const isHere = row.status === 'arrived' || row.status === 'roomed'
      if (!isHere && holdsResources(row.status)) throw over(row.status)
      // Who is here still holds room and people; a missed or cancelled visit had let them go.
      if (isHere) await refuseBegunInfusion(tx, row)
      else await bringBack(tx, desk, row)
      become(tx, desk, appointmentId, row.status === 'roomed' ? 'arrived' : 'booked', '')
    })
    return {}
  },

  cancel: (desk, input) =>
    desk.store.write(async (tx) => {
      const row = await current(tx, input.appointmentId, input.version)
      const isLate = input.by !== 'clinic' && (await isCancelledLate(tx, row, desk.now()))
      const status = isLate ? 'late_cancelled' : 'cancelled'
      if (!canBecome(row.status, status, row.kind)) throw over(row.status)
      if (row.status === 'arrived' || row.status === 'roomed') await refuseBegunInfusion(tx, row)
      become(tx, desk, row.id, status, input.reason)
      return { isLate, feeCents: isLate ? await draftFee(tx, desk, row, 'late_cancelled') : cents(0) }
    }),

  noShow: (desk, input) =>
    desk.store.write(async (tx) => {
      const row = await current(tx, input.appointmentId, input.version)
      if (!canBecome(row.status, 'no_show', row.kind)) throw over(row.status)
      await checkDay(tx, desk, row, 'no_show')
      become(tx, desk, row.id, 'no_show', input.reason)
      return { isLate: false, feeCents: await draftFee(tx, desk, row, 'no_show') }
    }),

  async misses(desk, { patientId }) {
    const counts = await countMisses(desk.store.read, patientId)
    const rules = await findScheduleRules(desk.store.read)
    return { ...counts, mustPrepay: mustPrepay(counts.missed + counts.lateCancelled, rules) }
  },
}

type Step = { appointmentId: string; version: string }

async function step(desk: Desk, { appointmentId, version }: Step, to: AppointmentStatus) {
  await desk.store.write(async (tx) => {
    const row = await current(tx, appointmentId, version)
    if (to === 'completed' && row.kind === 'infusion' && row.status !== 'ready') {
      throw new Refusal(
        'infusion.wrong-stage',
        'The patient is not discharged yet. A nurse or provider does that first.',
      )
    }
    if (!canBecome(row.status, to, row.kind)) throw over(row.status)
    if ((row.status === 'arrived' || row.status === 'roomed') && to !== 'roomed') await refuseBegunInfusion(tx, row)
    if (to === 'arrived') await checkDay(tx, desk, row, to)
    if (!holdsResources(row.status)) await bringBack(tx, desk, row)
    become(tx, desk, appointmentId, to, '')
  })
  return {}
}

/** Nobody comes, or is missed, before the day; what was forgotten then is made good later. */
async function checkDay(tx: Writer, desk: Desk, row: AppointmentRow, to: 'arrived' | 'no_show'): Promise<void> {
  if (row.day <= (await todayAt(tx, desk, row.locationId))) return
  const message =
    to === 'arrived'
      ? 'A patient cannot be checked in before the day of the appointment.'
      : 'The day of the appointment has not come yet.'
  throw new Refusal('appointment.cannot-become', message, { facts: { status: row.status } })
}

async function todayAt(tx: Writer, desk: Desk, locationId: string): Promise<Day> {
  const location = await findLocation(tx, locationId)
  return localAt(desk.now(), location?.zone ?? 'UTC').day
}

/**
 * Refuses to take back a visit whose treatment has begun. A record that is only being prepared stays as it is, with what
 * was measured in it: nothing was given, and it waits for the patient to come again.
 */
async function refuseBegunInfusion(tx: Writer, row: AppointmentRow): Promise<void> {
  const infusion = await findInfusionOf(tx, row.id)
  if (infusion === undefined || infusion.stage === 'preparing') return
  throw new Refusal('appointment.has-infusion', 'The infusion has begun: the appointment stays as it is.')
}

/** Who has arrived changes chair, people and hour, but neither the day nor the clinic. */
function checkMoveOfArrived(row: AppointmentRow, slot: WantedSlot): void {
  const path = slot.day === row.day ? 'slot.locationId' : 'slot.day'
  if (slot.day === row.day && slot.locationId === row.locationId) return
  throw new Refusal('appointment.cannot-become', 'The patient is checked in. Take the check-in back first.', {
    path,
    facts: { status: row.status },
  })
}

/** Who came to take the patient home has to come again when the day changes. */
async function sendEscortHome(tx: Writer, appointmentId: string): Promise<void> {
  const escort = await findEscort(tx, appointmentId)
  if (escort !== undefined) tx.change('escort', escort.id, { arrived_at: null })
}

/**
 * A visit that was given up takes place after all: its plan has room for it, its time is still free, and it costs no
 * fee. On a day that is over its time is nobody's any more: somebody only forgot to say that the patient came.
 */
async function bringBack(tx: Writer, desk: Desk, row: AppointmentRow): Promise<void> {
  const plan = row.planId === null || row.kind !== 'infusion' ? undefined : await findPlan(tx, row.planId)
  if (plan !== undefined) refuseMoreThan((await leftToBook(tx, plan)).left, 1)
  if (row.day >= (await todayAt(tx, desk, row.locationId))) await checkStillFree(tx, desk, row, row)
  // Nothing stands in its way any more, so nothing has to be allowed.
  await recordOverride(tx, desk, row.id, [], '')
  await takeBackFee(tx, row)
}

type Known = Pick<AppointmentRow, 'id' | 'patientId' | 'kind'> & { blocks?: Blocks | null | undefined }

/** Holds a slot for a known booking against all the others of that day; answers with what has to be allowed. */
async function checkStillFree(
  tx: Writer,
  desk: Desk,
  known: Known,
  slot: WantedSlot,
  mayOverride = false,
): Promise<string[]> {
  const { id, patientId, kind } = known
  const wanted = { slot, patientId, kind, blocks: known.blocks ?? undefined, id }
  return checkSlot(tx, wanted, await timetableOn(tx, [slot.day]), desk.now(), 'slot', mayOverride)
}

function become(tx: Writer, desk: Desk, appointmentId: string, status: AppointmentStatus, reason: string): void {
  const patch = { status, status_since: desk.now(), status_reason: reason }
  if (reason === '') tx.change('appointment', appointmentId, patch)
  else tx.change('appointment', appointmentId, patch, reason)
}

/** A record that waits for the patient goes to the new clinic; on another day the dose is worked out anew. */
async function takeRecordAlong(tx: Writer, row: AppointmentRow, slot: WantedSlot): Promise<void> {
  const infusion = await findInfusionOf(tx, row.id)
  if (infusion?.stage !== 'preparing') return
  if (slot.locationId !== row.locationId) tx.change('infusion', infusion.id, { location_id: slot.locationId })
  if (slot.day === row.day) return
  const plan = row.planId === null ? undefined : await findPlan(tx, row.planId)
  tx.change('infusion', infusion.id, {
    micrograms_per_kg: plan?.microgramsPerKg ?? infusion.micrograms_per_kg,
    infusion_minutes: plan?.course.infusionMinutes ?? infusion.infusion_minutes,
    weight_grams: null,
    weighed_at: null,
    dose_micrograms: null,
    is_range_confirmed: 0,
  })
}

type Allowance = { readonly allowed: readonly string[]; readonly reason: string }

/** Gives a booking another slot, which was checked before, and what goes with it: its escort and its override. */
export async function relocate(
  tx: Writer,
  desk: Desk,
  row: AppointmentRow,
  slot: WantedSlot,
  blocks: Blocks | undefined,
  { allowed, reason }: Allowance = { allowed: [], reason: '' },
): Promise<void> {
  tx.at(slot.locationId)
  tx.change('appointment', row.id, { ...slotColumns(slot), ...blocksColumns(blocks) })
  if (slot.day !== row.day) await sendEscortHome(tx, row.id)
  await takeRecordAlong(tx, row, slot)
  await recordOverride(tx, desk, row.id, allowed, reason)
}

/** The booking as it stands; refuses when somebody changed it since it was seen. */
export async function current(tx: Writer, appointmentId: string, version: string): Promise<AppointmentRow> {
  const row = found(await findAppointment(tx, appointmentId))
  if (version !== row.version) throw await changedRefusal(tx, row)
  tx.at(row.locationId)
  return row
}

/** Somebody else was faster: tells how the appointment stands now. */
async function changedRefusal(tx: Writer, row: AppointmentRow): Promise<Refusal> {
  const location = await findLocation(tx, row.locationId)
  const room = location?.rooms.find((one) => one.id === row.roomId)
  const place = `${location?.code ?? ''} ${room?.name ?? ''}`.trim()
  const at = formatMinute(row.startMinute)
  const message = `Somebody changed this appointment in the meantime: now ${row.day}, ${at}, ${place}, ${row.status}.`
  return new Refusal('appointment.changed', message, {
    facts: { day: row.day, on: formatTypedDay(row.day), at, place, status: row.status },
  })
}

function over(status: AppointmentStatus): Refusal {
  return new Refusal('appointment.cannot-become', 'This step does not follow from where the appointment stands.', {
    facts: { status },
  })
}

type NewAppointment = {
  appointmentId: string
  patientId: string
  planId: string | null
  kind: AppointmentRow['kind']
  slot: WantedSlot
  blocks: Blocks | undefined
  notes: string
}

/** Inserts a booking; the slot was checked before. */
export function insertAppointment(tx: Writer, desk: Pick<Desk, 'now'>, booking: NewAppointment): void {
  tx.at(booking.slot.locationId)
  tx.insert('appointment', {
    id: booking.appointmentId,
    patient_id: booking.patientId,
    plan_id: booking.planId,
    kind: booking.kind,
    ...slotColumns(booking.slot),
    ...blocksColumns(booking.blocks),
    status: 'booked',
    status_since: desk.now(),
    status_reason: '',
    notes: booking.notes,
  })
}

function slotColumns(slot: WantedSlot) {
  return {
    location_id: slot.locationId,
    room_id: slot.roomId,
    provider_id: slot.providerId,
    nurse_id: slot.nurseId,
    day: slot.day,
    start_minute: slot.startMinute,
    minutes: slot.minutes,
  }
}
