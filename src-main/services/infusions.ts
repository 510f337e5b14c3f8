import type { Handlers } from '#contract/house'
import type { InfusionView } from '#contract/infusions'
import type { Writer } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import { findEscort } from '#db/queries/escorts'
import { countDischarged, findAdverseEvent, findInfusion, findInfusionOf, listReadings } from '#db/queries/infusions'
import type { InfusionRow } from '#db/queries/infusions'
import { findPlan } from '#db/queries/plans'
import type { PlanRow } from '#db/queries/plans'
import { findLocation } from '#db/queries/practice'
import { localAt } from '#domain/clock'
import { dischargeRefusal, drivingRule } from '#domain/discharge'
import { doseOf, formatMgPerKg } from '#domain/dose'
import { startRefusal, stopRefusal } from '#domain/infusion'
import { isUsualDose } from '#domain/plan'
import { holdsStart, vitalsAlert, vitalsProblems } from '#domain/vitals'
import type { Desk } from './desk.ts'
import { becomeStatus } from './appointment-steps.ts'
import { dischargeNo, startNo, stopNo } from './infusion-refusals.ts'
import { strengthOf, viewOf } from './infusion-view.ts'
import { found, Refusal, unchanged } from './refusal.ts'

const MINUTE = 60_000
const HALF_DAY = 12 * 60 * MINUTE

/** What happens in the chair. */
export const infusions: Handlers<Desk>['infusions'] = {
  async ofAppointment(desk, { appointmentId, patientId }): Promise<InfusionView | null> {
    const infusion = await findInfusionOf(desk.store.read, appointmentId)
    if (infusion === undefined) return null
    // The patient named in the call is the one whose chart is written as looked at: it must be this one.
    if (infusion.patient_id !== patientId) throw new Refusal('record.not-found', 'This record does not exist.')
    return viewOf(desk.store.read, infusion)
  },

  async open(desk, { appointmentId }) {
    return desk.store.write(async (tx) => {
      const known = await findInfusionOf(tx, appointmentId)
      if (known !== undefined) return { infusionId: known.id }
      const appointment = found(await findAppointment(tx, appointmentId))
      if (appointment.kind !== 'infusion' || (appointment.status !== 'arrived' && appointment.status !== 'roomed')) {
        throw new Refusal('infusion.not-arrived', 'The patient is not checked in for an infusion. Check in first.')
      }
      const plan = appointment.planId === null ? undefined : await findPlan(tx, appointment.planId)
      if (plan === undefined) throw new Refusal('appointment.no-plan', 'This infusion has no treatment plan.')
      refuseInactive(plan)
      const infusionId = desk.newId()
      tx.at(appointment.locationId)
      tx.insert('infusion', {
        id: infusionId,
        appointment_id: appointmentId,
        patient_id: appointment.patientId,
        plan_id: plan.id,
        location_id: appointment.locationId,
        micrograms_per_kg: plan.microgramsPerKg,
        infusion_minutes: plan.course.infusionMinutes,
        weight_grams: null,
        weighed_at: null,
        concentration_mg_per_ml: 50,
        dose_micrograms: null,
        is_range_confirmed: 0,
        stage: 'preparing',
        started_at: null,
        stopped_at: null,
        notes: '',
      })
      return { infusionId }
    })
  },

  async prepare(desk, input) {
    await inInfusion(desk, input.infusionId, async (tx, infusion) => {
      if (infusion.stage !== 'preparing') throw wrongStage()
      const { weightGrams, concentrationMgPerMl, microgramsPerKg, infusionMinutes, confirmedOutOfRange } = input
      const plan = infusion.plan_id === null ? undefined : await findPlan(tx, infusion.plan_id)
      const isUsual = isUsualDose({ kind: plan?.kind ?? 'mood', microgramsPerKg, infusionMinutes })
      if (!isUsual && !confirmedOutOfRange) {
        throw new Refusal(
          'infusion.dose-out-of-range',
          `${formatMgPerKg(microgramsPerKg)} over ${infusionMinutes} minutes is outside the usual range. Confirm it or change it.`,
          { path: 'microgramsPerKg', facts: { dose: formatMgPerKg(microgramsPerKg), minutes: infusionMinutes } },
        )
      }
      const isOrdered = microgramsPerKg === plan?.microgramsPerKg && infusionMinutes === plan.course.infusionMinutes
      if (!isUsual && !isOrdered && !desk.may('infusions.decide')) {
        throw new Refusal('infusion.provider-only', 'A provider confirms a dose outside the usual range.', {
          path: 'microgramsPerKg',
        })
      }
      const dose = doseOf({ weightGrams, microgramsPerKg, concentrationMgPerMl, minutes: infusionMinutes })
      tx.change('infusion', infusion.id, {
        weight_grams: weightGrams,
        weighed_at: desk.now(),
        concentration_mg_per_ml: strengthOf(concentrationMgPerMl),
        micrograms_per_kg: microgramsPerKg,
        infusion_minutes: infusionMinutes,
        dose_micrograms: dose.doseMicrograms,
        is_range_confirmed: isUsual ? 0 : 1,
      })
    })
    return {}
  },

  async start(desk, { infusionId, startedAt }) {
    await inInfusion(desk, infusionId, async (tx, infusion, zone) => {
      checkTime(desk, startedAt, 'startedAt')
      const plan = infusion.plan_id === null ? undefined : await findPlan(tx, infusion.plan_id)
      if (plan !== undefined && infusion.stage === 'preparing') refuseInactive(plan)
      if (infusion.stage === 'preparing') await checkIsHere(tx, infusion.appointment_id)
      const weighedAt = infusion.weighed_at
      const last = (await listReadings(tx, infusion.id)).at(-1)
      const refusal = startRefusal({
        stage: infusion.stage,
        kind: plan?.kind ?? 'mood',
        microgramsPerKg: infusion.micrograms_per_kg,
        infusionMinutes: infusion.infusion_minutes,
        weightGrams: infusion.weight_grams,
        weighedOn: weighedAt === null ? undefined : localAt(weighedAt, zone).day,
        today: localAt(desk.now(), zone).day,
        isRangeConfirmed: infusion.is_range_confirmed === 1,
        lastReading: last && { ...last, measuredOn: localAt(last.measuredAt, zone).day },
        isHoldLifted: last !== undefined && last.lift !== null,
      })
      if (refusal !== undefined) throw startNo(refusal)
      tx.change('infusion', infusion.id, { stage: 'infusing', started_at: startedAt, stopped_at: null })
      becomeStatus(tx, infusion.appointment_id, 'infusing', startedAt)
    })
    return {}
  },

  async addReading(desk, { infusionId, reading }) {
    const readingId = desk.newId()
    await inInfusion(desk, infusionId, async (tx, infusion) => {
      if (infusion.stage === 'discharged') throw wrongStage()
      checkTime(desk, reading.measuredAt, 'reading.measuredAt')
      const [problem] = vitalsProblems(reading)
      if (problem !== undefined) {
        throw new Refusal('infusion.impossible-vitals', 'This value cannot be right. Measure again or correct it.', {
          path: `reading.${problem.field}`,
        })
      }
      tx.insert('vitals_reading', {
        id: readingId,
        infusion_id: infusion.id,
        measured_at: reading.measuredAt,
        systolic: reading.systolic,
        diastolic: reading.diastolic,
        heart_rate: reading.heartRate,
        respiratory_rate: reading.respiratoryRate,
        spo2: reading.spo2,
        taken_by: desk.me.staffId,
      })
    })
    return { readingId, alert: vitalsAlert(reading) }
  },

  async liftHold(desk, { infusionId, readingId, reason }) {
    await inInfusion(desk, infusionId, async (tx, infusion) => {
      if (infusion.stage !== 'preparing') throw wrongStage()
      const last = (await listReadings(tx, infusion.id)).at(-1)
      if (last?.id !== readingId) {
        throw new Refusal('record.changed', 'There are newer vitals. Look at them first.', { path: 'readingId' })
      }
      if (!holdsStart(last) || last.lift !== null) return
      const lift = { reading_id: readingId, reason, lifted_at: desk.now(), lifted_by: desk.me.staffId }
      tx.insert('hold_lift', { id: desk.newId(), ...lift })
    })
    return {}
  },

  async addAdverseEvent(desk, { infusionId, what, grade, startedAt, notes }) {
    const adverseEventId = desk.newId()
    await inInfusion(desk, infusionId, async (tx, infusion) => {
      if (infusion.stage === 'discharged') throw wrongStage()
      checkTime(desk, startedAt, 'startedAt')
      if (what === 'other' && notes === '') {
        throw new Refusal('call.bad-input', 'Say in a few words what happened.', {
          path: 'notes',
          facts: { problem: 'required' },
        })
      }
      tx.insert('adverse_event', {
        id: adverseEventId,
        infusion_id: infusion.id,
        what,
        grade,
        started_at: startedAt,
        ended_at: null,
        notes,
      })
    })
    return { adverseEventId }
  },

  async endAdverseEvent(desk, { adverseEventId, endedAt }) {
    await desk.store.write(async (tx) => {
      const event = found(await findAdverseEvent(tx, adverseEventId))
      notInFuture(desk, endedAt, 'endedAt')
      if (endedAt < event.started_at) {
        throw new Refusal('infusion.time-order', 'It cannot end before it began.', { path: 'endedAt' })
      }
      tx.at(found(await findInfusion(tx, event.infusion_id)).location_id)
      tx.change('adverse_event', event.id, { ended_at: endedAt })
    })
    return {}
  },

  async writeNotes(desk, { infusionId, version, notes }) {
    await inInfusion(desk, infusionId, async (tx, infusion) => {
      unchanged(version, infusion.version)
      tx.change('infusion', infusion.id, { notes })
    })
    return {}
  },

  async stop(desk, { infusionId, stoppedAt }) {
    await inInfusion(desk, infusionId, async (tx, infusion) => {
      notInFuture(desk, stoppedAt, 'stoppedAt')
      const refusal = stopRefusal({ stage: infusion.stage, startedAt: infusion.started_at, stoppedAt })
      if (refusal !== undefined) throw stopNo(refusal)
      tx.change('infusion', infusion.id, { stage: 'recovering', stopped_at: stoppedAt })
      becomeStatus(tx, infusion.appointment_id, 'recovering', stoppedAt)
    })
    return {}
  },

  async discharge(desk, { infusionId, isOrientated, walksSteadily, instructionsTo }) {
    return inInfusion(desk, infusionId, async (tx, infusion, zone) => {
      const escort = await findEscort(tx, infusion.appointment_id)
      const last = (await listReadings(tx, infusion.id)).at(-1)
      const refusal = dischargeRefusal({
        stage: infusion.stage,
        escort,
        stoppedAt: infusion.stopped_at,
        lastReadingAt: last?.measuredAt,
        now: desk.now(),
        isOrientated,
        walksSteadily,
      })
      if (refusal !== undefined) throw dischargeNo(refusal, infusion.stopped_at, desk.now())
      if (last !== undefined && vitalsAlert(last) !== 'none' && vitalsAlert(last) !== 'caution') {
        throw new Refusal('infusion.reading-not-fit', 'The last vitals are outside the limits. Measure again.')
      }
      if (escort === undefined || infusion.stopped_at === null) throw wrongStage()
      const { notBefore } = drivingRule({ endedAt: infusion.stopped_at, zone })
      tx.insert('discharge', {
        id: desk.newId(),
        infusion_id: infusion.id,
        discharged_at: desk.now(),
        escort_name: escort.name,
        escort_relationship: escort.relationship,
        escort_phone: escort.phone,
        is_orientated: isOrientated ? 1 : 0,
        walks_steadily: walksSteadily ? 1 : 0,
        instructions_to: instructionsTo,
        not_driving_before: notBefore,
        discharged_by: desk.me.staffId,
      })
      tx.change('infusion', infusion.id, { stage: 'discharged' })
      becomeStatus(tx, infusion.appointment_id, 'ready', desk.now())
      await completePlan(tx, infusion.plan_id)
      return { notDrivingBefore: notBefore }
    })
  },
}

/** Runs a deed on one infusion inside one transaction, at its location. */
async function inInfusion<T>(
  desk: Desk,
  infusionId: string,
  work: (tx: Writer, infusion: InfusionRow, zone: string) => Promise<T>,
): Promise<T> {
  return desk.store.write(async (tx) => {
    const infusion = found(await findInfusion(tx, infusionId))
    const location = await findLocation(tx, infusion.location_id)
    tx.at(infusion.location_id)
    return work(tx, infusion, location?.zone ?? 'UTC')
  })
}

async function completePlan(tx: Writer, planId: string | null): Promise<void> {
  const plan = planId === null ? undefined : await findPlan(tx, planId)
  if (plan === undefined || plan.status !== 'active') return
  if ((await countDischarged(tx, plan.id)) < plan.course.plannedInfusions) return
  tx.change('treatment_plan', plan.id, { status: 'completed' })
}

/** A plan that was stopped is not infused any more. */
function refuseInactive(plan: PlanRow): void {
  if (plan.status === 'active') return
  throw new Refusal('plan.not-active', 'The plan of this infusion is no longer active. Ask the provider.')
}

async function checkIsHere(tx: Writer, appointmentId: string): Promise<void> {
  const status = (await findAppointment(tx, appointmentId))?.status
  if (status === 'arrived' || status === 'roomed') return
  throw new Refusal('infusion.not-arrived', 'The patient is not checked in for an infusion. Check in first.')
}

/** Refuses a time that is still to come, and one so long ago that it is a slip: no visit takes half a day. */
function checkTime(desk: Desk, instant: number, path: string): void {
  notInFuture(desk, instant, path)
  if (instant < desk.now() - HALF_DAY) {
    throw new Refusal('infusion.time-order', 'This time lies long before the visit.', { path })
  }
}

function notInFuture(desk: Desk, instant: number, path: string): void {
  // A minute of grace: the clocks of a window and of the engine are read one after the other.
  if (instant > desk.now() + MINUTE) {
    throw new Refusal('infusion.time-in-future', 'This time lies in the future.', { path })
  }
}

function wrongStage(): Refusal {
  return new Refusal('infusion.wrong-stage', 'This does not fit where the infusion stands now.')
}
