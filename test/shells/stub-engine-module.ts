/** Takes the place of `#engine` in a build of the Electron shell alone; a test reads `globalThis.stub` in the main process. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine, EngineOptions } from '#engine'

export class StartProblem extends Error {}

export type StubRecord = { locked: string[]; left: string[]; announce(topics: readonly string[]): void }

export async function createEngine({ dir, version, workers, sample }: EngineOptions): Promise<Engine> {
  if (process.env['STUB_START_PROBLEM'] !== undefined) {
    // Long enough that the test has the app in hand before it ends by itself.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    throw new StartProblem(process.env['STUB_START_PROBLEM'])
  }
  const listeners = new Set<(topics: readonly string[]) => void>()
  const record: StubRecord = {
    locked: [],
    left: [],
    announce: (topics) => {
      for (const listener of listeners) listener(topics)
    },
  }
  Object.assign(globalThis, { stub: record })
  return {
    call: async (room, name, input, who) => ({
      ok: true,
      value: { room, name, input, client: who.client, version, press: workers.documents.pathname },
    }),
    onTouched(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    leave: (client) => void record.left.push(client),
    lockAll: (why) => void record.locked.push(why),
    sampleLogins: () =>
      sample === true ? [{ signInName: 'elena', password: 'seven lanterns', name: 'Elena', role: 'manager' }] : [],
    async close() {
      // Long enough that a process which does not wait would be gone.
      await new Promise((resolve) => setTimeout(resolve, 300))
      writeFileSync(join(dir, 'closed-cleanly'), '')
    },
  }
}
