/** A source of chance that always runs the same way from the same seed (mulberry32): numbers from 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from low to high, both included. */
export function between(roll: () => number, low: number, high: number): number {
  return low + Math.floor(roll() * (high - low + 1))
}
