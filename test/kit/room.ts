import type { Fault } from '#contract/faults'
import { contract } from '#contract/house'
import type { Client, Contract, Handlers } from '#contract/house'
import type { Reply } from '#contract/define'
import type { Need } from '#contract/permissions'
import { problemOf } from '#contract/problems'
import type { Desk } from '#services/desk'
import { Refusal } from '#services/refusal'
import type { z } from 'zod'

type Entry = { readonly needs: Need; readonly input: z.ZodType; readonly output: z.ZodType }
type Handler = (desk: Desk, input: unknown) => Promise<unknown>

/**
 * The calls of one room at somebody's desk, checked as the engine checks them: may they, the input, the answer. A
 * refusal comes back as its fault; a bug is thrown.
 */
export function roomAt<R extends keyof Contract>(room: R, handlers: Handlers<Desk>[R], desk: Desk): Client[R] {
  const calls: Client[R] = Object.create(null)
  for (const [name, entry] of Object.entries<Entry>(contract[room])) {
    const rooms: object = handlers
    const handler: Handler = Reflect.get(rooms, name)
    Reflect.set(calls, name, (input: unknown) => call(entry, handler, desk, input))
  }
  return calls
}

async function call(
  { needs, input, output }: Entry,
  handler: Handler,
  desk: Desk,
  typed: unknown,
): Promise<Reply<unknown>> {
  if (needs !== 'nobody' && needs !== 'signed-in' && !desk.may(needs)) {
    return no({ code: 'call.not-allowed', message: 'Your role does not allow this.' })
  }
  const parsed = input.safeParse(typed)
  if (!parsed.success) {
    const { path, problem } = problemOf(parsed.error.issues)
    return no({ code: 'call.bad-input', message: 'A field is wrong.', path, facts: { problem } })
  }
  try {
    return { ok: true, value: output.parse(await handler(desk, parsed.data)) }
  } catch (error) {
    if (error instanceof Refusal) return no(error.fault)
    throw error
  }
}

function no(fault: Fault): Reply<never> {
  return { ok: false, fault }
}

/** What a call answered; throws with its fault when it was refused. */
export async function done<T>(reply: Promise<Reply<T>>): Promise<T> {
  const settled = await reply
  if (settled.ok) return settled.value
  throw new Error(`refused: ${settled.fault.code} at ${settled.fault.path ?? '-'}: ${settled.fault.message}`)
}

/** The fault a call was refused with; throws when it was not refused. */
export async function refused(reply: Promise<Reply<unknown>>): Promise<Fault> {
  const settled = await reply
  if (!settled.ok) return settled.fault
  throw new Error('the call was not refused')
}
