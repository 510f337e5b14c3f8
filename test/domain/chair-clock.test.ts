import { describe, expect, test } from 'vitest'
import { chairTime, forecastLate, type ChairVisit } from '#domain/chair-clock'

const blocks = { checkInMinutes: 15, ivMinutes: 10, recoveryMinutes: 30, turnoverMinutes: 15 }
const start = Date.UTC(2026, 2, 10, 17)
const after = (minutes: number) => start + minutes * 60_000

/** Two hours from ten: fifty minutes of infusion. */
function visit(changes: Partial<ChairVisit> = {}): ChairVisit {
  return { status: 'infusing', statusSince: start, startMinute: 600, minutes: 120, blocks, ...changes }
}

describe('the clock of a chair', () => {
  test('counts the infusion down, then the recovery, then the turnover', () => {
    expect(chairTime(visit(), after(20))).toEqual({ phase: 'infusion', minutesLeft: 30, freeIn: 75 })
    expect(chairTime(visit(), after(55))).toEqual({ phase: 'infusion', minutesLeft: -5, freeIn: 45 })
    const recovering = visit({ status: 'recovering' })
    expect(chairTime(recovering, after(10))).toEqual({ phase: 'recovery', minutesLeft: 20, freeIn: 35 })
    expect(chairTime(recovering, after(40))).toEqual({ phase: 'recovery', minutesLeft: -10, freeIn: 15 })
    expect(chairTime(visit({ status: 'ready' }), after(5))).toEqual({ phase: 'leaving', minutesLeft: 0, freeIn: 15 })
  })

  test('stands still before the infusion and after the visit', () => {
    for (const status of ['booked', 'confirmed', 'arrived', 'roomed', 'completed', 'cancelled'] as const) {
      expect(chairTime(visit({ status }), after(5))).toBeUndefined()
    }
  })

  test('of a visit without blocks runs by the usual ones', () => {
    expect(chairTime(visit({ blocks: undefined }), after(0))).toMatchObject({ minutesLeft: 50 })
  })
})

describe('the next patient of a chair', () => {
  const next = { startMinute: 720 }

  test('is forecast late as soon as the one before runs over', () => {
    // Started at 10:25 as planned, at 11:00: 35 minutes gone, free at 12:00.
    expect(forecastLate([visit()], next, after(35), 660)).toBe(0)
    // Started ten minutes late: the chair is free at 12:10.
    expect(forecastLate([visit()], next, after(25), 660)).toBe(10)
    expect(forecastLate([visit({ status: 'ready' })], next, after(0), 715)).toBe(10)
  })

  test('waits for somebody who is here but not treated yet', () => {
    expect(forecastLate([visit({ status: 'arrived' })], next, after(0), 600)).toBe(0)
    expect(forecastLate([visit({ status: 'roomed' })], next, after(0), 640)).toBe(25)
    expect(forecastLate([visit({ status: 'completed' })], next, after(0), 719)).toBe(0)
    expect(forecastLate([], next, after(0), 719)).toBe(0)
  })
})
