import type { InfusionView } from '#contract/infusions'
import type { Reader } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import { findDischarge, listAdverseEvents, listReadings } from '#db/queries/infusions'
import type { InfusionRow } from '#db/queries/infusions'
import { findPatient } from '#db/queries/patients'
import { findPlan } from '#db/queries/plans'
import { doseOf } from '#domain/dose'
import type { Concentration } from '#domain/dose'
import { legalName } from '#domain/patient'
import { planWarnings } from '#domain/plan'
import { vitalsAlert } from '#domain/vitals'
import { found } from './refusal.ts'

/** The record of a treatment as clinicians see it. */
export async function viewOf(read: Reader, infusion: InfusionRow): Promise<InfusionView> {
  const patient = found(await findPatient(read, infusion.patient_id))
  const appointment = await findAppointment(read, infusion.appointment_id)
  const discharge = await findDischarge(read, infusion.id)
  return {
    id: infusion.id,
    appointmentId: infusion.appointment_id,
    patientId: infusion.patient_id,
    patientName: legalName(patient),
    birthDay: patient.birthDay,
    locationId: infusion.location_id,
    stage: infusion.stage,
    number: appointment?.infusionNumber ?? null,
    planned: appointment?.infusionsPlanned ?? null,
    order: await orderOf(read, infusion),
    startedAt: infusion.started_at,
    stoppedAt: infusion.stopped_at,
    dischargedAt: discharge?.discharged_at ?? null,
    notDrivingBefore: discharge?.not_driving_before ?? null,
    readings: (await listReadings(read, infusion.id)).map((reading) => ({ ...reading, alert: vitalsAlert(reading) })),
    adverseEvents: (await listAdverseEvents(read, infusion.id)).map((event) => ({
      id: event.id,
      what: event.what,
      grade: event.grade,
      startedAt: event.started_at,
      endedAt: event.ended_at,
      notes: event.notes,
    })),
    notes: infusion.notes,
    version: infusion.version,
  }
}

async function orderOf(read: Reader, infusion: InfusionRow): Promise<InfusionView['order']> {
  const plan = infusion.plan_id === null ? undefined : await findPlan(read, infusion.plan_id)
  const { weight_grams: weightGrams, micrograms_per_kg: microgramsPerKg, infusion_minutes: minutes } = infusion
  const concentrationMgPerMl = strengthOf(infusion.concentration_mg_per_ml)
  const dose =
    weightGrams === null ? undefined : doseOf({ weightGrams, microgramsPerKg, concentrationMgPerMl, minutes })
  const warnings =
    plan === undefined
      ? []
      : planWarnings({
          ...plan.course,
          infusionMinutes: minutes,
          kind: plan.kind,
          phase: plan.phase,
          microgramsPerKg,
          priceCents: null,
        })
  return {
    microgramsPerKg,
    infusionMinutes: minutes,
    weightGrams,
    concentrationMgPerMl,
    doseMicrograms: dose?.doseMicrograms ?? null,
    volumeMicrolitres: dose?.volumeMicrolitres ?? null,
    rateMicrogramsPerHour: dose?.rateMicrogramsPerHour ?? null,
    mustDilute: concentrationMgPerMl === 100,
    warnings: warnings.filter((warning) => warning.startsWith('dose-')),
  }
}

/** The strength of a vial as one of those that are supplied; the middle one for anything else. */
export function strengthOf(mgPerMl: number): Concentration {
  return mgPerMl === 10 || mgPerMl === 100 ? mgPerMl : 50
}
