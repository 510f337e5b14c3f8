import type { Fault, FaultCode, FaultFacts } from '#contract/faults'

/** An expected no. Thrown inside a use case it rolls the transaction back; the engine turns it into its fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly fault: Fault

  constructor(code: FaultCode, message: string, more: { path?: string; facts?: FaultFacts } = {}) {
    super(message)
    this.fault = { code, message, ...more }
  }
}

/** The row, or the refusal that there is none. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('record.not-found', 'This record does not exist.')
  return row
}

/** Refuses when somebody else changed the record since the form was opened. */
export function unchanged(version: string, current: string): void {
  if (version !== current) {
    throw new Refusal('record.changed', 'Somebody changed this in the meantime. Look at it again before you save.')
  }
}
