import type { Handlers } from '#contract/house'
import type { Reader, Writer } from '#db/open'
import { listHeld } from '#db/queries/appointments'
import { findPatient } from '#db/queries/patients'
import { findPlan } from '#db/queries/plans'
import type { PlanRow } from '#db/queries/plans'
import { listLocations } from '#db/queries/practice'
import { listStaff } from '#db/queries/staff'
import { localAt } from '#domain/clock'
import { addDays } from '#domain/dates'
import { maxGapDays } from '#domain/plan'
import type { Role } from '#domain/roles'
import { proposeSeries } from '#domain/series'
import { templateMinutes } from '#domain/visit-blocks'
import { insertAppointment } from './appointments.ts'
import { leftToBook, refuseMoreThan } from './course-left.ts'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'
import { asBooked, checkSlot, heldOn } from './slots.ts'
import { blocksWithin, templateFor } from './visit-templates.ts'

/** The appointments of one plan, proposed together and saved together. */
export const series: Handlers<Desk>['series'] = {
  async propose(desk, input) {
    const read = desk.store.read
    const plan = await activePlan(read, input.planId)
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
    const peopleAs = (role: Role) =>
      staff
        .filter((member) => !member.isArchived)
        .flatMap((member) =>
          chosen
            .filter((location) =>
              member.posts.some(
                (post) => post.role === role && (post.locationId === null || post.locationId === location.id),
              ),
            )
            .map((location) => ({ id: member.id, locationId: location.id })),
        )
    const providers = peopleAs('provider')
    const template = await templateFor(read, 'infusion', plan.kind)
    const minutes = templateMinutes(template, plan.course.infusionMinutes)
    const firstDay = input.firstDay < now.day ? now.day : input.firstDay
    const horizon = addDays(firstDay, 2 * plan.course.windowMaxDays + 7)
    const proposal = proposeSeries({
      count: left,
      windowMinDays: left === plan.course.plannedInfusions ? plan.course.windowMinDays : 1,
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
      locations: chosen.map((location) => ({
        id: location.id,
        rooms: location.rooms.filter((room) => !room.isArchived).map((room) => room.id),
        hours: location.hours,
        closedDays: [],
      })),
      ...(input.alternate ? { locationPattern: input.locationIds } : {}),
      // The plan's own provider comes first; others stand in where that one does not work or is taken.
      providers: [
        ...providers.filter((one) => one.id === plan.providerId),
        ...providers.filter((one) => one.id !== plan.providerId),
      ],
      nurses: peopleAs('nurse'),
      patientId: plan.patientId,
      booked: (await listHeld(read, addDays(firstDay, -plan.course.minGapDays), horizon)).map(asBooked),
      notBefore: now,
    })
    const slots = (proposal.ok ? proposal.slots : proposal.found).map((slot) => ({
      day: slot.day,
      startMinute: slot.startMinute,
      minutes: slot.minutes,
      locationId: slot.locationId,
      roomId: slot.roomId,
      providerId: slot.providerId ?? plan.providerId,
      nurseId: slot.nurseId ?? null,
    }))
    return proposal.ok
      ? { fits: true, slots, spanDays: proposal.spanDays, firstNumber }
      : { fits: false, reason: proposal.reason, slots, firstNumber }
  },

  async book(desk, { planId, slots }) {
    const appointmentIds = slots.map(() => desk.newId())
    await desk.store.write(async (tx) => {
      const plan = await activePlan(tx, planId)
      const { left } = await leftToBook(tx, plan)
      refuseMoreThan(left, slots.length)
      const { patientId } = plan
      const template = await templateFor(tx, 'infusion', plan.kind)
      const booked = await heldOn(
        tx,
        slots.map((slot) => slot.day),
      )
      for (const [place, slot] of slots.entries()) {
        const appointmentId = appointmentIds[place] ?? desk.newId()
        const blocks = blocksWithin(template, slot.minutes)
        const booking = { appointmentId, patientId, planId, kind: 'infusion', slot, blocks } as const
        await checkSlot(tx, booking, booked, desk.now(), `slots.${place}`)
        insertAppointment(tx, desk, { ...booking, notes: '' })
        // The next ones of the series are held against this one too.
        booked.push({
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
async function activePlan(db: Reader | Writer, planId: string): Promise<PlanRow> {
  const plan = found(await findPlan(db, planId))
  if (plan.status !== 'active') throw new Refusal('plan.not-active', 'This plan is not active any more.')
  if (found(await findPatient(db, plan.patientId)).isArchived) {
    throw new Refusal('record.archived', 'This patient is archived. Restore the record first.')
  }
  return plan
}
