import { type Reply } from '#contract/define'
import { unreachable, type Wire } from './wire.ts'

/** The browser shell's road: one POST a call, one event stream for what was touched. */
export function wireHttp(): Wire {
  return {
    async call<T>(room: string, name: string, input: unknown): Promise<Reply<T>> {
      try {
        const response = await fetch(`/call/${room}/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        })
        const reply: Reply<T> = await response.json()
        return typeof reply.ok === 'boolean' ? reply : unreachable()
      } catch {
        return unreachable()
      }
    },
    onTouched(heard, back) {
      const stream = new EventSource('/touched')
      stream.addEventListener('message', (event) => heard(topicsOf(event.data)))
      // What was announced before the stream stood, or while it was broken, was not heard.
      stream.addEventListener('open', back)
      return () => stream.close()
    },
  }
}

function topicsOf(data: unknown): string[] {
  try {
    const list: unknown = JSON.parse(String(data))
    return Array.isArray(list) ? list.map(String) : ['*']
  } catch {
    return ['*']
  }
}
