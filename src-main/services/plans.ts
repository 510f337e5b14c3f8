import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { listAppointmentsOfPlan } from '#db/queries/appointments'
import { findPatient } from '#db/queries/patients'
import { countBooked, findProtocol, listDiagnoses, listPlansOfPatient, listProtocols } from '#db/queries/plans'
import { findStaff } from '#db/queries/staff'
import { planWarnings } from '#domain/plan'
import type { ProtocolKind } from '#domain/plan'
import type { Desk } from './desk.ts'
import { activePlan } from './plan-to-book.ts'
import { found, Refusal, unchanged } from './refusal.ts'
import { practiceToday } from './today.ts'

type Start = Parameters<Handlers<Desk>['plans']['start']>[1]
type Clinical = Start['clinical']
type Course = Start['course']

/** What clinicians decided for a patient: from a protocol, with individual changes. */
export const plans: Handlers<Desk>['plans'] = {
  protocols: (desk) => listProtocols(desk.store.read),

  async ofPatient(desk, { patientId }) {
    const today = await practiceToday(desk.store.read, desk.now())
    const booked = await countBooked(desk.store.read, patientId, today)
    const rows = await listPlansOfPatient(desk.store.read, patientId)
    return rows.map((plan) => ({
      id: plan.id,
      protocolId: plan.protocolId,
      protocolName: plan.protocolName,
      kind: plan.kind,
      phase: plan.phase,
      status: plan.status,
      startedDay: plan.startedDay,
      providerId: plan.providerId,
      providerName: plan.providerName,
      course: plan.course,
      done: plan.done,
      booked: booked.get(plan.id) ?? 0,
      version: plan.version,
    }))
  },

  async clinicalOfPatient(desk, { patientId }) {
    const rows = await listPlansOfPatient(desk.store.read, patientId)
    return rows.map(({ id, kind, phase, course, indication, icd10Codes, microgramsPerKg, clinicalNotes }) => ({
      planId: id,
      clinical: { indication, icd10Codes, microgramsPerKg, clinicalNotes },
      warnings: planWarnings({ ...course, kind, phase, microgramsPerKg }),
    }))
  },

  async start(desk, { patientId, protocolId, providerId, clinical, course }) {
    const planId = desk.newId()
    await desk.store.write(async (tx) => {
      const patient = found(await findPatient(tx, patientId))
      if (patient.isArchived) {
        throw new Refusal('record.archived', 'This patient is archived. Restore the record first.', {
          path: 'patientId',
        })
      }
      const protocol = await findProtocol(tx, protocolId)
      if (protocol === undefined) {
        throw new Refusal('record.not-found', 'This protocol does not exist.', { path: 'protocolId' })
      }
      await checkProvider(tx, providerId)
      checkCourse(course)
      await refuseSecondPlan(tx, patientId, protocol.kind)
      tx.insert('treatment_plan', {
        id: planId,
        patient_id: patientId,
        protocol_id: protocolId,
        started_day: await practiceToday(tx, desk.now()),
        status: 'active',
        stop_reason: '',
        ...planColumns(providerId, clinical, course),
      })
      await writeCodes(tx, desk, planId, clinical.icd10Codes)
    })
    return { planId }
  },

  async change(desk, { planId, version, providerId, clinical, course }) {
    await desk.store.write(async (tx) => {
      const plan = await activePlan(tx, planId)
      unchanged(version, plan.version)
      if (providerId !== plan.providerId) await checkProvider(tx, providerId)
      checkCourse(course)
      if (course.plannedInfusions < plan.done) {
        const message = `${plan.done} infusions are done already; the plan cannot have fewer.`
        const path = 'course.plannedInfusions'
        throw new Refusal('plan.fewer-than-done', message, { path, facts: { done: plan.done } })
      }
      tx.change('treatment_plan', planId, planColumns(providerId, clinical, course))
      await writeCodes(tx, desk, planId, clinical.icd10Codes)
      if (course.plannedInfusions === plan.done) {
        tx.change('treatment_plan', planId, { status: 'completed' })
        await cancelToCome(tx, desk, planId, 'The plan is complete')
      }
    })
    return {}
  },

  async stop(desk, { planId, reason }) {
    return desk.store.write(async (tx) => {
      await activePlan(tx, planId)
      tx.change('treatment_plan', planId, { status: 'stopped', stop_reason: reason }, reason)
      return { cancelled: await cancelToCome(tx, desk, planId, reason) }
    })
  },
}

/** Cancels the infusions to come of a plan that is over: nobody could treat them any more. Answers with how many. */
async function cancelToCome(tx: Writer, desk: Desk, planId: string, reason: string): Promise<number> {
  const today = await practiceToday(tx, desk.now())
  const toCome = (await listAppointmentsOfPlan(tx, planId)).filter(
    (visit) => visit.day >= today && (visit.status === 'booked' || visit.status === 'confirmed'),
  )
  for (const visit of toCome) {
    tx.at(visit.locationId)
    const gone = { status: 'cancelled' as const, status_since: desk.now(), status_reason: reason }
    tx.change('appointment', visit.id, gone, reason)
  }
  return toCome.length
}

async function refuseSecondPlan(tx: Writer, patientId: string, kind: ProtocolKind): Promise<void> {
  const other = (await listPlansOfPatient(tx, patientId)).find((plan) => plan.status === 'active' && plan.kind === kind)
  if (other === undefined) return
  const message = `There is an active plan already: ${other.protocolName}. Stop it or complete it first.`
  throw new Refusal('plan.has-active-plan', message, { path: 'protocolId', facts: { protocol: other.protocolName } })
}

async function checkProvider(tx: Writer, providerId: string): Promise<void> {
  const member = await findStaff(tx, providerId)
  const isProvider = member?.posts.some((post) => post.role === 'provider') === true
  if (isProvider && !member.isArchived) return
  throw new Refusal('appointment.wrong-person', 'This person does not work here as a provider.', { path: 'providerId' })
}

function checkCourse(course: Course): void {
  if (course.windowMinDays <= course.windowMaxDays) return
  throw new Refusal('call.bad-input', 'The longest course cannot be shorter than the shortest.', {
    path: 'course.windowMaxDays',
    facts: { problem: 'too-small' },
  })
}

function planColumns(providerId: string, clinical: Clinical, course: Course) {
  return {
    provider_id: providerId,
    indication: clinical.indication,
    clinical_notes: clinical.clinicalNotes,
    micrograms_per_kg: clinical.microgramsPerKg,
    planned_infusions: course.plannedInfusions,
    window_min_days: course.windowMinDays,
    window_max_days: course.windowMaxDays,
    min_gap_days: course.minGapDays,
    infusion_minutes: course.infusionMinutes,
    price_cents: course.priceCents,
  }
}

/** Brings the codes of a plan in line with the list: rows that agree stay untouched. */
async function writeCodes(tx: Writer, desk: Desk, planId: string, codes: readonly string[]): Promise<void> {
  const wanted = [...new Set(codes)]
  const before = await listDiagnoses(tx, planId)
  for (const row of before) {
    if (!wanted.includes(row.code)) tx.archive('plan_diagnosis', row.id, 'no longer a diagnosis of the plan')
  }
  for (const [position, code] of wanted.entries()) {
    const row = before.find((one) => one.code === code)
    if (row === undefined) tx.insert('plan_diagnosis', { id: desk.newId(), plan_id: planId, code, position })
    else tx.change('plan_diagnosis', row.id, { position })
  }
}
