import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { listHeld } from '#db/queries/appointments'
import { isTakenBack, listAbsences, listClosures, listWorkingHours } from '#db/queries/availability'
import { findLocation, findRoom } from '#db/queries/practice'
import { findScheduleRuleRow, findScheduleRules } from '#db/queries/schedule-rules'
import { findStaff } from '#db/queries/staff'
import { listTemplates } from '#db/queries/visit-templates'
import { addDays } from '#domain/dates'
import type { Day } from '#domain/dates'
import { meet, templateMinutes, usualTemplates } from '#domain/visit-blocks'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'

// Nothing is booked further ahead.
const farAhead = 3 * 366
// No booking is longer, so a longer template could never be used.
const longestVisit = 720

/** Who and what is there when. */
export const resources: Handlers<Desk>['resources'] = {
  async get(desk, { fromDay }) {
    const read = desk.store.read
    const until = addDays(fromDay, farAhead)
    const mayKnowWhy = desk.may('schedule.manage')
    return {
      hours: (await listWorkingHours(read)).map(({ id: _id, ...hours }) => hours),
      closures: await listClosures(read, fromDay, until),
      absences: (await listAbsences(read, fromDay, until)).map(({ reason, ...absence }) => ({
        ...absence,
        reason: mayKnowWhy ? reason : null,
      })),
      templates: await templatesInForce(desk),
      rules: await findScheduleRules(read),
    }
  },

  async setHours(desk, { who, locationId, hours }) {
    await desk.store.write(async (tx) => {
      const owner = await ownerOf(tx, who)
      const location = found(await findLocation(tx, locationId))
      if (owner.room_id !== null && !location.rooms.some((room) => room.id === who)) {
        throw new Refusal('appointment.wrong-room', `This room is not at ${location.name}.`, {
          path: 'who',
          facts: { location: location.name },
        })
      }
      checkStretches(hours)
      tx.at(locationId)
      for (const before of await listWorkingHours(tx)) {
        if (before.who === who && before.locationId === locationId) {
          tx.archive('working_hours', before.id, 'other hours were set')
        }
      }
      for (const { weekday, fromMinute, toMinute } of hours) {
        const times = { weekday, from_minute: fromMinute, to_minute: toMinute }
        tx.insert('working_hours', { id: desk.newId(), ...owner, location_id: locationId, ...times })
      }
    })
    return {}
  },

  async close(desk, { locationId, fromDay, untilDay, reason }) {
    const closureId = desk.newId()
    return desk.store.write(async (tx) => {
      checkDays(fromDay, untilDay)
      if (locationId !== null) tx.at(found(await findLocation(tx, locationId)).id)
      const days = { from_day: fromDay, until_day: untilDay }
      tx.insert('closure', { id: closureId, location_id: locationId, ...days, reason })
      const held = await listHeld(tx, fromDay, untilDay)
      return { closureId, bookings: held.filter((one) => locationId === null || one.locationId === locationId).length }
    })
  },

  async reopen(desk, { closureId, reason }) {
    await desk.store.write((tx) => takeBack(tx, 'closure', closureId, reason))
    return {}
  },

  async away(desk, { who, fromDay, untilDay, fromMinute, toMinute, reason }) {
    const absenceId = desk.newId()
    return desk.store.write(async (tx) => {
      const owner = await ownerOf(tx, who)
      checkDays(fromDay, untilDay)
      if (fromMinute !== null && toMinute !== null && fromMinute >= toMinute) throw hoursOrder('toMinute')
      const times = { from_day: fromDay, until_day: untilDay, from_minute: fromMinute, to_minute: toMinute }
      tx.insert('absence', { id: absenceId, ...owner, ...times, reason })
      const span = { from: fromMinute ?? 0, to: toMinute ?? 24 * 60 }
      const held = (await listHeld(tx, fromDay, untilDay)).filter(
        (one) =>
          [one.roomId, one.providerId, one.nurseId].includes(who) &&
          meet(span, { from: one.startMinute, to: one.startMinute + one.minutes }),
      )
      return { absenceId, bookings: held.length }
    })
  },

  async back(desk, { absenceId, reason }) {
    await desk.store.write((tx) => takeBack(tx, 'absence', absenceId, reason))
    return {}
  },

  async setTemplate(desk, { kind, protocolKind, ...blocks }) {
    if ((kind === 'infusion') !== (protocolKind !== null)) {
      throw new Refusal('call.bad-input', 'Only infusions differ by protocol.', {
        path: 'protocolKind',
        facts: { problem: 'invalid' },
      })
    }
    if (templateMinutes(blocks) > longestVisit) {
      throw new Refusal('call.bad-input', 'A visit takes twelve hours at most.', {
        path: 'visitMinutes',
        facts: { problem: 'too-large' },
      })
    }
    await desk.store.write(async (tx) => {
      const columns = {
        check_in_minutes: blocks.checkInMinutes,
        iv_minutes: blocks.ivMinutes,
        visit_minutes: blocks.visitMinutes,
        recovery_minutes: blocks.recoveryMinutes,
        turnover_minutes: blocks.turnoverMinutes,
      }
      const known = (await listTemplates(tx)).find((one) => one.kind === kind && one.protocolKind === protocolKind)
      if (known !== undefined) tx.change('visit_template', known.id, columns)
      else {
        const what = { kind, protocol_kind: protocolKind, name: '', name_es: '' }
        tx.insert('visit_template', { id: desk.newId(), ...what, ...columns })
      }
    })
    return {}
  },

  async setRules(desk, rules) {
    await desk.store.write(async (tx) => {
      const columns = {
        nurse_capacity: rules.nurseCapacity,
        travel_minutes: rules.travelMinutes,
        late_minutes: rules.lateMinutes,
        waiting_minutes: rules.waitingMinutes,
        notice_hours: rules.noticeHours,
        notice_clock: rules.noticeClock,
        strikes: rules.strikes,
        late_cancel_cents: rules.lateCancelCents,
        no_show_cents: rules.noShowCents,
      }
      const known = await findScheduleRuleRow(tx)
      if (known === undefined) tx.insert('schedule_rule', { id: desk.newId(), ...columns })
      else tx.change('schedule_rule', known.id, columns)
    })
    return {}
  },
}

type Template = Awaited<ReturnType<Handlers<Desk>['resources']['get']>>['templates'][number]

/** The practice's own templates, and the usual ones where it has none. */
async function templatesInForce(desk: Desk): Promise<Template[]> {
  const own = await listTemplates(desk.store.read)
  const kinds = [
    { kind: 'infusion', protocolKind: 'mood', usual: usualTemplates.mood },
    { kind: 'infusion', protocolKind: 'pain', usual: usualTemplates.pain },
    { kind: 'consultation', protocolKind: null, usual: usualTemplates.consultation },
    { kind: 'check', protocolKind: null, usual: usualTemplates.check },
  ] as const
  return kinds.map(({ kind, protocolKind, usual }) => {
    const known = own.find((one) => one.kind === kind && one.protocolKind === protocolKind) ?? usual
    const { checkInMinutes, ivMinutes, visitMinutes, recoveryMinutes, turnoverMinutes } = known
    return { kind, protocolKind, checkInMinutes, ivMinutes, visitMinutes, recoveryMinutes, turnoverMinutes }
  })
}

/** The columns that name a staff member or a room. */
async function ownerOf(tx: Writer, who: string): Promise<{ staff_member_id: string | null; room_id: string | null }> {
  const person = await findStaff(tx, who)
  const room = person === undefined ? await findRoom(tx, who) : undefined
  if ((person ?? room)?.isArchived === true) {
    throw new Refusal('record.archived', 'This person or room is not in use any more.', { path: 'who' })
  }
  if (person !== undefined) return { staff_member_id: who, room_id: null }
  if (room !== undefined) return { staff_member_id: null, room_id: who }
  throw new Refusal('record.not-found', 'There is no such person or room.', { path: 'who' })
}

/** Takes back a closure or an absence, once. */
async function takeBack(tx: Writer, table: 'closure' | 'absence', id: string, reason: string): Promise<void> {
  if (found(await isTakenBack(tx, table, id))) {
    throw new Refusal('record.archived', 'Somebody took this back already.')
  }
  tx.archive(table, id, reason)
}

type Stretch = Parameters<Handlers<Desk>['resources']['setHours']>[1]['hours'][number]

function checkStretches(hours: readonly Stretch[]): void {
  for (const [place, one] of hours.entries()) {
    if (one.fromMinute >= one.toMinute) throw hoursOrder(`hours.${place}.toMinute`)
    const crosses = hours.some(
      (other, at) =>
        at < place &&
        other.weekday === one.weekday &&
        other.fromMinute < one.toMinute &&
        one.fromMinute < other.toMinute,
    )
    if (!crosses) continue
    throw new Refusal('resources.hours-overlap', 'These hours overlap others of the same day.', {
      path: `hours.${place}.fromMinute`,
    })
  }
}

function checkDays(fromDay: Day, untilDay: Day): void {
  if (fromDay <= untilDay) return
  throw new Refusal('call.bad-input', 'The last day cannot come before the first.', {
    path: 'untilDay',
    facts: { problem: 'too-small' },
  })
}

function hoursOrder(path: string): Refusal {
  return new Refusal('resources.hours-order', 'These hours end before they begin.', { path })
}
