import { describe, expect, test } from 'vitest'
import { addDays, day } from '#domain/dates'
import { canStart, infusionTimesProblem, startRefusal, stopRefusal, type StartFacts } from '#domain/infusion'

const today = day('2026-03-10')
const start: StartFacts = {
  stage: 'preparing',
  kind: 'mood',
  microgramsPerKg: 500,
  infusionMinutes: 40,
  weightGrams: 82_400,
  weighedOn: today,
  today,
  isRangeConfirmed: false,
  lastReading: { systolic: 118, diastolic: 76, heartRate: 72, spo2: 98, measuredOn: today },
}
const high = { systolic: 162, diastolic: 95, heartRate: 80, spo2: 98, measuredOn: today }

describe('an infusion', () => {
  test('starts with a fresh weight and a usual dose', () => {
    expect(startRefusal(start)).toBeUndefined()
    expect(canStart(start)).toBe(true)
  })

  test.each([
    ['already-started', { stage: 'infusing' }],
    ['already-started', { stage: 'discharged' }],
    ['no-weight', { weightGrams: null }],
    ['no-weight', { weighedOn: undefined }],
    ['weight-impossible', { weightGrams: 824_000 }],
    ['weight-too-old', { weighedOn: addDays(today, -31) }],
    ['weight-too-old', { weighedOn: addDays(today, 1) }],
    ['range-not-confirmed', { microgramsPerKg: 1_001 }],
    ['range-not-confirmed', { kind: 'pain', microgramsPerKg: 1_399, infusionMinutes: 240 }],
    ['no-reading', { lastReading: undefined }],
    ['no-reading', { lastReading: { ...high, systolic: 118, measuredOn: addDays(today, -1) } }],
    ['vitals-hold', { lastReading: high }],
  ] as const satisfies readonly (readonly [string, Partial<StartFacts>])[])(
    'is refused as %s with %j',
    (code, changes) => {
      expect(startRefusal({ ...start, ...changes })).toBe(code)
      expect(canStart({ ...start, ...changes })).toBe(false)
    },
  )

  test.each([
    { weighedOn: addDays(today, -30) },
    { microgramsPerKg: 1_200, isRangeConfirmed: true },
    { lastReading: { ...high, systolic: 150 } },
    { lastReading: high, isHoldLifted: true },
  ] satisfies Partial<StartFacts>[])('starts with %j', (changes) => {
    expect(startRefusal({ ...start, ...changes })).toBeUndefined()
  })

  test('stops once, and not before it began', () => {
    expect(stopRefusal({ stage: 'infusing', startedAt: 1_000, stoppedAt: 1_000 })).toBeUndefined()
    expect(stopRefusal({ stage: 'preparing', startedAt: null, stoppedAt: 1_000 })).toBe('not-infusing')
    expect(stopRefusal({ stage: 'recovering', startedAt: 1_000, stoppedAt: 2_000 })).toBe('not-infusing')
    expect(stopRefusal({ stage: 'infusing', startedAt: 1_000, stoppedAt: 999 })).toBe('stopped-before-start')
  })

  test('takes twelve hours at most', () => {
    expect(infusionTimesProblem(0, 12 * 3_600_000)).toBeUndefined()
    expect(infusionTimesProblem(0, 12 * 3_600_000 + 1)).toBe('too-long')
  })
})
