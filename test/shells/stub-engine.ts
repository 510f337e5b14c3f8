import type { Engine } from '#engine'

/** An engine that answers every call with what it was asked, and remembers who left. */
export type StubEngine = Engine & { readonly left: string[]; announce(topics: readonly string[]): void }

export function stubEngine(): StubEngine {
  const listeners = new Set<(topics: readonly string[]) => void>()
  const left: string[] = []
  return {
    left,
    announce: (topics) => {
      for (const listener of listeners) listener(topics)
    },
    call: async (room, name, input, who) => ({ ok: true, value: { room, name, input, client: who.client } }),
    onTouched(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    leave: (client) => void left.push(client),
    lockAll: () => undefined,
    sampleLogins: () => [],
    close: async () => undefined,
  }
}
