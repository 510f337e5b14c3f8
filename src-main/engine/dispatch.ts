import type { Reply, Shape } from '#contract/define'
import type { Fault } from '#contract/faults'
import { contract } from '#contract/house'
import { may } from '#contract/permissions'
import type { Need } from '#contract/permissions'
import { problemOf, problemSentences } from '#contract/problems'
import type { Topic } from '#contract/topics'
import type { Seat } from './presence.ts'

/** An entry of the contract as the engine needs it: without the types of its value. */
export type AnyEntry = {
  readonly kind: 'query' | 'command'
  readonly needs: Need
  readonly input: Shape
  readonly output: Shape
  readonly touches?: readonly Topic[]
  readonly looksAt?: string
}

/** The entry of a call; undefined when there is no such call. Only the contract's own names count, never inherited ones. */
export function entryOf(room: string, name: string): AnyEntry | undefined {
  if (!Object.hasOwn(contract, room)) return undefined
  const entries: object | undefined = Object.entries(contract).find(([key]) => key === room)?.[1]
  if (entries === undefined || !Object.hasOwn(entries, name)) return undefined
  const entry: AnyEntry | undefined = Reflect.get(entries, name)
  return entry
}

/** Why this window may not make this call; undefined when it may. */
export function refusalFor(entry: AnyEntry, seat: Seat | undefined, isOpen: boolean): Fault | undefined {
  if (entry.needs === 'nobody') return undefined
  if (!isOpen) return { code: 'call.vault-closed', message: 'A password must open the file first.' }
  if (seat === undefined) return { code: 'call.signed-out', message: 'Sign in first.' }
  if (seat.isLocked) return { code: 'call.locked', message: 'The window is locked.' }
  if (entry.needs === 'signed-in' || may(seat.roles, entry.needs)) return undefined
  return { code: 'call.not-allowed', message: 'Your role does not allow this. Ask a manager.' }
}

/** Checks the input; the fault names the first wrong field. */
export function checkInput(entry: AnyEntry, input: unknown): Reply<unknown> {
  const parsed = entry.input.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  const { path, problem } = problemOf(parsed.error.issues)
  const message = problemSentences[problem]
  return { ok: false, fault: { code: 'call.bad-input', message, path, facts: { problem } } }
}

/** Checks what goes out, so that no field that is not promised ever leaves. Throws: a wrong answer is a bug. */
export function checkOutput(entry: AnyEntry, value: unknown): unknown {
  const parsed = entry.output.safeParse(value)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ')
  throw new Error(`The answer is not what the contract promises: ${where}`)
}
