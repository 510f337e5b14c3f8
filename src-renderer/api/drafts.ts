/**
 * What was typed and not saved, kept in memory only, each person's own: a lock and an unlock bring it back, a sign-out
 * forgets it.
 */
export type Drafts = {
  /** Whose drafts are read and kept from now on; undefined while nobody is here. */
  belongTo: (staffId: string | undefined) => void
  keep: (key: string, values: unknown) => void
  find: (key: string) => unknown
  drop: (key: string) => void
  /** Forgets every draft of everybody. */
  clear: () => void
}

export function createDrafts(): Drafts {
  const kept = new Map<string, unknown>()
  let owner: string | undefined
  const mine = (key: string) => `${owner ?? ''}\n${key}`
  return {
    belongTo(staffId) {
      owner = staffId
    },
    keep(key, values) {
      kept.set(mine(key), values)
    },
    find: (key) => kept.get(mine(key)),
    drop(key) {
      kept.delete(mine(key))
    },
    clear() {
      kept.clear()
    },
  }
}
