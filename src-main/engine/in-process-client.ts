import type { Reply } from '#contract/define'
import type { Client } from '#contract/house'

type Callable = {
  call(room: string, name: string, input: unknown, who: { readonly client: string }): Promise<Reply<unknown>>
}

/** The typed client over no wire at all: calls an engine in the same process, through the same checks. */
export function inProcessClient(engine: Callable, client: string): Client {
  const rooms = new Proxy(
    {},
    {
      get: (_, room) =>
        new Proxy(
          {},
          { get: (__, name) => (input: unknown) => engine.call(String(room), String(name), input, { client }) },
        ),
    },
  )
  // The proxy answers every name; the contract's types say which of them there are.
  return rooms as Client // oxlint-disable-line typescript/consistent-type-assertions -- derived from the contract, not from a value
}
