import { describe, expect, test } from 'vitest'
import { addDays, day } from '#domain/dates'
import { cents } from '#domain/money'
import { defaultProtocols, maxGapDays, planWarnings, progressOf, spacingWarnings, type Course } from '#domain/plan'
import { proposeSeries } from '#domain/series'

const mood: Course = {
  kind: 'mood',
  phase: 'induction',
  plannedInfusions: 6,
  windowMinDays: 14,
  windowMaxDays: 21,
  minGapDays: 2,
  infusionMinutes: 40,
  microgramsPerKg: 500,
}
const pain: Course = { ...mood, kind: 'pain', infusionMinutes: 240, microgramsPerKg: 1_400, minGapDays: 1 }

describe('the protocols of a new practice', () => {
  test('cover mood and pain, induction and maintenance, without a warning', () => {
    expect(defaultProtocols.map((each) => `${each.kind} ${each.phase}`)).toEqual([
      'mood induction',
      'mood maintenance',
      'pain induction',
      'pain maintenance',
    ])
    expect(defaultProtocols.flatMap(planWarnings)).toEqual([])
  })

  test('are six mood infusions of 0.5 mg/kg in 14 to 21 days', () => {
    expect(defaultProtocols[0]).toMatchObject(mood)
  })

  test.each(defaultProtocols)('$name can be booked in a clinic that is open on weekdays', (protocol) => {
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, openMinute: 480, closeMinute: 1020 }))
    const proposal = proposeSeries({
      ...protocol,
      count: protocol.plannedInfusions,
      maxGapDays: maxGapDays(protocol.kind, protocol.phase),
      firstDay: day('2026-03-11'),
      minutes: 330,
      preferred: {},
      locations: [{ id: 'SM', rooms: ['1'], hours, closedDays: [] }],
      providers: [{ id: 'Dr. Ito', locationId: 'SM' }],
      nurses: [{ id: 'Ana', locationId: 'SM' }],
      patientId: 'Ruth',
      booked: [],
    })
    expect(proposal.ok).toBe(true)
  })
})

describe('a plan is pointed out', () => {
  test.each([
    [99, ['dose-low']],
    [100, []],
    [1_000, []],
    [1_001, ['dose-high']],
  ] as const)('at %i micrograms a kilogram for mood: %j', (microgramsPerKg, expected) => {
    expect(planWarnings({ ...mood, microgramsPerKg })).toEqual(expected)
  })

  test('by the dose an hour for pain: 0.35 to 2 mg/kg', () => {
    expect(planWarnings(pain)).toEqual([])
    expect(planWarnings({ ...pain, microgramsPerKg: 1_399 })).toEqual(['dose-low'])
    expect(planWarnings({ ...pain, microgramsPerKg: 8_000 })).toEqual([])
    expect(planWarnings({ ...pain, microgramsPerKg: 8_001 })).toEqual(['dose-high'])
  })

  test('when six take longer than three weeks or come day after day', () => {
    expect(planWarnings({ ...mood, windowMaxDays: 22, minGapDays: 1 })).toEqual(['gap-short', 'course-long'])
    expect(planWarnings({ ...mood, plannedInfusions: 8, windowMaxDays: 28 })).toEqual([])
    expect(planWarnings({ ...pain, windowMaxDays: 60 })).toEqual([])
  })

  test.each([
    ['mood', 399_99, ['price-low']],
    ['mood', 400_00, []],
    ['mood', 800_00, []],
    ['mood', 800_01, ['price-high']],
    ['pain', 699_99, ['price-low']],
    ['pain', 700_00, []],
    ['pain', 2_000_00, []],
    ['pain', 2_000_01, ['price-high']],
  ] as const)('for %s at %i cents: %j', (kind, price, expected) => {
    const plan = kind === 'mood' ? mood : pain
    expect(planWarnings({ ...plan, priceCents: cents(price) })).toEqual(expected)
  })

  test('not for a price that the plan leaves to the location', () => {
    expect(planWarnings({ ...mood, priceCents: null })).toEqual([])
  })
})

describe('the days since the last infusion', () => {
  const last = day('2026-03-07')
  const at = (days: number, ...of: ['mood' | 'pain', 'induction' | 'maintenance']): string[] =>
    spacingWarnings(last, addDays(last, days), ...of)

  test('are 2 to 7 in a mood induction', () => {
    expect([1, 2, 7, 8].map((days) => at(days, 'mood', 'induction'))).toEqual([['too-soon'], [], [], ['too-late']])
  })

  test('are 7 to 90 in maintenance', () => {
    expect([6, 7, 90, 91].map((days) => at(days, 'mood', 'maintenance'))).toEqual([['too-soon'], [], [], ['too-late']])
  })

  test('may be one in a pain induction, never none', () => {
    expect([0, 1].map((days) => at(days, 'pain', 'induction'))).toEqual([['too-soon'], []])
  })

  test('do not matter for the first infusion', () => {
    expect(spacingWarnings(undefined, last, 'mood')).toEqual([])
  })
})

test('progress is read aloud as done of planned, and never as seven of six', () => {
  expect([progressOf(6, 0), progressOf(6, 3), progressOf(6, 7)]).toEqual([
    { n: 0, of: 6 },
    { n: 3, of: 6 },
    { n: 7, of: 7 },
  ])
})
