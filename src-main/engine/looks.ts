const AGAIN_AFTER = 10 * 60_000

/** Which looks were written to the audit log lately, so that a page that refreshes itself counts as one look. */
export class Looks {
  readonly #seen = new Map<string, number>()

  /** Whether this look is to be written: the first, or the first after ten minutes. */
  isNew(client: string, staffId: string, call: string, patientId: string, now: number): boolean {
    const key = `${client} ${staffId} ${call} ${patientId}`
    const last = this.#seen.get(key)
    if (last !== undefined && now - last < AGAIN_AFTER && now >= last) return false
    this.#seen.set(key, now)
    return true
  }

  /** Forgets what a window looked at. */
  forget(client: string): void {
    for (const key of this.#seen.keys()) if (key.startsWith(`${client} `)) this.#seen.delete(key)
  }
}
