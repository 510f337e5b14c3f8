import { z } from 'zod'
import { command } from './define.ts'
import { locationFields, practiceFields } from './practice.ts'
import { line, nothing, role, text } from './shapes.ts'

/** The first start: the practice, its two locations, the first manager, the recovery code. */
export const setup = {
  /** Creates the encrypted file and everything in it; answers with the recovery code, which is shown once. */
  create: command({
    needs: 'nobody',
    input: z.strictObject({
      practice: practiceFields,
      locations: z.array(locationFields).min(1).max(12),
      manager: z.strictObject({
        name: line(80),
        signInName: line(60),
        password: z.string().min(1, 'required').max(200, 'too-long'),
        credentials: text(40),
        npi: practiceFields.shape.npi,
        alsoRoles: z.array(role).max(5),
      }),
    }),
    output: z.strictObject({ recoveryCode: z.string() }),
    touches: ['sign-in', 'practice', 'staff'],
  }),
  /** The recovery code typed back; until then the app keeps asking. */
  confirmRecoveryCode: command({
    needs: 'staff.manage',
    input: z.strictObject({ code: line(80) }),
    output: nothing,
    touches: ['sign-in'],
  }),
  /** A fresh recovery code in place of the old one, when nobody wrote the first one down. */
  renewRecoveryCode: command({
    needs: 'staff.manage',
    input: nothing,
    output: z.strictObject({ recoveryCode: z.string() }),
    touches: ['sign-in'],
  }),
  /** Looks around in a sample practice in a throw-away folder; answers with who can sign in there. */
  openSample: command({
    needs: 'nobody',
    input: nothing,
    output: z.strictObject({
      people: z.array(z.strictObject({ signInName: z.string(), password: z.string(), name: z.string(), role })),
    }),
    touches: ['sign-in'],
  }),
}
