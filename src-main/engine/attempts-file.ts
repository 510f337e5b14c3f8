import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterFailure, nextTry, noAttempts } from '#vault/attempts'
import type { Attempts } from '#vault/attempts'
import { foldSignInName } from '#vault/sign-in-name'

/**
 * Counts failed passwords beside the file, because the file itself is shut then. Names are kept as hashes. The counts
 * survive a restart; taking the file away only ever costs the waiting, never opens anything.
 */
export class AttemptsFile {
  readonly #path: string
  #counts: Record<string, Attempts>

  constructor(dir: string) {
    this.#path = join(dir, 'attempts.json')
    this.#counts = read(this.#path)
  }

  /** Milliseconds until this name may be tried again; none or less means now. A clock set back starts the wait anew. */
  waitFor(signInName: string, now: number): number {
    const before = this.#of(signInName)
    const { allowedAt, attempts } = nextTry(before, now)
    if (attempts !== before) this.#save({ ...this.#counts, [keyOf(signInName)]: attempts })
    return allowedAt - now
  }

  failed(signInName: string, now: number): void {
    this.#save({ ...this.#counts, [keyOf(signInName)]: afterFailure(this.#of(signInName), now) })
  }

  succeeded(signInName: string): void {
    const { [keyOf(signInName)]: gone, ...rest } = this.#counts
    if (gone !== undefined) this.#save(rest)
  }

  #of(signInName: string): Attempts {
    return this.#counts[keyOf(signInName)] ?? noAttempts
  }

  #save(counts: Record<string, Attempts>): void {
    this.#counts = counts
    writeFileSync(`${this.#path}.new`, JSON.stringify(counts), { mode: 0o600 })
    renameSync(`${this.#path}.new`, this.#path)
  }
}

function keyOf(signInName: string): string {
  return createHash('sha256').update(foldSignInName(signInName)).digest('hex').slice(0, 16)
}

function read(path: string): Record<string, Attempts> {
  const counts: Record<string, Attempts> = {}
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof parsed !== 'object' || parsed === null) return counts
    for (const [key, value] of Object.entries(parsed)) {
      if (typeof value?.failures === 'number' && typeof value?.lastFailureAt === 'number') {
        counts[key] = { failures: value.failures, lastFailureAt: value.lastFailureAt }
      }
    }
  } catch {
    // Missing or damaged: counting starts anew, and every password must still be right.
    return {}
  }
  return counts
}
