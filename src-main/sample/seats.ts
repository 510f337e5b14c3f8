import type { Reply } from '#contract/define'
import type { Client } from '#contract/house'

/** The value of a reply that cannot be a no while the sample is built; a no there is a mistake in the sample. */
export function must<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw new Error(`The sample practice was refused: ${reply.fault.code} ${reply.fault.path ?? ''}`)
}

/** The people through whom the sample practice is built, each at a window of their own. */
export type Seats = {
  readonly manager: Client
  readonly desk: Client
  readonly nurse: Client
  readonly biller: Client
}

/** What moves the clock while the sample is built: epoch milliseconds. */
export type SampleClock = { readonly now: number; setNow(instant: number): void }
