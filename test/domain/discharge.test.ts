import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '#domain/certain'
import { instantAt, localAt } from '#domain/clock'
import { addDays, day } from '#domain/dates'
import { dischargeRefusal, drivingRule, type DischargeFacts, type Escort } from '#domain/discharge'

const minute = 60_000
const stoppedAt = 1_000 * minute
const now = stoppedAt + 30 * minute
const escort = { name: 'Bo Lee', relationship: 'brother', phone: '310 555 0100', arrivedAt: now - minute }
const facts = {
  stage: 'recovering',
  escort,
  stoppedAt,
  lastReadingAt: now - 5 * minute,
  now,
  isOrientated: true,
  walksSteadily: true,
} as const satisfies DischargeFacts

describe('a patient goes home', () => {
  test('with an escort, thirty minutes on, read, orientated and steady', () => {
    expect(dischargeRefusal(facts)).toBeUndefined()
  })

  test.each([
    ['no-escort', undefined],
    ['no-escort-name', { ...escort, name: ' ' }],
    ['no-escort-relationship', { ...escort, relationship: '' }],
    ['no-escort-phone', { ...escort, phone: '' }],
    ['escort-not-here', { ...escort, arrivedAt: null }],
    ['escort-not-here', { ...escort, arrivedAt: now + 1 }],
  ] satisfies [string, Escort | undefined][])('not: %s', (code, broken) => {
    expect(dischargeRefusal({ ...facts, escort: broken })).toBe(code)
  })

  test.each([
    ['too-early', { now: now - 1 }],
    ['no-recovery-reading', { lastReadingAt: null }],
    ['no-recovery-reading', { lastReadingAt: stoppedAt - 1 }],
    ['no-recovery-reading', { lastReadingAt: now + 1 }],
    ['not-orientated', { isOrientated: false }],
    ['not-steady', { walksSteadily: false }],
    ['not-recovering', { stage: 'infusing' }],
    ['not-recovering', { stoppedAt: null }],
    ['already-discharged', { stage: 'discharged' }],
  ] as const satisfies readonly (readonly [string, Partial<DischargeFacts>])[])('not: %s with %j', (code, changes) => {
    expect(dischargeRefusal({ ...facts, ...changes })).toBe(code)
  })

  test('never before thirty minutes, whatever else is known', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60, max: 29 }),
        fc.boolean(),
        fc.boolean(),
        (minutes, isOrientated, walksSteadily) => {
          const early = { ...facts, now: stoppedAt + minutes * minute, isOrientated, walksSteadily }
          expect(dischargeRefusal(early)).not.toBeUndefined()
        },
      ),
    )
  })
})

describe('driving again', () => {
  const zone = 'America/Los_Angeles'
  const after = (endDay: string, endMinute: number): string => {
    const endedAt = present(instantAt(day(endDay), endMinute, zone), 'a time on the clock')
    const rule = drivingRule({ endedAt, zone })
    return `${rule.day} ${rule.minute / 60}`
  }

  test('is twenty-four hours after an afternoon infusion', () => {
    expect(after('2026-05-05', 14 * 60)).toBe('2026-05-06 14')
  })

  test('is six in the morning after the next night when the infusion ended in the small hours', () => {
    expect(after('2026-05-05', 1 * 60)).toBe('2026-05-06 6')
    expect(after('2026-05-05', 6 * 60)).toBe('2026-05-06 6')
    expect(after('2026-05-05', 7 * 60)).toBe('2026-05-06 7')
  })

  test('is an hour later on the clock over the night in March', () => {
    expect(after('2026-03-07', 14 * 60)).toBe('2026-03-08 15')
    expect(after('2026-03-07', 5 * 60 + 30)).toBe('2026-03-08 6.5')
    expect(after('2026-03-07', 4 * 60)).toBe('2026-03-08 6')
  })

  test('is an hour earlier on the clock over the night in November, but not before six', () => {
    expect(after('2026-10-31', 14 * 60)).toBe('2026-11-01 13')
    expect(after('2026-10-31', 6 * 60 + 30)).toBe('2026-11-01 6')
  })

  test('counts a part of a minute as a whole one, so that the paper never says too early', () => {
    const endedAt = present(instantAt(day('2026-05-05'), 14 * 60, zone), 'a time on the clock') + 1
    expect(drivingRule({ endedAt, zone })).toMatchObject({ day: '2026-05-06', minute: 14 * 60 + 1 })
  })

  test('is never sooner than a day and a night, in any zone and season', () => {
    const zones = ['America/Los_Angeles', 'America/Phoenix', 'Europe/Dublin', 'Australia/Lord_Howe']
    const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }
    fc.assert(
      fc.property(fc.integer(year), fc.constantFrom(...zones), (endedAt, where) => {
        const rule = drivingRule({ endedAt, zone: where })
        expect(rule.notBefore - endedAt).toBeGreaterThanOrEqual(24 * 60 * minute)
        const nextDay = addDays(localAt(endedAt, where).day, 1)
        expect(rule.day > nextDay || (rule.day === nextDay && rule.minute >= 360)).toBe(true)
        expect(instantAt(rule.day, rule.minute, where)).toBe(rule.notBefore)
      }),
    )
  })
})
