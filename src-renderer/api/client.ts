import './jitless.ts'
import { type QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { type Reply } from '#contract/define'
import { type FaultCode } from '#contract/faults'
import { type Client } from '#contract/house'
import { createDrafts, type Drafts } from './drafts.ts'
import { createCache, follow, touch, touchesOf } from './touched.ts'
import { wireBridge } from './wire-bridge.ts'
import { wireHttp } from './wire-http.ts'
import { type Wire } from './wire.ts'

/** Everything the screens hold of the engine: calls, the cache of answers, unfinished forms. */
export type Api = {
  call: <T>(room: string, name: string, input: unknown) => Promise<Reply<T>>
  /** Every call of the contract as a typed function, for places where no hook can stand. */
  client: Client
  cache: QueryClient
  drafts: Drafts
  /** Listens to announcements until the returned function is called. */
  start: () => () => void
}

/** The road of this window: the bridge in the desktop shell, HTTP in a browser. */
export function wireHere(): Wire {
  return window.desk === undefined ? wireHttp() : wireBridge(window.desk)
}

/** Makes the api over a wire. A deed that succeeded touches its topics at once, before the announcement comes round. */
export function createApi(wire: Wire): Api {
  const cache = createCache()
  async function call<T>(room: string, name: string, input: unknown): Promise<Reply<T>> {
    const reply = await wire.call<T>(room, name, input)
    if (reply.ok) touch(cache, touchesOf(room, name))
    // The engine was started anew, or this window was locked elsewhere: the screen is no longer the right one.
    else if (isOutside(reply.fault.code)) void cache.invalidateQueries({ queryKey: ['signIn', 'state'] })
    return reply
  }
  return { call, client: clientOver(call), cache, drafts: createDrafts(), start: () => follow(cache, wire) }
}

function isOutside(code: FaultCode): boolean {
  return code === 'call.signed-out' || code === 'call.locked' || code === 'call.vault-closed'
}

function clientOver(call: Api['call']): Client {
  const rooms: Client = Object.create(null)
  return new Proxy(rooms, {
    get: (_rooms, room) =>
      new Proxy(Object.create(null), {
        get: (_calls, name) => (input: unknown) => call(String(room), String(name), input),
      }),
  })
}

/** The api of this window; provided once by the root. */
export const ApiContext = createContext<Api | undefined>(undefined)

/** The api of this window. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === undefined) throw new Error('no api: the root wraps everything in ApiProvider')
  return api
}
