import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesOf } from '#domain/schedule'
import {
  ivSpan,
  meet,
  patientSpan,
  providerSpan,
  templateMinutes,
  usualTemplates,
  watchSpan,
  wholeSpan,
} from '#domain/visit-blocks'
import { booking } from './bookings.ts'

const { mood, pain } = usualTemplates
const blocks = { checkInMinutes: 15, ivMinutes: 10, recoveryMinutes: 30, turnoverMinutes: 15 }
const visit = booking({ blocks })

describe('a visit of two hours from ten', () => {
  test('keeps its room to noon, its patient to 11:45, its nurse from 10:15', () => {
    expect(wholeSpan(visit)).toEqual({ from: 600, to: 720 })
    expect(patientSpan(visit)).toEqual({ from: 600, to: 705 })
    expect(ivSpan(visit)).toEqual({ from: 615, to: 625 })
    expect(providerSpan(visit)).toEqual({ from: 615, to: 625 })
    expect(watchSpan(visit)).toEqual({ from: 615, to: 705 })
  })

  test('without blocks needs everybody for the whole time', () => {
    const whole = { from: 600, to: 720 }
    const plain = booking()
    expect([patientSpan(plain), providerSpan(plain), watchSpan(plain)]).toEqual([whole, whole, whole])
    expect(ivSpan(plain)).toBeUndefined()
  })
})

test('a chair is kept for check-in, the line, the infusion, recovery and turnover', () => {
  expect([templateMinutes(mood, 40), templateMinutes(mood), templateMinutes(pain)]).toEqual([110, 120, 330])
  expect([templateMinutes(usualTemplates.consultation), templateMinutes(usualTemplates.check)]).toEqual([60, 30])
})

test('two stretches meet exactly when they share a minute', () => {
  const span = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 6 })).map(([from, long]) => ({ from, to: from + long }))
  const minutes = ({ from, to }: { from: number; to: number }) => Array.from({ length: to - from }, (_, n) => from + n)
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(meet(a, b)).toBe(minutes(a).some((minute) => minutes(b).includes(minute)))
    }),
  )
})

describe('two infusions side by side', () => {
  const other = (startMinute: number) =>
    booking({ id: 'b', startMinute, blocks, roomId: 'SM chair 2', providerId: 'Dr. Ito', nurseId: 'Ana' })
  const first = booking({ id: 'a', blocks, providerId: 'Dr. Ito', nurseId: 'Ana' })
  const whatOf = (startMinute: number) => clashesOf(other(startMinute), [first]).map((clash) => clash.what)

  test('have one provider and one nurse when their lines are placed one after the other', () => {
    expect(whatOf(610)).toEqual([])
    expect(whatOf(590)).toEqual([])
  })

  test('never have their lines placed at once by the same hands', () => {
    expect(whatOf(600)).toEqual(['provider', 'nurse'])
    expect(whatOf(609)).toEqual(['provider', 'nurse'])
  })

  test('of one patient are two places at once until the turnover', () => {
    const consultation = { id: 'b', kind: 'consultation', patientId: 'patient of a', roomId: 'office' } as const
    expect(clashesOf(booking({ ...consultation, startMinute: 704 }), [first])).toEqual([
      { what: 'patient', with: first },
    ])
    expect(clashesOf(booking({ ...consultation, startMinute: 705 }), [first])).toEqual([])
  })

  test('need a third chair’s nurse when the practice lets one nurse watch two', () => {
    const second = other(630)
    const third = booking({ id: 'c', startMinute: 660, blocks, roomId: 'SM chair 3', nurseId: 'Ana' })
    expect(clashesOf(third, [first, second]).map((clash) => clash.what)).toEqual(['nurse', 'nurse'])
    expect(clashesOf(third, [first, second], { nurseCapacity: 3, travelMinutes: 90 })).toEqual([])
  })
})
