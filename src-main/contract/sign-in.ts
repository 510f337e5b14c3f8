import { z } from 'zod'
import { command, query } from './define.ts'
import { id, line, nothing, role } from './shapes.ts'
import { permissions, type Permission } from './permissions.ts'

const permission = z.custom<Permission>((value) => typeof value === 'string' && Object.hasOwn(permissions, value))

/** Who is at this PC. `may` lists the permissions, so that screens hide what the engine would refuse. */
export const me = z.strictObject({
  staffId: id,
  name: z.string(),
  roles: z.array(role),
  may: z.array(permission),
  hasPin: z.boolean(),
})

/** Who is at this PC, as a type. */
export type Me = z.output<typeof me>

/** Coming and going: passwords open the file, a PIN only switches people while it is open. */
export const signIn = {
  /**
   * Which screen this window is on. `new`: no practice yet. `vault-closed`: a password opens the file.
   * `signed-out`: the file is open, nobody is here. `locked`: somebody is, behind the lock. `recovery-code`: the code
   * must be typed back. `open`: at work.
   */
  state: query({
    needs: 'nobody',
    input: nothing,
    output: z.strictObject({
      stage: z.enum(['new', 'vault-closed', 'signed-out', 'locked', 'recovery-code', 'open']),
      practiceName: z.string(),
      isSample: z.boolean(),
      version: z.string(),
      pcLabel: z.string(),
      lockAfterMinutes: z.number(),
      people: z.array(z.strictObject({ staffId: id, name: z.string(), hasPin: z.boolean() })),
      me: me.nullable(),
    }),
    reads: ['sign-in', 'practice', 'staff'],
  }),
  withPassword: command({
    needs: 'nobody',
    input: z.strictObject({ signInName: line(60), password: z.string().min(1, 'required').max(200, 'too-long') }),
    output: me,
    touches: ['sign-in'],
  }),
  withPin: command({
    needs: 'nobody',
    input: z.strictObject({ staffId: id, pin: z.string().max(6) }),
    output: me,
    touches: ['sign-in'],
  }),
  /** Sets the six digits by which the person switches on this PC. */
  setPin: command({
    needs: 'signed-in',
    input: z.strictObject({ pin: z.string().max(6) }),
    output: nothing,
    touches: ['sign-in'],
  }),
  /** Somebody touched the keyboard: the auto-lock starts counting anew. */
  stillHere: command({ needs: 'signed-in', input: nothing, output: nothing, touches: [] }),
  lock: command({ needs: 'signed-in', input: nothing, output: nothing, touches: ['sign-in'] }),
  out: command({ needs: 'nobody', input: nothing, output: nothing, touches: ['sign-in'] }),
}

/** Which screen a window is on and who is there, as a type. */
export type SignInState = z.output<typeof signIn.state.output>
