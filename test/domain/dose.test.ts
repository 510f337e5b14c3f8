import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concentrations,
  doseOf,
  formatKg,
  formatMg,
  formatMgPerKg,
  formatMl,
  formatRate,
  gramsFromPounds,
  leftInVial,
  weightProblem,
} from '#domain/dose'

describe('the dose', () => {
  test('D1: 82.4 kg at 0.5 mg/kg from a 10 mL vial of 50 mg/mL', () => {
    const dose = doseOf({ weightGrams: 82_400, microgramsPerKg: 500, concentrationMgPerMl: 50, minutes: 40 })
    expect(dose).toEqual({
      doseMicrograms: 41_200,
      volumeMicrolitres: 824,
      rateMicrogramsPerHour: 61_800,
      mustDilute: false,
    })
    expect([formatMg(dose.doseMicrograms), formatMl(dose.volumeMicrolitres)]).toEqual(['41.20 mg', '0.82 mL'])
    const left = leftInVial({ vialMicrolitres: 10_000, drawnMicrolitres: 824, concentrationMgPerMl: 50 })
    expect(left).toEqual({ microlitres: 9_176, micrograms: 458_800 })
  })

  test('D2: 70 kg at 0.5 mg/kg from a 5 mL vial of 100 mg/mL, to be diluted', () => {
    const dose = doseOf({ weightGrams: 70_000, microgramsPerKg: 500, concentrationMgPerMl: 100, minutes: 40 })
    expect(dose).toMatchObject({ doseMicrograms: 35_000, volumeMicrolitres: 350, mustDilute: true })
    expect([formatMg(dose.doseMicrograms), formatMl(dose.volumeMicrolitres)]).toEqual(['35.00 mg', '0.35 mL'])
    const left = leftInVial({ vialMicrolitres: 5_000, drawnMicrolitres: 350, concentrationMgPerMl: 100 })
    expect(left).toEqual({ microlitres: 4_650, micrograms: 465_000 })
  })

  test('D3: 95.3 kg at 1.0 mg/kg from a 20 mL vial of 10 mg/mL', () => {
    const dose = doseOf({ weightGrams: 95_300, microgramsPerKg: 1_000, concentrationMgPerMl: 10, minutes: 40 })
    expect(dose).toMatchObject({ doseMicrograms: 95_300, volumeMicrolitres: 9_530, mustDilute: false })
    expect([formatMg(dose.doseMicrograms), formatMl(dose.volumeMicrolitres)]).toEqual(['95.30 mg', '9.53 mL'])
    const left = leftInVial({ vialMicrolitres: 20_000, drawnMicrolitres: 9_530, concentrationMgPerMl: 10 })
    expect(left).toEqual({ microlitres: 10_470, micrograms: 104_700 })
  })

  test('D4: 70 kg at 0.35 mg/kg an hour for four hours', () => {
    const dose = doseOf({ weightGrams: 70_000, microgramsPerKg: 1_400, concentrationMgPerMl: 50, minutes: 240 })
    expect(dose).toMatchObject({ rateMicrogramsPerHour: 24_500, doseMicrograms: 98_000 })
    expect([formatRate(dose.rateMicrogramsPerHour), formatMg(dose.doseMicrograms)]).toEqual(['24.50 mg/h', '98.00 mg'])
  })

  test('D5: 181.66 lb are 82.40 kg', () => {
    expect(gramsFromPounds(18_166)).toBe(82_400)
    expect(formatKg(gramsFromPounds(18_166))).toBe('82.40 kg')
  })

  test('is worked out from the order, not from another rounded figure', () => {
    // The exact dose is 41,200.5 µg and 4,120.05 µL; from the rounded dose the volume would be 4,120.1 µL.
    const dose = doseOf({ weightGrams: 82_401, microgramsPerKg: 500, concentrationMgPerMl: 10, minutes: 7 })
    expect(dose).toMatchObject({ doseMicrograms: 41_201, volumeMicrolitres: 4_120, rateMicrogramsPerHour: 353_147 })
  })

  test('is never off by more than half of its unit', () => {
    const order = fc.record({
      weightGrams: fc.integer({ min: 25_000, max: 350_000 }),
      microgramsPerKg: fc.integer({ min: 1, max: 10_000 }),
      concentrationMgPerMl: fc.constantFrom(...concentrations),
      minutes: fc.integer({ min: 1, max: 720 }),
    })
    fc.assert(
      fc.property(order, (each) => {
        const dose = doseOf(each)
        const exact = BigInt(each.weightGrams) * BigInt(each.microgramsPerKg)
        const isNearest = (rounded: number, dividend: bigint, divisor: bigint): boolean => {
          const off = 2n * (BigInt(rounded) * divisor - dividend)
          return off > -divisor && off <= divisor
        }
        expect(isNearest(dose.doseMicrograms, exact, 1_000n)).toBe(true)
        expect(isNearest(dose.volumeMicrolitres, exact, 1_000n * BigInt(each.concentrationMgPerMl))).toBe(true)
        expect(isNearest(dose.rateMicrogramsPerHour, exact * 60n, 1_000n * BigInt(each.minutes))).toBe(true)
      }),
    )
  })

  test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s as a weight', (weightGrams) => {
    expect(() => doseOf({ weightGrams, microgramsPerKg: 500, concentrationMgPerMl: 50, minutes: 40 })).toThrow(
      RangeError,
    )
  })
})

test('a vial gives no more than it holds', () => {
  expect(() => leftInVial({ vialMicrolitres: 5_000, drawnMicrolitres: 5_001, concentrationMgPerMl: 50 })).toThrow(
    RangeError,
  )
})

test('figures are shown half-up with two decimals', () => {
  expect([formatMl(825), formatMl(824), formatMl(5), formatMl(4), formatMg(0), formatMg(1_234_567)]).toEqual([
    '0.83 mL',
    '0.82 mL',
    '0.01 mL',
    '0.00 mL',
    '0.00 mg',
    '1234.57 mg',
  ])
  expect([formatMgPerKg(500), formatMgPerKg(1_000), formatMgPerKg(75)]).toEqual(['0.5 mg/kg', '1 mg/kg', '0.075 mg/kg'])
})

test('a weight is believed from 25 to 350 kg', () => {
  expect([24_999, 25_000, 350_000, 350_001, 82.4].map(weightProblem)).toEqual([
    'too-light',
    undefined,
    undefined,
    'too-heavy',
    'not-a-number',
  ])
})
