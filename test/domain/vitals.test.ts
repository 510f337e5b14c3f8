import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdsStart, vitalsAlert, vitalsProblems, type Vitals } from '#domain/vitals'

const calm: Vitals = { systolic: 118, diastolic: 76, heartRate: 68, respiratoryRate: 14, spo2: 98 }

describe('a reading is marked', () => {
  test.each([
    [{}, 'none'],
    [{ systolic: 139, diastolic: 89 }, 'none'],
    [{ systolic: 140 }, 'caution'],
    [{ diastolic: 90 }, 'caution'],
    [{ systolic: 164, diastolic: 99 }, 'caution'],
    [{ systolic: 165 }, 'alert'],
    [{ diastolic: 100 }, 'alert'],
    [{ systolic: 180 }, 'stop'],
    [{ diastolic: 110 }, 'stop'],
    [{ heartRate: 50 }, 'none'],
    [{ heartRate: 49 }, 'alert'],
    [{ heartRate: 120 }, 'none'],
    [{ heartRate: 121 }, 'alert'],
    [{ spo2: 92 }, 'none'],
    [{ spo2: 91 }, 'caution'],
    [{ spo2: 90 }, 'caution'],
    [{ spo2: 89 }, 'stop'],
  ] as const)('%j as %s', (changes, expected) => {
    expect(vitalsAlert({ ...calm, ...changes })).toBe(expected)
  })

  test('no milder when the pressure rises', () => {
    const order = ['none', 'caution', 'alert', 'stop']
    const pressure = fc.integer({ min: 40, max: 299 })
    fc.assert(
      fc.property(pressure, fc.integer({ min: 20, max: 199 }), (systolic, diastolic) => {
        const rank = (v: Vitals): number => order.indexOf(vitalsAlert(v))
        const here = { ...calm, systolic, diastolic }
        expect(rank({ ...here, systolic: systolic + 1 })).toBeGreaterThanOrEqual(rank(here))
        expect(rank({ ...here, diastolic: diastolic + 1 })).toBeGreaterThanOrEqual(rank(here))
      }),
    )
  })
})

test('a start is held at 160 over anything, 100 under it, or a reading that stops', () => {
  expect(holdsStart({ ...calm, systolic: 159, diastolic: 99 })).toBe(false)
  expect(holdsStart({ ...calm, systolic: 160 })).toBe(true)
  expect(holdsStart({ ...calm, diastolic: 100 })).toBe(true)
  expect(holdsStart({ ...calm, spo2: 89 })).toBe(true)
})

describe('a reading is refused', () => {
  test('not when it is possible, with or without breaths', () => {
    const { respiratoryRate: _, ...without } = calm
    expect([vitalsProblems(calm), vitalsProblems(without), vitalsProblems({ ...calm, respiratoryRate: null })]).toEqual(
      [[], [], []],
    )
  })

  test.each([
    [{ systolic: 39 }, 'systolic', 'too-low'],
    [{ systolic: 301 }, 'systolic', 'too-high'],
    [{ diastolic: 19 }, 'diastolic', 'too-low'],
    [{ diastolic: 118 }, 'diastolic', 'not-below-systolic'],
    [{ heartRate: 680 }, 'heartRate', 'too-high'],
    [{ respiratoryRate: 2 }, 'respiratoryRate', 'too-low'],
    [{ spo2: 101 }, 'spo2', 'too-high'],
    [{ spo2: 9.8 }, 'spo2', 'not-a-number'],
    [{ heartRate: Number.NaN }, 'heartRate', 'not-a-number'],
  ] as const)('%j: %s %s', (changes, field, code) => {
    expect(vitalsProblems({ ...calm, ...changes })).toEqual([{ field, code }])
  })

  test('with every field that is wrong', () => {
    expect(vitalsProblems({ ...calm, systolic: 0, spo2: 0 }).map((each) => each.field)).toEqual(['systolic', 'spo2'])
  })
})
