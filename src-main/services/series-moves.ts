import type { Handlers } from '#contract/house'
import type { Reader, Writer } from '#db/open'
import { findAppointment, listAppointmentsOfPlan } from '#db/queries/appointments'
import type { AppointmentRow } from '#db/queries/appointments'
import { findPlan } from '#db/queries/plans'
import { listLocations } from '#db/queries/practice'
import { listStaff } from '#db/queries/staff'
import { localAt } from '#domain/clock'
import { addDays, daysBetween } from '#domain/dates'
import type { Day } from '#domain/dates'
import { dayHeld } from '#domain/day-held'
import type { Booked, Slot } from '#domain/schedule'
import { openSlots } from '#domain/series-day'
import { goingAlong, planMoves, spanDays } from '#domain/series-move'
import { slotProblems } from '#domain/slot-problems'
import { current, relocate } from './appointments.ts'
import { peopleAs, searched } from './at-work.ts'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'
import { checkSlot } from './slots.ts'
import { timetableOn } from './timetable.ts'
import { blocksWithin, templateFor } from './visit-templates.ts'

type Moves = Pick<Handlers<Desk>['series'], 'previewMove' | 'move'>

// However far a search goes, it does not leave the next two months.
const searchedDays = 60

/** Moves of one infusion, of it and the rest, or of all that have not started: looked at first, then saved together. */
export const seriesMoves: Moves = {
  async previewMove(desk, { appointmentId, verb, day, startMinute }) {
    const read = desk.store.read
    const { anchor, plan, rows } = await seriesOf(read, appointmentId)
    const series = rows.filter(isToCome).map((row) => ({ id: row.id, slot: slotOf(row) }))
    const moved = goingAlong(series, appointmentId, verb)
    const ids = new Set(moved.map((one) => one.id))
    const staying = rows.filter((row) => !ids.has(row.id))
    const shift = { days: daysBetween(anchor.day, day), minutes: startMinute - anchor.startMinute }
    const now = localAt(desk.now(), (await listLocations(read))[0]?.zone ?? 'UTC')
    const before = staying.filter((row) => row.day < (moved[0]?.slot.day ?? anchor.day)).at(-1)
    const earliest = before === undefined ? now.day : addDays(before.day, plan.course.minGapDays)
    const rules = { minGapDays: plan.course.minGapDays, earliest: earliest < now.day ? now.day : earliest }
    const moves = planMoves(
      moved,
      shift,
      rules,
      await freeTimes(desk, anchor, [...moved.map((one) => one.slot.day), day], ids),
    )
    const span = spanDays([...staying.map((row) => row.day), ...moves.map((move) => (move.to ?? move.from).day)])
    const byId = new Map(rows.map((row) => [row.id, row]))
    return {
      moves: moves.map(({ id, from, to }) => ({
        appointmentId: id,
        version: byId.get(id)?.version ?? '',
        number: byId.get(id)?.infusionNumber ?? 0,
        from: wire(from),
        to: to === undefined ? null : wire(to),
      })),
      spanDays: span,
      windowMaxDays: plan.course.windowMaxDays,
    }
  },

  async move(desk, { moves }) {
    await desk.store.write(async (tx) => {
      const rows = []
      for (const { appointmentId, version } of moves) rows.push(await current(tx, appointmentId, version))
      const [first, ...others] = moves.map((move) => move.slot.day)
      if (first === undefined) return
      if (new Set(rows.map((row) => row.planId)).size > 1 || rows.some((row) => !isToCome(row))) {
        throw new Refusal(
          'appointment.cannot-become',
          'Only infusions of one series that are still to come move together.',
        )
      }
      const timetable = await timetableOn(tx, [first, ...others])
      const ids = new Set(rows.map((row) => row.id))
      // None of them stands in the way of another where it was, only where it goes.
      const booked: Booked[] = timetable.booked.filter((one) => !ids.has(one.id))
      for (const [place, { slot }] of moves.entries()) {
        const row = found(rows[place])
        const template = await templateFor(tx, row.kind, row.protocolKind ?? undefined)
        const blocks = blocksWithin(template, slot.minutes)
        const { id, patientId, kind } = row
        const wanted = { slot, patientId, kind, blocks, id }
        await checkSlot(tx, wanted, { ...timetable, booked }, desk.now(), `moves.${place}.slot`)
        await relocate(tx, desk, row, slot, blocks)
        booked.push({ ...slot, nurseId: slot.nurseId ?? undefined, blocks, id, patientId, kind, status: row.status })
      }
    })
    return {}
  },
}

function isToCome({ status, kind }: Pick<AppointmentRow, 'status' | 'kind'>): boolean {
  return kind === 'infusion' && (status === 'booked' || status === 'confirmed')
}

/** The infusions of the plan that a booking belongs to, those that are over among them. */
async function seriesOf(db: Reader | Writer, appointmentId: string) {
  const anchor = found(await findAppointment(db, appointmentId))
  const plan = anchor.planId === null ? undefined : await findPlan(db, anchor.planId)
  if (plan === undefined || !isToCome(anchor)) {
    throw new Refusal(
      'appointment.cannot-become',
      'Only an infusion of a series that is still to come moves with it.',
      {
        facts: { status: anchor.status },
      },
    )
  }
  const rows = (await listAppointmentsOfPlan(db, plan.id)).filter((row) => row.kind === 'infusion')
  return { anchor, plan, rows }
}

/** What finds a free time near a wanted one: itself, or the nearest start of its day at its clinic. */
async function freeTimes(desk: Desk, anchor: AppointmentRow, days: readonly Day[], moved: ReadonlySet<string>) {
  const read = desk.store.read
  const first = days.toSorted()[0] ?? anchor.day
  const timetable = await timetableOn(read, [first, addDays(days.toSorted().at(-1) ?? first, searchedDays)])
  const booked = timetable.booked.filter((one) => !moved.has(one.id))
  const locations = await listLocations(read)
  const staff = await listStaff(read)
  const places = searched(locations, timetable.availability.closures)
  return (wanted: Slot, placed: readonly Slot[]): Slot | undefined => {
    const location = locations.find((one) => one.id === wanted.locationId)
    const place = places.find((one) => one.id === wanted.locationId)
    if (location === undefined || place === undefined) return undefined
    const now = localAt(desk.now(), location.zone)
    const others: Booked[] = placed.map((slot, n) => ({
      ...slot,
      id: `placed ${n}`,
      kind: 'infusion',
      status: 'booked',
    }))
    const held = [...booked, ...others].filter((one) => one.day === wanted.day)
    const isPast = wanted.day < now.day
    const at = { hours: location.hours, availability: timetable.availability, rules: timetable.rules }
    if (!isPast && slotProblems(wanted, at, held).length === 0) return wanted
    const request = {
      minutes: wanted.minutes,
      blocks: wanted.blocks,
      availability: timetable.availability,
      rules: timetable.rules,
      preferred: { startMinute: wanted.startMinute },
      providers: peopleAs(staff, 'provider', [location], wanted.providerId),
      nurses: peopleAs(staff, 'nurse', [location], wanted.nurseId),
      patientId: wanted.patientId,
      notBefore: now,
    }
    const open = [...openSlots(request, place, wanted.day, dayHeld(held), new Set())]
    const far = (slot: Slot) => Math.abs(slot.startMinute - wanted.startMinute)
    return open.toSorted((a, b) => far(a) - far(b) || a.startMinute - b.startMinute)[0]
  }
}

function slotOf(row: AppointmentRow): Slot {
  const { day, startMinute, minutes, locationId, roomId, providerId, patientId } = row
  const people = { providerId, nurseId: row.nurseId ?? undefined, patientId, blocks: row.blocks ?? undefined }
  return { day, startMinute, minutes, locationId, roomId, ...people }
}

function wire({ day, startMinute, minutes, locationId, roomId, providerId, nurseId }: Slot) {
  return { day, startMinute, minutes, locationId, roomId, providerId: providerId ?? '', nurseId: nurseId ?? null }
}
