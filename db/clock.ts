/** The state of a hybrid logical clock: milliseconds, and a counter for what happens within one. */
export type ClockState = { readonly ms: number; readonly counter: number }

/** The clock of a file in which nothing happened yet. */
export const clockZero: ClockState = { ms: 0, counter: 0 }

const COUNTER_MAX = 0xffff

/** The next tick: the wall time when it has moved on, otherwise the counter; it never goes back, whatever the wall says. */
export function tick(last: ClockState, wallMs: number): ClockState {
  if (wallMs > last.ms) return { ms: wallMs, counter: 0 }
  if (last.counter < COUNTER_MAX) return { ms: last.ms, counter: last.counter + 1 }
  return { ms: last.ms + 1, counter: 0 }
}

/** A tick as text that sorts by time: 12 hex milliseconds, 4 hex counter, the PC. */
export function clockText(state: ClockState, origin: string): string {
  return state.ms.toString(16).padStart(12, '0') + state.counter.toString(16).padStart(4, '0') + origin
}

/** The state inside a clock text. */
export function clockOf(text: string): ClockState {
  return { ms: Number.parseInt(text.slice(0, 12), 16), counter: Number.parseInt(text.slice(12, 16), 16) }
}
