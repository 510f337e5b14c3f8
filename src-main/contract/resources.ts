import { z } from 'zod'
import { protocolKinds } from '#domain/plan'
import { command, query } from './define.ts'
import { appointmentKind, centsNotNegative, dayText, id, line, minuteOfDay, nothing } from './shapes.ts'

/** A stretch of a weekday, 0 is Sunday. */
export const stretch = z.strictObject({
  weekday: z.int().min(0).max(6),
  fromMinute: minuteOfDay,
  toMinute: minuteOfDay,
})

const blockMinutes = z.int().min(0).max(480)

/** How long the blocks of a kind of visit are, in minutes; only infusions differ by the kind of protocol. */
export const templateFields = z.strictObject({
  kind: appointmentKind,
  protocolKind: z.enum(protocolKinds).nullable(),
  checkInMinutes: blockMinutes,
  ivMinutes: blockMinutes,
  visitMinutes: z.int().min(5).max(720),
  recoveryMinutes: blockMinutes,
  turnoverMinutes: blockMinutes,
})

/** What a practice decides about its schedule. */
export const ruleFields = z.strictObject({
  nurseCapacity: z.int().min(1).max(6),
  travelMinutes: z.int().min(0).max(480),
  lateMinutes: z.int().min(0).max(120),
  waitingMinutes: z.int().min(1).max(240),
  noticeHours: z.int().min(0).max(240),
  noticeClock: z.enum(['hours', 'business-hours']),
  strikes: z.int().min(1).max(20),
  lateCancelCents: centsNotNegative,
  noShowCents: centsNotNegative,
})

const days = { fromDay: dayText, untilDay: dayText }
const withReason = line(120)

/** Who and what is there when: working hours, closures, absences, visit templates and the practice's rules. */
export const resources = {
  /** Everything from a day on. Why somebody is away is told to those who manage the schedule only. */
  get: query({
    needs: 'appointments.see',
    input: z.strictObject({ fromDay: dayText }),
    output: z.strictObject({
      hours: z.array(stretch.extend({ who: id, locationId: id })),
      closures: z.array(z.strictObject({ id, locationId: id.nullable(), ...days, reason: z.string() })),
      absences: z.array(
        z.strictObject({
          id,
          who: id,
          ...days,
          fromMinute: minuteOfDay.nullable(),
          toMinute: minuteOfDay.nullable(),
          reason: z.string().nullable(),
        }),
      ),
      templates: z.array(templateFields),
      rules: ruleFields,
    }),
    reads: ['resources'],
  }),
  /** The week of a staff member or a room at a location; without any stretch at all they are there whenever it is open. */
  setHours: command({
    needs: 'schedule.manage',
    input: z.strictObject({ who: id, locationId: id, hours: z.array(stretch).max(28) }),
    output: nothing,
    touches: ['resources'],
  }),
  /** Closes a location, or all of them, for some days; answers with how many bookings lie in them. */
  close: command({
    needs: 'schedule.manage',
    input: z.strictObject({ locationId: id.nullable(), ...days, reason: withReason }),
    output: z.strictObject({ closureId: id, bookings: z.number() }),
    touches: ['resources'],
  }),
  reopen: command({
    needs: 'schedule.manage',
    input: z.strictObject({ closureId: id, reason: withReason }),
    output: nothing,
    touches: ['resources'],
  }),
  /** Somebody is away or a room out of use; answers with how many bookings lie in that time. */
  away: command({
    needs: 'schedule.manage',
    input: z.strictObject({
      who: id,
      ...days,
      fromMinute: minuteOfDay.nullable(),
      toMinute: minuteOfDay.nullable(),
      reason: withReason,
    }),
    output: z.strictObject({ absenceId: id, bookings: z.number() }),
    touches: ['resources'],
  }),
  back: command({
    needs: 'schedule.manage',
    input: z.strictObject({ absenceId: id, reason: withReason }),
    output: nothing,
    touches: ['resources'],
  }),
  setTemplate: command({ needs: 'schedule.manage', input: templateFields, output: nothing, touches: ['resources'] }),
  setRules: command({ needs: 'schedule.manage', input: ruleFields, output: nothing, touches: ['resources'] }),
}
