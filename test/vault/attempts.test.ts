import { afterFailure, type Attempts, freeTries, isPinOff, nextTry, noAttempts, pinTries } from '#vault/attempts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const noon = 1_772_000_000_000

function failed(times: number, at = noon): Attempts {
  return Array.from({ length: times }).reduce<Attempts>((attempts) => afterFailure(attempts, at), noAttempts)
}

const attemptsOf = fc.record({
  failures: fc.integer({ min: freeTries, max: 10_000 }),
  lastFailureAt: fc.integer({ min: 0, max: 2 * noon }),
})

describe('after failed tries', () => {
  test('five are free, then the waits grow to five minutes and no further', () => {
    const waits = Array.from({ length: 13 }, (_, times) => (nextTry(failed(times), noon).allowedAt - noon) / 1000)
    expect(waits).toEqual([0, 0, 0, 0, 0, 5, 15, 30, 60, 120, 300, 300, 300])
  })

  test('the wait ends by itself', () => {
    const attempts = failed(6)
    expect(nextTry(attempts, noon + 14_999).allowedAt).toBeGreaterThan(noon + 14_999)
    expect(nextTry(attempts, noon + 15_000).allowedAt).toBe(noon + 15_000)
  })

  test('the PIN is off after ten, until somebody starts anew', () => {
    expect([isPinOff(failed(pinTries - 1)), isPinOff(failed(pinTries)), isPinOff(noAttempts)]).toEqual([
      false,
      true,
      false,
    ])
  })

  test('a clock set back neither frees nor locks for more than the wait', () => {
    fc.assert(
      fc.property(attemptsOf, fc.integer({ min: 0, max: 2 * noon }), (attempts, now) => {
        fc.pre(now < attempts.lastFailureAt)
        const first = nextTry(attempts, now)
        expect(first.allowedAt).toBeGreaterThan(now)
        expect(first.allowedAt).toBeLessThanOrEqual(now + 300_000)
        const later = nextTry(first.attempts, first.allowedAt)
        expect(later.allowedAt).toBe(first.allowedAt)
        expect(later.attempts).toEqual(first.attempts)
        expect(first.attempts.failures).toBe(attempts.failures)
      }),
    )
  })

  test('whatever stands in the record, the wait is at most five minutes from now', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.integer({ min: 0, max: 2 * noon }), (failures, lastFailureAt, now) => {
        expect(nextTry({ failures, lastFailureAt }, now).allowedAt).toBeLessThanOrEqual(now + 300_000)
      }),
    )
  })
})
