/** Failed tries in a row and when the last one was, epoch milliseconds. Kept where a restart does not lose it. */
export type Attempts = { readonly failures: number; readonly lastFailureAt: number }

/** Nobody has failed yet; also the state after a success. */
export const noAttempts: Attempts = { failures: 0, lastFailureAt: 0 }

/** Tries that cost nothing but the try. */
export const freeTries = 5

/** Failures after which a PIN no longer works until the password was given. */
export const pinTries = 10

const waitsMs = [5_000, 15_000, 30_000, 60_000, 120_000, 300_000] as const
const longestWaitMs = 300_000

/** The state after one more failure. */
export function afterFailure(attempts: Attempts, now: number): Attempts {
  return { failures: attempts.failures + 1, lastFailureAt: now }
}

/** Whether the PIN is off, and only the password helps. */
export function isPinOff(attempts: Attempts): boolean {
  return attempts.failures >= pinTries
}

/**
 * From when on the next try is allowed; at or before `now` means at once. When the clock was set back, the wait begins
 * anew from `now`: the returned `attempts` say so and must then be kept, so that the wait ends in minutes and not when
 * the clock has caught up.
 */
export function nextTry(attempts: Attempts, now: number): { readonly allowedAt: number; readonly attempts: Attempts } {
  const wait = waitAfter(attempts.failures)
  if (wait === 0) return { allowedAt: now, attempts }
  const isPlausible = Number.isFinite(attempts.lastFailureAt) && attempts.lastFailureAt <= now
  const settled = isPlausible ? attempts : { failures: attempts.failures, lastFailureAt: now }
  return { allowedAt: settled.lastFailureAt + wait, attempts: settled }
}

function waitAfter(failures: number): number {
  if (failures < freeTries) return 0
  return waitsMs[failures - freeTries] ?? longestWaitMs
}
