import type { Day } from '#domain/dates'
import { addDays } from '#domain/dates'
import type { SamplePatient } from './register.ts'
import { must } from './seats.ts'
import type { Seats } from './seats.ts'

/** A plan of the sample: whose, from which protocol, from which day relative to today, and what becomes of it. */
export type SampleCourse = {
  readonly patient: number
  readonly kind: 'mood' | 'pain'
  readonly phase: 'induction' | 'maintenance'
  readonly startsIn: number
  readonly isBooked: boolean
  readonly alternates: boolean
  readonly stopsIn?: number
}

function mood(patient: number, startsIn: number, more: Partial<SampleCourse> = {}): SampleCourse {
  return { patient, startsIn, kind: 'mood', phase: 'induction', isBooked: true, alternates: false, ...more }
}

/** Plans in every state: finished, half way, just begun, stopped, maintained, for pain, and not booked yet. */
export const sampleCourses: readonly SampleCourse[] = [
  mood(10, -24),
  mood(11, -24),
  mood(13, -23),
  mood(14, -23, { alternates: true }),
  mood(0, -9),
  mood(1, -8),
  mood(2, -7),
  mood(3, -8, { alternates: true }),
  mood(4, -5),
  mood(5, -6),
  mood(6, -10),
  mood(7, -4),
  mood(8, -5),
  mood(9, -3),
  mood(12, -2),
  mood(15, -1),
  mood(16, -1),
  mood(17, -1),
  mood(20, -1),
  // Stopped after one infusion, and due for a booster this week.
  mood(18, -24, { stopsIn: -21 }),
  mood(19, -14, { stopsIn: -7 }),
  mood(21, -6, { kind: 'pain' }),
  mood(23, -2, { kind: 'pain' }),
  mood(22, -10, { phase: 'maintenance' }),
  mood(24, -3, { phase: 'maintenance' }),
  mood(25, -1, { isBooked: false }),
  mood(26, 0, { isBooked: false }),
  mood(27, 0, { isBooked: false, kind: 'pain' }),
]

const indications = {
  mood: { indication: 'Major depressive disorder, recurrent, severe', icd10Codes: ['F33.2'] },
  pain: { indication: 'Complex regional pain syndrome I, right upper limb', icd10Codes: ['G90.511', 'G89.4'] },
}

/** Starts a plan from its protocol and, when it is to be booked, books its series; answers with the plan's id. */
export async function startCourse(
  seats: Seats,
  course: SampleCourse,
  patient: SamplePatient,
  locationIds: readonly string[],
  providerId: string,
  on: Day,
): Promise<string> {
  const protocols = must(await seats.manager.plans.protocols({}))
  const protocol = protocols.find((one) => one.kind === course.kind && one.phase === course.phase)
  if (protocol === undefined) throw new Error(`There is no ${course.kind} ${course.phase} protocol.`)
  const { planId } = must(
    await seats.manager.plans.start({
      patientId: patient.id,
      protocolId: protocol.id,
      providerId,
      course: protocol.course,
      clinical: { ...indications[course.kind], microgramsPerKg: protocol.microgramsPerKg, clinicalNotes: '' },
    }),
  )
  if (!course.isBooked) return planId
  const order = [patient.home.id, ...locationIds.filter((id) => id !== patient.home.id)]
  const proposal = must(
    await seats.desk.series.propose({
      planId,
      firstDay: addDays(on, 1),
      locationIds: course.alternates ? order : order.slice(0, 1),
      alternate: course.alternates,
      weekdays: [],
      startMinute: null,
    }),
  )
  if (proposal.fits) must(await seats.desk.series.book({ planId, slots: [...proposal.slots] }))
  return planId
}
