import { sql } from 'kysely'
import { closedStatuses } from '#domain/appointment-status'
import type { Day } from '#domain/dates'
import type { Cents } from '#domain/money'
import type { Phase, ProtocolKind } from '#domain/plan'
import { versionColumn } from '#db/queries/versions'
import type { Reader, Writer } from '#db/open'

/** The part of a protocol or plan that books it. */
export type CourseRow = {
  plannedInfusions: number
  windowMinDays: number
  windowMaxDays: number
  minGapDays: number
  infusionMinutes: number
  priceCents: Cents | null
}

/** A template of a plan; it has no price of its own. */
export type ProtocolRow = {
  id: string
  name: string
  kind: ProtocolKind
  phase: Phase
  course: CourseRow
  microgramsPerKg: number
}

/** A plan of a patient, whole: who may see which half is for the caller to know. Codes in the order of importance. */
export type PlanRow = {
  id: string
  patientId: string
  protocolId: string
  protocolName: string
  kind: ProtocolKind
  phase: Phase
  status: 'active' | 'completed' | 'stopped'
  startedDay: Day
  providerId: string
  providerName: string
  course: CourseRow
  indication: string
  clinicalNotes: string
  microgramsPerKg: number
  icd10Codes: string[]
  /** Infusions after which the patient left. */
  done: number
  /** The clock of the last change of the plan or of its codes. */
  version: string
}

/** An ICD-10-CM code of a plan. */
export type DiagnosisRow = { id: string; code: string; position: number }

/** The protocols in use, in the order in which they were added. */
export async function listProtocols(db: Reader | Writer): Promise<ProtocolRow[]> {
  const rows = await db
    .selectFrom('protocol')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy(versionColumn('protocol', 'protocol.id'))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    phase: row.phase,
    course: { ...courseOf(row), priceCents: null },
    microgramsPerKg: row.micrograms_per_kg,
  }))
}

/** A protocol in use; undefined when there is none. */
export async function findProtocol(db: Reader | Writer, protocolId: string): Promise<ProtocolRow | undefined> {
  return (await listProtocols(db)).find((protocol) => protocol.id === protocolId)
}

/** The plans of a patient, newest first. */
export async function listPlansOfPatient(db: Reader | Writer, patientId: string): Promise<PlanRow[]> {
  const rows = await plansWithNames(db)
    .where('treatment_plan.patient_id', '=', patientId)
    .orderBy('treatment_plan.started_day', 'desc')
    .orderBy('treatment_plan.id', 'desc')
    .execute()
  const diagnoses = await db
    .selectFrom('plan_diagnosis')
    .innerJoin('treatment_plan', 'treatment_plan.id', 'plan_diagnosis.plan_id')
    .select(['plan_diagnosis.plan_id', 'plan_diagnosis.code'])
    .where('treatment_plan.patient_id', '=', patientId)
    .where('plan_diagnosis.archived_at', 'is', null)
    .orderBy('plan_diagnosis.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    patientId: row.patient_id,
    protocolId: row.protocol_id,
    protocolName: row.protocol_name,
    kind: row.kind,
    phase: row.phase,
    status: row.status,
    startedDay: row.started_day,
    providerId: row.provider_id,
    providerName: row.provider_name,
    course: { ...courseOf(row), priceCents: row.price_cents },
    indication: row.indication,
    clinicalNotes: row.clinical_notes,
    microgramsPerKg: row.micrograms_per_kg,
    icd10Codes: diagnoses.filter((one) => one.plan_id === row.id).map((one) => one.code),
    done: row.done,
    version: row.version,
  }))
}

/** One plan; undefined when there is none. */
export async function findPlan(db: Reader | Writer, planId: string): Promise<PlanRow | undefined> {
  const row = await db.selectFrom('treatment_plan').select('patient_id').where('id', '=', planId).executeTakeFirst()
  if (row === undefined) return undefined
  return (await listPlansOfPatient(db, row.patient_id)).find((plan) => plan.id === planId)
}

/** The codes of a plan in the order of importance, with the rows that hold them. */
export async function listDiagnoses(db: Reader | Writer, planId: string): Promise<DiagnosisRow[]> {
  return db
    .selectFrom('plan_diagnosis')
    .select(['id', 'code', 'position'])
    .where('plan_id', '=', planId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .execute()
}

/** How many infusions of each plan of a patient are booked from a day on, or under way, and not yet done. */
export async function countBooked(
  db: Reader | Writer,
  patientId: string,
  fromDay: Day,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('appointment')
    .select((e) => ['plan_id', e.fn.countAll<number>().as('count')])
    .where('patient_id', '=', patientId)
    .where('kind', '=', 'infusion')
    .where('archived_at', 'is', null)
    .where('status', 'not in', closedStatuses)
    .where((e) => e.or([e('day', '>=', fromDay), e('status', 'in', ['infusing', 'recovering', 'ready'])]))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('infusion')
            .select('infusion.id')
            .whereRef('infusion.appointment_id', '=', 'appointment.id')
            .where('infusion.stage', '=', 'discharged')
            .where('infusion.archived_at', 'is', null),
        ),
      ),
    )
    .groupBy('plan_id')
    .execute()
  return new Map(rows.flatMap((row) => (row.plan_id === null ? [] : [[row.plan_id, row.count] as const])))
}

function plansWithNames(db: Reader | Writer) {
  return db
    .selectFrom('treatment_plan')
    .innerJoin('protocol', 'protocol.id', 'treatment_plan.protocol_id')
    .innerJoin('staff_member', 'staff_member.id', 'treatment_plan.provider_id')
    .selectAll('treatment_plan')
    .select([
      'protocol.name as protocol_name',
      'protocol.kind',
      'protocol.phase',
      'staff_member.name as provider_name',
      sql<number>`(SELECT count(*) FROM infusion WHERE plan_id = treatment_plan.id AND stage = 'discharged'
        AND archived_at IS NULL)`.as('done'),
      sql<string>`(SELECT max(hlc) FROM row_clock
        WHERE (table_name = 'treatment_plan' AND row_id = treatment_plan.id)
          OR (table_name = 'plan_diagnosis' AND row_id IN (
            SELECT id FROM plan_diagnosis WHERE plan_id = treatment_plan.id)))`.as('version'),
    ])
    .where('treatment_plan.archived_at', 'is', null)
}

function courseOf(row: {
  planned_infusions: number
  window_min_days: number
  window_max_days: number
  min_gap_days: number
  infusion_minutes: number
}) {
  return {
    plannedInfusions: row.planned_infusions,
    windowMinDays: row.window_min_days,
    windowMaxDays: row.window_max_days,
    minGapDays: row.min_gap_days,
    infusionMinutes: row.infusion_minutes,
  }
}
