import { z } from 'zod'
import { command, query } from './define.ts'
import { id, instant, line, minuteOfDay, nothing, phone } from './shapes.ts'

/** Who takes a patient home. */
export const escorts = {
  ofAppointment: query({
    needs: 'escorts.see',
    input: z.strictObject({ appointmentId: id }),
    output: z
      .strictObject({
        name: z.string(),
        relationship: z.string(),
        phone: z.string(),
        expectedMinute: minuteOfDay.nullable(),
        arrivedAt: instant.nullable(),
        version: z.string(),
      })
      .nullable(),
    reads: ['appointments'],
  }),
  name: command({
    needs: 'escorts.write',
    input: z.strictObject({
      appointmentId: id,
      name: line(80),
      relationship: line(60),
      phone: phone.refine((typed) => typed !== '', 'required'),
      /** When they mean to come, in minutes of the visit's day; null when nobody asked. */
      expectedMinute: minuteOfDay.nullish(),
    }),
    output: nothing,
    touches: ['appointments', 'infusions'],
  }),
  arrived: command({
    needs: 'escorts.write',
    input: z.strictObject({ appointmentId: id }),
    output: nothing,
    touches: ['appointments', 'infusions'],
  }),
}
