import { type Reply } from '#contract/define'
import { unreachable, type Wire } from './wire.ts'

/** What the preload script puts on the window of the desktop shell. */
export type Bridge = {
  call: <T>(room: string, name: string, input: unknown) => Promise<Reply<T>>
  onTouched: (heard: (topics: readonly string[]) => void) => () => void
}

declare global {
  interface Window {
    readonly desk?: Bridge
  }
}

export function wireBridge(bridge: Bridge): Wire {
  return {
    async call<T>(room: string, name: string, input: unknown): Promise<Reply<T>> {
      try {
        return await bridge.call<T>(room, name, input)
      } catch {
        return unreachable()
      }
    },
    onTouched: (heard) => bridge.onTouched(heard),
  }
}
