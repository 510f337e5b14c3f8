import { type Reply } from '#contract/define'

/** The road to the engine. `call` never throws: what goes wrong on the road comes back as a fault. */
export type Wire = {
  call: <T>(room: string, name: string, input: unknown) => Promise<Reply<T>>
  /** `heard` gets the topics of every announcement; `back` runs when the road was broken and works again. */
  onTouched: (heard: (topics: readonly string[]) => void, back: () => void) => () => void
}

/** The fault of a road that leads nowhere: the window is open, the program behind it is gone. */
export function unreachable(): { ok: false; fault: { code: 'internal'; message: string; facts: { cause: string } } } {
  return {
    ok: false,
    fault: {
      code: 'internal',
      message: 'The program that keeps the file does not answer. Nothing was saved.',
      facts: { cause: 'unreachable' },
    },
  }
}
