import { hashRaw } from '@node-rs/argon2'
import { keyBytes, wipe } from './keys.ts'

/** What one Argon2id hash costs. */
export type Cost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number }

/** A staff member's password: 64 MiB, three passes (the second choice of RFC 9106, with one lane). */
export const staffCost: Cost = { memoryKib: 64 * 1024, passes: 3, lanes: 1 }

/** The practice passphrase, typed rarely: 256 MiB, three passes. */
export const practiceCost: Cost = { memoryKib: 256 * 1024, passes: 3, lanes: 1 }

/** Secrets that are random (recovery code) or have the data key behind them (PIN): OWASP's floor, 19 MiB, two passes. */
export const lightCost: Cost = { memoryKib: 19 * 1024, passes: 2, lanes: 1 }

/** Bytes of salt of every hash. */
export const saltBytes = 16

/** Whether a cost read from a file is one that a hash can be asked for without exhausting the PC. */
export function isCost(cost: Cost): boolean {
  const { memoryKib, passes, lanes } = cost
  return inRange(lanes, 1, 16) && inRange(passes, 1, 64) && inRange(memoryKib, 8 * lanes, 1024 * 1024)
}

/** Argon2id of a secret, 32 bytes, off the caller's thread. */
export function stretch(secret: Uint8Array, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  return hashRaw(secret, {
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: keyBytes,
    salt,
  })
}

/** Argon2id of what a person typed, whichever way their keyboard composes letters (NFKC, as NIST SP 800-63B asks). */
export async function stretchTyped(typed: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  const secret = Buffer.from(typed.normalize('NFKC'))
  try {
    return await stretch(secret, salt, cost)
  } finally {
    wipe(secret)
  }
}

function inRange(n: number, least: number, most: number): boolean {
  return Number.isSafeInteger(n) && n >= least && n <= most
}
