/** Lets what concerns one thing happen one after the other: tries at one password, say, that are counted in between. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Runs the work once everything asked for earlier under this key is over. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const turn = before.then(work, work)
    const settled = turn.catch(() => undefined)
    this.#last.set(key, settled)
    try {
      return await turn
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    }
  }
}
