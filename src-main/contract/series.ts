import { moveVerbs } from '#domain/series-move'
import { z } from 'zod'
import { slot } from './appointments.ts'
import { command, query } from './define.ts'
import { dayText, id, minuteOfDay, nothing } from './shapes.ts'

/** The appointments of one plan, proposed together and saved together. */
export const series = {
  /** Proposes a time for every infusion of the plan that is not booked yet; checked against both clinics. */
  propose: query({
    needs: 'appointments.see',
    input: z.strictObject({
      planId: id,
      firstDay: dayText,
      /** In order of preference; two of them alternate when `alternate`. */
      locationIds: z.array(id).min(1).max(12),
      alternate: z.boolean(),
      weekdays: z.array(z.int().min(0).max(6)).max(7),
      startMinute: minuteOfDay.nullable(),
    }),
    output: z.discriminatedUnion('fits', [
      z.strictObject({
        fits: z.literal(true),
        slots: z.array(slot),
        /** From the first infusion of the plan to the last, those held already among them, and what the plan allows. */
        spanDays: z.number(),
        windowMaxDays: z.number(),
        firstNumber: z.number(),
      }),
      z.strictObject({
        fits: z.literal(false),
        reason: z.string(),
        slots: z.array(slot),
        firstNumber: z.number(),
        /** Why the first infusion without a time is not possible on each day on which it could be. */
        blocked: z.array(
          z.strictObject({
            day: dayText,
            locationId: id,
            reason: z.enum(['closed', 'patient', 'room', 'provider', 'nurse', 'several']),
          }),
        ),
      }),
    ]),
    reads: ['appointments', 'plans', 'practice', 'staff', 'resources'],
  }),
  /**
   * What moving an infusion to another day and minute would do to it, to it and the rest, or to all that have not
   * started: each goes by the same days and minutes, or to the nearest free time; null where none was found.
   */
  previewMove: query({
    needs: 'appointments.see',
    input: z.strictObject({ appointmentId: id, verb: z.enum(moveVerbs), day: dayText, startMinute: minuteOfDay }),
    output: z.strictObject({
      moves: z.array(
        z.strictObject({ appointmentId: id, version: z.string(), number: z.number(), from: slot, to: slot.nullable() }),
      ),
      /** From the first infusion of the plan to the last, both counted, and what the plan allows. */
      spanDays: z.number(),
      windowMaxDays: z.number(),
    }),
    reads: ['appointments', 'plans', 'practice', 'staff', 'resources'],
  }),
  /** Moves infusions of one series together, or none of them: what stands in the way names its place in the list. */
  move: command({
    needs: 'appointments.write',
    input: z.strictObject({
      moves: z
        .array(z.strictObject({ appointmentId: id, version: z.string(), slot }))
        .min(1)
        .max(60),
    }),
    output: nothing,
    touches: ['appointments', 'plans'],
  }),
  /** Saves all of them in one step, or none: a clash names the slot by its place in the list. */
  book: command({
    needs: 'appointments.write',
    input: z.strictObject({ planId: id, slots: z.array(slot).min(1).max(60) }),
    output: z.strictObject({ appointmentIds: z.array(id) }),
    touches: ['appointments', 'plans'],
  }),
}
