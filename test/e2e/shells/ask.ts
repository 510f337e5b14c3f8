import type { Page } from '@playwright/test'
import type {} from '#api/wire-bridge'
import type { Client } from '#contract/house'
import type { Reply } from '#contract/define'

type Rooms = keyof Client

/** Asks the engine through the page's own wire, whichever shell it is; fails when the answer is a no. */
export async function ask<R extends Rooms, N extends keyof Client[R] & string>(
  page: Page,
  room: R,
  name: N,
  input: unknown,
): Promise<Answer<Client[R][N]>> {
  const reply: Reply<Answer<Client[R][N]>> = await page.evaluate(
    async ([inRoom, what, given]) => {
      if (window.desk !== undefined) return window.desk.call(String(inRoom), String(what), given)
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/call/${String(inRoom)}/${String(what)}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(given),
      })
      return answer.json()
    },
    [room, name, input] as const,
  )
  if (!reply.ok) throw new Error(`${room}.${name}: ${reply.fault.code} ${reply.fault.message}`)
  return reply.value
}

type Answer<Call> = Call extends (input: never) => Promise<Reply<infer Value>> ? Value : never
