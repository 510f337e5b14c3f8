import type { Wire } from '#api/wire'
import type { Reply } from '#contract/define'

/** A road to an engine that is not there: answers are given by the test, calls are counted, announcements made by hand. */
export function fakeWire(answer: (call: string, input: unknown) => Reply<unknown>) {
  const calls: string[] = []
  const listeners = new Set<{ heard: (topics: readonly string[]) => void; back: () => void }>()
  const wire: Wire = {
    async call<T>(room: string, name: string, input: unknown): Promise<Reply<T>> {
      calls.push(`${room}.${name}`)
      const reply: Reply<T> = JSON.parse(JSON.stringify(answer(`${room}.${name}`, input)))
      return reply
    },
    onTouched(heard, back) {
      const listener = { heard, back }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    wire,
    calls,
    announce: (...topics: readonly string[]) => {
      for (const { heard } of listeners) heard(topics)
    },
    comeBack: () => {
      for (const { back } of listeners) back()
    },
  }
}
