import type { Handlers } from '#contract/house'
import type { Reader, Writer } from '#db/open'
import { listAppointmentsOfPlan } from '#db/queries/appointments'
import { findPatient } from '#db/queries/patients'
import type { PlanRow } from '#db/queries/plans'
import { listLocations } from '#db/queries/practice'
import { listStaff } from '#db/queries/staff'
import { localAt } from '#domain/clock'
import { addDays, daysBetween } from '#domain/dates'
import { maxGapDays } from '#domain/plan'
import { proposeSeries } from '#domain/series'
import { blockedDays } from '#domain/series-blocked'
import { spanDays } from '#domain/series-move'
import { templateMinutes } from '#domain/visit-blocks'
import { insertAppointment } from './appointments.ts'
import { peopleAs, searched } from './at-work.ts'
import { leftToBook, refuseMoreThan } from './course-left.ts'
import type { Desk } from './desk.ts'
import { activePlan } from './plan-to-book.ts'
import { found, Refusal } from './refusal.ts'
import { seriesMoves } from './series-moves.ts'
import { checkSlot } from './slots.ts'
import { timetableOn } from './timetable.ts'
import { blocksWithin, templateFor } from './visit-templates.ts'

/** The appointments of one plan, proposed together and saved together. */
export const series: Handlers<Desk>['series'] = {
  ...seriesMoves,

  async propose(desk, input) {
    const read = desk.store.read
    const plan = await bookablePlan(read, input.planId)
    const { left, firstNumber } = await leftToBook(read, plan)
    refuseMoreThan(left, 1)
    const locations = await listLocations(read)
    const chosen = input.locationIds.flatMap((id) => locations.filter((location) => location.id === id))
    if (chosen.length !== input.locationIds.length) {
      throw new Refusal('record.not-found', 'This clinic does not exist.', { path: 'locationIds' })
    }
    const zone = chosen[0]?.zone ?? 'UTC'
    const now = localAt(desk.now(), zone)
    const staff = await listStaff(read)
    const template = await templateFor(read, 'infusion', plan.kind)
    const minutes = templateMinutes(template, plan.course.infusionMinutes)
    const firstDay = input.firstDay < now.day ? now.day : input.firstDay
    const horizon = addDays(firstDay, 2 * plan.course.windowMaxDays + 7)
    const from = addDays(firstDay, -plan.course.minGapDays)
    const { booked, availability, rules } = await timetableOn(read, [from, horizon])
    const held = (await listAppointmentsOfPlan(read, plan.id)).filter((row) => row.kind === 'infusion')
    const request = {
      count: left,
      windowMinDays: held.length === 0 ? plan.course.windowMinDays : 1,
      windowMaxDays: plan.course.windowMaxDays,
      minGapDays: plan.course.minGapDays,
      maxGapDays: maxGapDays(plan.kind, plan.phase),
      firstDay,
      minutes,
      blocks: blocksWithin(template, minutes),
      preferred: {
        ...(input.weekdays.length === 0 ? {} : { weekdays: input.weekdays }),
        ...(input.startMinute === null ? {} : { startMinute: input.startMinute }),
      },
      locations: searched(chosen, availability.closures),
      ...(input.alternate ? { locationPattern: input.locationIds } : {}),
      // The plan's own provider comes first; others stand in where that one does not work or is taken.
      providers: peopleAs(staff, 'provider', chosen, plan.providerId),
      nurses: peopleAs(staff, 'nurse', chosen),
      patientId: plan.patientId,
      booked,
      availability,
      rules,
      notBefore: now,
    }
    // What is held already has used up a part of the window: the rest is sought in what is left of it, and past its end
    // only when it does not fit.
    const used = held.length === 0 ? 0 : Math.max(0, daysBetween(held[0]?.day ?? firstDay, firstDay))
    const rest = plan.course.windowMaxDays - used
    const inside = used > 0 && rest >= 1 ? proposeSeries({ ...request, windowMaxDays: rest }) : undefined
    const proposal = inside?.ok === true ? inside : proposeSeries(request)
    const slots = (proposal.ok ? proposal.slots : proposal.found).map((slot) => ({
      day: slot.day,
      startMinute: slot.startMinute,
      minutes: slot.minutes,
      locationId: slot.locationId,
      roomId: slot.roomId,
      providerId: slot.providerId ?? plan.providerId,
      nurseId: slot.nurseId ?? null,
    }))
    const { windowMaxDays } = plan.course
    return proposal.ok
      ? { fits: true, slots, spanDays: spanDays([...held, ...slots].map((one) => one.day)), windowMaxDays, firstNumber }
      : {
          fits: false,
          reason: proposal.reason,
          slots,
          firstNumber,
          blocked: proposal.reason === 'window-too-short' ? [] : blockedDays(request, proposal.found),
        }
  },

  async book(desk, { planId, slots }) {
    const appointmentIds = slots.map(() => desk.newId())
    await desk.store.write(async (tx) => {
      const plan = await bookablePlan(tx, planId)
      const { left } = await leftToBook(tx, plan)
      refuseMoreThan(left, slots.length)
      const { patientId } = plan
      const template = await templateFor(tx, 'infusion', plan.kind)
      const [first, ...others] = slots.map((slot) => slot.day)
      if (first === undefined) return
      const timetable = await timetableOn(tx, [first, ...others])
      for (const [place, slot] of slots.entries()) {
        const appointmentId = appointmentIds[place] ?? desk.newId()
        const blocks = blocksWithin(template, slot.minutes)
        const booking = { appointmentId, patientId, planId, kind: 'infusion', slot, blocks } as const
        await checkSlot(tx, booking, timetable, desk.now(), `slots.${place}`)
        insertAppointment(tx, desk, { ...booking, notes: '' })
        // The next ones of the series are held against this one too.
        timetable.booked.push({
          ...slot,
          nurseId: slot.nurseId ?? undefined,
          blocks,
          id: appointmentId,
          patientId,
          kind: 'infusion',
          status: 'booked',
        })
      }
    })
    return { appointmentIds }
  },
}

/** A plan that can still be booked, of a patient who still comes. */
async function bookablePlan(db: Reader | Writer, planId: string): Promise<PlanRow> {
  const plan = await activePlan(db, planId)
  if (found(await findPatient(db, plan.patientId)).isArchived) {
    throw new Refusal('record.archived', 'This patient is archived. Restore the record first.')
  }
  return plan
}
