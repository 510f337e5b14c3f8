import type { Handlers } from '#contract/house'
import { listLocations } from '#db/queries/practice'
import { listStaff } from '#db/queries/staff'
import { localAt } from '#domain/clock'
import { addDays } from '#domain/dates'
import { nextOpenings } from '#domain/openings'
import { templateMinutes } from '#domain/visit-blocks'
import { peopleAs, searched } from './at-work.ts'
import type { Desk } from './desk.ts'
import { activePlans } from './plan-to-book.ts'
import { Refusal } from './refusal.ts'
import { timetableOn } from './timetable.ts'
import { blocksWithin, templateFor } from './visit-templates.ts'

// Two months ahead is as far as a front desk books.
const horizonDays = 60
// Somebody whom no booking knows clashes with nobody.
const nobodyYet = ''

/** Free times. */
export const openings: Handlers<Desk>['openings'] = {
  async next(desk, input) {
    const read = desk.store.read
    const known = await listLocations(read)
    const locations = input.locationIds.flatMap((id) => known.filter((location) => location.id === id))
    const [first] = locations
    if (first === undefined || locations.length !== input.locationIds.length) {
      throw new Refusal('record.not-found', 'This clinic does not exist.', { path: 'locationIds' })
    }
    const { kind, patientId } = input
    const plans = patientId === null || kind !== 'infusion' ? [] : await activePlans(read, patientId)
    const plan = plans.find((one) => one.id === input.planId) ?? plans[0]
    const template = await templateFor(read, kind, plan?.kind)
    const minutes = input.minutes ?? templateMinutes(template, plan?.course.infusionMinutes)
    const now = localAt(desk.now(), first.zone)
    const fromDay = input.fromDay < now.day ? now.day : input.fromDay
    const { booked, availability, rules } = await timetableOn(read, [fromDay, addDays(fromDay, horizonDays)])
    const staff = await listStaff(read)
    const providers = peopleAs(staff, 'provider', locations, plan?.providerId)
    const found = nextOpenings({
      ...input,
      fromDay,
      days: horizonDays,
      minutes,
      blocks: blocksWithin(template, minutes),
      locations: searched(locations, availability.closures),
      providers: input.providerId === null ? providers : providers.filter((one) => one.id === input.providerId),
      nurses: peopleAs(staff, 'nurse', locations),
      needsNurse: kind === 'infusion',
      patientId: patientId ?? nobodyYet,
      booked: booked.filter((one) => one.id !== input.exceptAppointmentId),
      availability,
      rules,
      notBefore: now,
    })
    return found.flatMap(({ day, startMinute, locationId, roomId, providerId, nurseId }) => {
      if (providerId === undefined) return []
      const nurse = kind === 'infusion' ? (nurseId ?? null) : null
      return [{ day, startMinute, minutes, locationId, roomId, providerId, nurseId: nurse }]
    })
  },
}
