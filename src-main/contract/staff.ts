import { z } from 'zod'
import { command, query } from './define.ts'
import { id, line, nothing, npi, role, text } from './shapes.ts'

/** Where somebody holds a role; no location means at every one. */
const posts = z
  .array(z.strictObject({ role, locationId: id.nullable() }))
  .min(1, 'too-few')
  .max(40)

/** The people with a sign-in. */
export const staff = {
  list: query({
    needs: 'staff.see',
    input: nothing,
    output: z.array(
      z.strictObject({
        id,
        name: z.string(),
        signInName: z.string(),
        credentials: z.string(),
        npi: z.string(),
        posts,
        isArchived: z.boolean(),
      }),
    ),
    reads: ['staff'],
  }),
  add: command({
    needs: 'staff.manage',
    input: z.strictObject({
      name: line(80),
      signInName: line(60),
      password: z.string().min(1, 'required').max(200, 'too-long'),
      credentials: text(40),
      npi,
      posts,
    }),
    output: z.strictObject({ staffId: id }),
    touches: ['staff', 'sign-in'],
  }),
  /** Answers with how many bookings to come still name the person in a role, or at a clinic, that was taken away. */
  change: command({
    needs: 'staff.manage',
    input: z.strictObject({ staffId: id, name: line(80), credentials: text(40), npi, posts }),
    output: z.strictObject({ bookings: z.number() }),
    touches: ['staff', 'sign-in'],
  }),
  /**
   * The person can no longer sign in, from this moment on; what they did stays. Answers with how many bookings to come
   * still name them: somebody has to take those over.
   */
  archive: command({
    needs: 'staff.manage',
    input: z.strictObject({ staffId: id, reason: line(200) }),
    output: z.strictObject({ bookings: z.number() }),
    touches: ['staff', 'sign-in'],
  }),
}
