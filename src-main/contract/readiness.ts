import { z } from 'zod'
import { markedDots } from '#domain/readiness'
import { command } from './define.ts'
import { id, nothing, text } from './shapes.ts'

/** The conditions of a safe visit that somebody confirms by hand. */
export const readiness = {
  /** Which role may mark which condition stands among the permissions; the latest mark holds, earlier ones stay on record. */
  mark: command({
    needs: 'appointments.write',
    input: z.strictObject({ appointmentId: id, dot: z.enum(markedDots), isMet: z.boolean(), note: text(200) }),
    output: nothing,
    touches: ['appointments'],
  }),
}
