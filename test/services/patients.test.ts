import { present } from '#domain/certain'
import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import { done } from '#kit/room'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

describe('registering', () => {
  test('a new patient gets the next record number of the home location', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const first = await desk.aPatient()
    const second = await desk.aPatient({ homeLocationId: desk.oxnard.id })
    const third = await desk.aPatient()
    const numbers = await Promise.all(
      [first, second, third].map(async (patientId) => (await done(ana.patients.page({ patientId }))).recordNumber),
    )
    expect(numbers).toEqual(['SM1-00001', 'OX1-00001', 'SM1-00002'])
    const planId = await desk.aPlan(first)
    expect(present((await done(ana.patients.page({ patientId: first }))).course, 'a plan').planId).toBe(planId)
    expect(day('2026-03-10')).toBe((await done(ana.practice.get({}))).today)
  })
})
