import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '#domain/dates'
import type { Slot } from '#domain/schedule'
import { goingAlong, planMoves, spanDays } from '#domain/series-move'
import { booking, tuesday } from './bookings.ts'

function infusion(id: string, after: number, startMinute = 600) {
  return { id, slot: booking({ id, patientId: 'Ruth', day: addDays(tuesday, after), startMinute }) }
}

const series = [infusion('c', 6), infusion('a', 0), infusion('b', 3)]
const rules = { minGapDays: 2, earliest: tuesday }
const always = (wanted: Slot) => wanted
const daysOf = (moves: ReturnType<typeof planMoves>) =>
  moves.map((move) => (move.to === undefined ? undefined : daysBetween(tuesday, move.to.day)))

describe('the infusions that go along', () => {
  test.each([
    ['this', ['b']],
    ['rest', ['b', 'c']],
    ['all', ['a', 'b', 'c']],
  ] as const)('with %s are in the order of their days', (verb, ids) => {
    expect(goingAlong(series, 'b', verb).map((one) => one.id)).toEqual(ids)
    expect(goingAlong(series, 'nobody', verb)).toEqual([])
  })
})

describe('a move', () => {
  test('takes every one of them by the same days and minutes', () => {
    const moves = planMoves(goingAlong(series, 'a', 'all'), { days: 1, minutes: 30 }, rules, always)
    expect(daysOf(moves)).toEqual([1, 4, 7])
    expect(moves.every((move) => move.to?.startMinute === 630)).toBe(true)
  })

  test('goes on to the next day that is free, and pushes the rest along when the gap would be too small', () => {
    const busy = [addDays(tuesday, 4), addDays(tuesday, 5)]
    const freeOn = (wanted: Slot) => (busy.includes(wanted.day) ? undefined : wanted)
    const moves = planMoves(goingAlong(series, 'a', 'all'), { days: 1, minutes: 0 }, rules, freeOn)
    expect(daysOf(moves)).toEqual([1, 6, 8])
  })

  test('that finds no time within a week says so, and the others go on', () => {
    const freeOn = (wanted: Slot) => (daysBetween(tuesday, wanted.day) < 20 ? wanted : undefined)
    const moves = planMoves(goingAlong(series, 'b', 'rest'), { days: 30, minutes: 0 }, rules, freeOn)
    expect(daysOf(moves)).toEqual([undefined, undefined])
  })

  test('back in time does not come nearer to what stays than the smallest gap', () => {
    const moves = planMoves(
      goingAlong(series, 'b', 'rest'),
      { days: -3, minutes: 0 },
      { ...rules, earliest: addDays(tuesday, 2) },
      always,
    )
    expect(daysOf(moves)).toEqual([2, 4])
  })

  test('keeps the order and every gap, whatever is asked and whatever is free', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: -10, max: 20 }),
        fc.array(fc.nat(40), { maxLength: 20 }),
        (gaps, days, closed) => {
          let after = 0
          const moved = gaps.map((gap, n) => infusion(String(n), (after += gap)))
          const freeOn = (wanted: Slot) => (closed.includes(daysBetween(tuesday, wanted.day)) ? undefined : wanted)
          const found = planMoves(moved, { days, minutes: 0 }, rules, freeOn).flatMap((move) => move.to?.day ?? [])
          for (const [place, day] of found.entries()) {
            const before = found[place - 1]
            expect(day >= tuesday).toBe(true)
            expect(closed).not.toContain(daysBetween(tuesday, day))
            if (before !== undefined) expect(daysBetween(before, day)).toBeGreaterThanOrEqual(2)
          }
        },
      ),
    )
  })
})

test('a course spans from its first day to its last, both counted', () => {
  expect(spanDays([addDays(tuesday, 20), tuesday, addDays(tuesday, 4)])).toBe(21)
  expect([spanDays([tuesday]), spanDays([])]).toEqual([1, 0])
})
