import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { addDays, day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done } from '#kit/room'
import { aSlot, frontDesk } from '#kit/visit'
import type { Book } from '#kit/visit'
import { afterEach, expect, test } from 'vitest'
import type { Orders, Report } from './two-processes/clerk.ts'

const clerks = new Set<ChildProcess>()

afterEach(async () => {
  for (const clerk of clerks) clerk.kill('SIGKILL')
  clerks.clear()
  await closeDesk()
})

const wednesday = addDays(day('2026-03-10'), 1)
const slots = 10
const perClerk = 200

/** Consultations for the same ten hours of one room and provider, each hour twenty times, every time for another patient. */
function wishes(desk: OpenDesk, patients: readonly string[]): Book[] {
  return Array.from({ length: perClerk }, (_, n) => ({
    patientId: patients[(n * 7) % patients.length] ?? '',
    kind: 'consultation',
    slot: aSlot(desk, { day: wednesday, startMinute: 480 + 60 * (n % slots), minutes: 60, nurseId: null }),
    notes: '',
  }))
}

/** A second PC's worth of program: a process of its own with the same file open. */
async function aClerk(orders: Orders): Promise<ChildProcess> {
  const clerk = fork(new URL('two-processes/clerk.ts', import.meta.url), { execArgv: [] })
  clerks.add(clerk)
  clerk.send(orders)
  expect(await once(clerk, 'message')).toEqual(['ready', undefined])
  return clerk
}

async function reportOf(clerk: ChildProcess): Promise<Report> {
  const [report]: [Report] = await new Promise((told, failed) => {
    clerk.once('message', (message: Report) => told([message]))
    clerk.once('exit', (code) => failed(new Error(`a clerk left with ${code} and no report`)))
  })
  return report
}

test('two programs that book the same ten hours two hundred times each give every hour to one patient', async () => {
  const desk = await openDesk()
  const patients: string[] = []
  for (let n = 0; n < 61; n += 1) patients.push(await desk.aPatient())
  const orders = { file: desk.file, now: desk.clock.now, staffId: desk.managerId }
  const both = await Promise.all(
    [patients, patients.toReversed()].map((list) => aClerk({ ...orders, bookings: wishes(desk, list) })),
  )
  const reports = both.map(reportOf)
  for (const clerk of both) clerk.send('begin')
  const said = (await Promise.all(reports)).flatMap((report) => report.said)

  const count = (what: string) => said.filter((one) => one === what).length
  expect([said.length, count('booked'), count('appointment.clash')]).toEqual([400, 10, 390])
  const cards = await done(frontDesk(desk).appointments.onDay({ day: wednesday, withCancelled: true }))
  expect(cards.map((card) => card.slot.startMinute)).toEqual([480, 540, 600, 660, 720, 780, 840, 900, 960, 1020])
  await Promise.all(both.map(async (clerk) => clerk.exitCode ?? once(clerk, 'exit')))
  expect(both.map((clerk) => clerk.exitCode)).toEqual([0, 0])
})
