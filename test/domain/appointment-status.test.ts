import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appointmentKinds,
  appointmentStatuses,
  canBecome,
  isActive,
  isClosed,
  nextStep,
  type AppointmentKind,
  type AppointmentStatus,
} from '#domain/appointment-status'

function wayFrom(status: AppointmentStatus, kind: AppointmentKind): AppointmentStatus[] {
  const next = nextStep(status, kind)
  return next === undefined ? [status] : [status, ...wayFrom(next, kind)]
}

describe('the way of a visit', () => {
  test('goes through treatment for an infusion and past it for the others', () => {
    expect(wayFrom('booked', 'infusion')).toEqual(appointmentStatuses.slice(0, 8))
    expect(wayFrom('booked', 'consultation')).toEqual(['booked', 'confirmed', 'arrived', 'completed'])
    expect(wayFrom('booked', 'check')).toEqual(['booked', 'confirmed', 'arrived', 'completed'])
  })

  test('takes only steps that are allowed, and none to where it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...appointmentStatuses), fc.constantFrom(...appointmentKinds), (status, kind) => {
        const next = nextStep(status, kind)
        expect(next === undefined || canBecome(status, next, kind)).toBe(true)
        expect(canBecome(status, status, kind)).toBe(false)
      }),
    )
  })

  test('cannot skip treatment or be cancelled once the infusion runs', () => {
    expect(canBecome('arrived', 'completed', 'infusion')).toBe(false)
    expect(canBecome('arrived', 'infusing', 'consultation')).toBe(false)
    for (const status of ['infusing', 'recovering', 'ready', 'completed'] as const) {
      expect(canBecome(status, 'cancelled', 'infusion')).toBe(false)
      expect(canBecome(status, 'late_cancelled', 'infusion')).toBe(false)
      expect(canBecome(status, 'no_show', 'infusion')).toBe(false)
    }
  })

  test('comes back from a wrong click, a cancellation and a late arrival', () => {
    expect(canBecome('arrived', 'booked', 'infusion')).toBe(true)
    expect(canBecome('roomed', 'arrived', 'infusion')).toBe(true)
    expect(canBecome('cancelled', 'booked', 'infusion')).toBe(true)
    expect(canBecome('late_cancelled', 'booked', 'infusion')).toBe(true)
    expect(canBecome('no_show', 'arrived', 'infusion')).toBe(true)
    expect(canBecome('completed', 'ready', 'infusion')).toBe(false)
  })

  test('is over when completed, cancelled or missed', () => {
    expect(appointmentStatuses.filter(isClosed)).toEqual(['completed', 'cancelled', 'late_cancelled', 'no_show'])
    expect(appointmentStatuses.filter((status) => isActive(status) === isClosed(status))).toEqual([])
  })
})
