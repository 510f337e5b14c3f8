import type { Client } from '#contract/house'
import type { LocationView } from '#contract/practice'
import { instantAt, localAt } from '#domain/clock'
import { addDays } from '#domain/dates'
import type { Day } from '#domain/dates'
import { billVisit } from './bill.ts'
import { sampleCourses, startCourse } from './courses.ts'
import { foundSample } from './found.ts'
import { samplePeople } from './people.ts'
import type { SampleLogin } from './people.ts'
import { chance } from './random.ts'
import { registerPatients } from './register.ts'
import type { SamplePatient } from './register.ts'
import { must } from './seats.ts'
import type { SampleClock, Seats } from './seats.ts'
import { bookTalks } from './talks.ts'
import { SampleVisit } from './visit.ts'

const BACK = 24
const SEED = 20_260_310

/** What the sample is built with: a client for each window, a clock that it moves, ids for clicks. */
export type SampleTools = {
  readonly clientAt: (window: string) => Client
  readonly clock: SampleClock
  readonly newId: () => string
}

/**
 * Plays the last weeks and today of an invented practice through the same calls that staff make, so that every state
 * of a plan, an appointment and an invoice is there. The same day gives the same practice.
 */
export async function buildSample({ clientAt, clock, newId }: SampleTools): Promise<readonly SampleLogin[]> {
  const now = clock.now
  const manager = clientAt('manager')
  clock.setNow(now - BACK * 24 * 60 * 60_000)
  await foundSample(manager)
  const seats = await takeSeats(manager, clientAt)
  const { locations, today: first } = must(await manager.practice.get({}))
  const zone = locations[0]?.zone ?? 'America/Los_Angeles'
  const today = localAt(now, zone).day
  const roll = chance(SEED)
  const patients = await registerPatients(seats, locations, today, roll)
  const providers = await providersOf(seats, locations)
  const stops = new Map<Day, string[]>()
  let turn = 0
  for (let day = first; day <= today; day = addDays(day, 1)) {
    clock.setNow(Math.min(now, atMinute(day, 7 * 60 + 10, zone)))
    await startPlans(day)
    for (const planId of stops.get(day) ?? []) {
      must(await manager.plans.stop({ planId, reason: 'Moved out of state' }))
    }
    if (day === today) await bookTalks(seats, patients.slice(28), locations, providers, today)
    await playDay(day)
  }
  clock.setNow(now)
  await putOnWaitingList(patients)
  return samplePeople

  async function startPlans(day: Day): Promise<void> {
    for (const course of sampleCourses) {
      if (addDays(today, course.startsIn) !== day) continue
      const patient = patients[course.patient]
      if (patient === undefined) continue
      const planId = await startCourse(seats, course, patient, idsOf(locations), providerFor(patient, providers), day)
      if (course.stopsIn !== undefined) {
        const on = addDays(today, course.stopsIn)
        stops.set(on, [...(stops.get(on) ?? []), planId])
      }
    }
  }

  /** Two who want a time that was not free: one soon, one on certain days. */
  async function putOnWaitingList(patients: readonly SamplePatient[]): Promise<void> {
    const any = { locationId: null, providerId: null, untilDay: null, fromMinute: 480, toMinute: 1080 }
    for (const { place, ...wish } of [
      { ...any, place: 25, kind: 'consultation', weekdays: 0, urgency: 'soon', notes: 'Medication question' },
      { ...any, place: 26, kind: 'infusion', weekdays: 0b0010100, urgency: 'flexible', notes: 'Works mornings' },
    ] as const) {
      const patient = patients[place]
      if (patient !== undefined) must(await seats.desk.waiting.add({ ...wish, patientId: patient.id, fromDay: today }))
    }
  }

  async function playDay(day: Day): Promise<void> {
    const cards = must(await seats.desk.appointments.onDay({ day, withCancelled: false }))
    const inOrder = cards.toSorted((a, b) => a.slot.startMinute - b.slot.startMinute)
    // One infusion to come was not reached yet, so that there is somebody to call.
    const unreached = inOrder.findLast((card) => card.kind === 'infusion')?.id
    for (const card of inOrder) {
      const appointmentId = card.id
      const begins = atMinute(day, card.slot.startMinute, zone)
      if (begins > now) {
        clock.setNow(now)
        if (roll() < 0.6 && appointmentId !== unreached)
          must(await seats.desk.appointments.confirm({ appointmentId, version: card.version }))
        continue
      }
      turn += 1
      if (turn % 23 === 0) {
        clock.setNow(Math.min(now, begins + 20 * 60_000))
        must(await seats.desk.appointments.noShow({ appointmentId, version: card.version, reason: 'Did not come' }))
        continue
      }
      const hasLeft = await new SampleVisit({ seats, clock, roll }, card, begins, now).play()
      if (hasLeft && card.kind !== 'check') await billVisit(seats, appointmentId, turn, newId)
    }
  }
}

async function takeSeats(manager: Client, clientAt: (window: string) => Client): Promise<Seats> {
  async function seatOf(role: SampleLogin['role']): Promise<Client> {
    const person = samplePeople.find((one) => one.role === role)
    if (person === undefined) throw new Error(`The sample has nobody who is ${role}.`)
    const client = clientAt(role)
    must(await client.signIn.withPassword({ signInName: person.signInName, password: person.password }))
    return client
  }
  return { manager, desk: await seatOf('front_desk'), nurse: await seatOf('nurse'), biller: await seatOf('biller') }
}

/** The ids of the providers by location; the one who works everywhere helps out at the first, after those of the place. */
async function providersOf(seats: Seats, locations: readonly LocationView[]): Promise<ReadonlyMap<string, string[]>> {
  const staff = must(await seats.manager.staff.list({}))
  return new Map(
    locations.map((location, place) => {
      const at = (locationId: string | null) =>
        staff
          .filter((member) => member.posts.some((post) => post.role === 'provider' && post.locationId === locationId))
          .map((member) => member.id)
      return [location.id, place === 0 ? [...at(location.id), ...at(null)] : at(location.id)]
    }),
  )
}

function providerFor(patient: SamplePatient, providers: ReadonlyMap<string, string[]>): string {
  const here = providers.get(patient.home.id)?.[0]
  if (here === undefined) throw new Error('A location of the sample has no provider.')
  return here
}

function idsOf(locations: readonly LocationView[]): string[] {
  return locations.map((location) => location.id)
}

function atMinute(day: Day, minute: number, zone: string): number {
  const instant = instantAt(day, minute, zone)
  if (instant === undefined) throw new Error('The sample practice opens at an hour that every day has.')
  return instant
}
