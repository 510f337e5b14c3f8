import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { aSlot, cardOf, roomsOf } from '#kit/visit'
import { afterEach, describe, expect, test, vi } from 'vitest'

afterEach(async () => {
  vi.unstubAllEnvs()
  await closeDesk()
})

// The PC's own clock: as at the clinics, a day ahead of them, and hours ahead.
const pcs = [
  ['Los Angeles', 'America/Los_Angeles', '2026-03-09'],
  ['Auckland', 'Pacific/Auckland', '2026-03-10'],
  ['Tokyo', 'Asia/Tokyo', '2026-03-10'],
] as const

/** A check of half an hour at any hour of the night, which a manager allows. */
async function tried(desk: OpenDesk, on: string, startMinute: number) {
  const slot = aSlot(desk, { day: day(on), startMinute, minutes: 30, nurseId: null })
  const { appointments } = roomsOf(desk, ['manager'], desk.managerId)
  const patientId = await desk.aPatient()
  const reply = await appointments.book({ patientId, kind: 'check', slot, notes: '', override: 'Night duty' })
  return reply.ok ? (await cardOf(desk, reply.value.appointmentId)).slot.startMinute : reply.fault.code
}

describe.each(pcs)('on a PC whose clock is that of %s', (_name, zone, pcsDay) => {
  test('the night on which the clocks go forward has no hour from two to three', async () => {
    vi.stubEnv('TZ', zone)
    const desk = await openDesk()
    desk.clock.goTo('2026-03-07', 720)
    const said: (string | number)[] = []
    for (const minute of [90, 119, 120, 150, 179, 180]) said.push(await tried(desk, '2026-03-08', minute))
    const no = 'appointment.no-such-time'
    expect(said).toEqual([90, 119, no, no, no, 180])
  })

  test('the night on which they go back has its hour from one to two, once', async () => {
    vi.stubEnv('TZ', zone)
    const desk = await openDesk()
    const said: (string | number)[] = []
    for (const minute of [59, 60, 119, 120, 150]) said.push(await tried(desk, '2026-11-01', minute))
    expect(said).toEqual([59, 60, 119, 120, 150])
  })

  test('today is the clinic’s day to its last minute', async () => {
    vi.stubEnv('TZ', zone)
    const desk = await openDesk()
    desk.clock.goTo('2026-03-09', 1439)
    // The PC believes in another day, or the test would not say anything.
    expect(new Date(desk.clock.now).toLocaleDateString('sv')).toBe(pcsDay)
    expect(await tried(desk, '2026-03-09', 540)).toBe(540)
    expect(await tried(desk, '2026-03-08', 540)).toBe('appointment.in-past')
    desk.clock.pass(1)
    expect(await tried(desk, '2026-03-09', 600)).toBe('appointment.in-past')
    expect(await tried(desk, '2026-03-10', 540)).toBe(540)
  })
})
