import type { z } from 'zod'
import type { Fault } from './faults.ts'
import type { Need } from './permissions.ts'
import type { Topic } from './topics.ts'

/** What comes back from any call on any wire: the value, or a fault that the screen can show. Never an exception. */
export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault }

/** A schema of the contract, whatever its value. */
export type Shape = z.ZodType

type Common<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O; needs: Need }

/**
 * A question. `reads` names the topics whose announcement makes the answer stale; `looksAt` names the field,
 * of the input or else of the answer, that holds the id of the patient whose record is shown: the engine writes it to
 * the audit log.
 */
export function query<I extends z.ZodType, O extends z.ZodType>(
  entry: Common<I, O> & { reads: readonly Topic[]; looksAt?: keyof z.output<I> & string },
) {
  return { kind: 'query' as const, ...entry }
}

/** A deed. `touches` names the topics that every open window hears of once it has happened. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  entry: Common<I, O> & { touches: readonly Topic[]; looksAt?: keyof z.output<I> & string },
) {
  return { kind: 'command' as const, ...entry }
}
