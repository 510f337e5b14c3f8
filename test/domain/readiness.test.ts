import fc from 'fast-check'
import { cents } from '#domain/money'
import { dotOwners, readinessDots, readinessOf } from '#domain/readiness'
import type { ReadinessFacts } from '#domain/readiness'
import { describe, expect, test } from 'vitest'

const ready: ReadinessFacts = {
  kind: 'infusion',
  marks: { consent: true, clearance: true, fasting: true, scale: true },
  pressure: { systolic: 159, diastolic: 99 },
  hasEscort: true,
  balance: cents(0),
}

const missing = (facts: ReadinessFacts) =>
  readinessOf(facts)
    .filter((one) => one.state === 'missing')
    .map((one) => one.dot)

describe('a visit is ready', () => {
  test('when all seven are met, each with the role that sees to it', () => {
    expect(readinessOf(ready)).toEqual(readinessDots.map((dot) => ({ dot, state: 'met', owner: dotOwners[dot] })))
  })

  test('only without a pressure that holds the start: 160 over anything, or 100 under it', () => {
    expect(missing({ ...ready, pressure: { systolic: 160, diastolic: 70 } })).toEqual(['blood_pressure'])
    expect(missing({ ...ready, pressure: { systolic: 120, diastolic: 100 } })).toEqual(['blood_pressure'])
    expect(missing({ ...ready, pressure: undefined })).toEqual(['blood_pressure'])
  })

  test('with credit, but not owing a cent', () => {
    expect(missing({ ...ready, balance: cents(-1) })).toEqual([])
    expect(missing({ ...ready, balance: cents(1) })).toEqual(['paid'])
  })

  test('lacking exactly what was not marked, whatever else is so', () => {
    const mark = fc.option(fc.boolean(), { nil: undefined })
    fc.assert(
      fc.property(fc.record({ consent: mark, clearance: mark, fasting: mark, scale: mark }), (marks) => {
        const given = Object.entries(marks).flatMap(([dot, isMet]) => (isMet === true ? [dot] : []))
        const known = Object.fromEntries(Object.entries(marks).filter(([, isMet]) => isMet !== undefined))
        const lacking = missing({ ...ready, marks: known })
        expect(lacking).toEqual(readinessDots.filter((dot) => dot in marks && !given.includes(dot)))
      }),
    )
  })

  test('without any condition when nothing is infused', () => {
    const states = readinessOf({ ...ready, kind: 'consultation', marks: {} }).map((one) => one.state)
    expect(states).toEqual(readinessDots.map(() => 'not-needed'))
  })
})
