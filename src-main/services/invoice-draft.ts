import type { Writer } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import { findPatient } from '#db/queries/patients'
import { findPlan } from '#db/queries/plans'
import type { PlanRow } from '#db/queries/plans'
import { findPrice, listServices } from '#db/queries/prices'
import type { ServiceRow } from '#db/queries/prices'
import { cents } from '#domain/money'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'

/** Drafts the invoice of a visit that is over, or whose patient only waits for the way home: one line, priced by the plan or by the location on that day. */
export async function draftVisit(tx: Writer, desk: Desk, appointmentId: string): Promise<string> {
  const visit = found(await findAppointment(tx, appointmentId))
  if (visit.status !== 'completed' && visit.status !== 'ready') {
    throw new Refusal(
      'invoice.nothing-to-bill',
      'There is nothing to bill in this visit yet: the patient is not discharged.',
    )
  }
  const patient = found(await findPatient(tx, visit.patientId))
  const plan = await planOfVisit(tx, visit)
  const service = serviceFor(visit.kind, plan?.protocolId, await listServices(tx))
  const listed = service === undefined ? undefined : await findPrice(tx, service.id, visit.locationId, visit.day)
  const unitCents = plan?.course.priceCents ?? listed
  if (service === undefined || unitCents === undefined) {
    throw new Refusal('invoice.no-price', 'There is no price for this visit at this clinic. Set it in the settings.')
  }
  const invoiceId = desk.newId()
  tx.at(visit.locationId)
  tx.insert('invoice_draft', {
    id: invoiceId,
    appointment_id: appointmentId,
    patient_id: patient.id,
    location_id: visit.locationId,
    provider_id: visit.providerId,
    day: visit.day,
    status: 'draft',
  })
  tx.insert('draft_line', {
    id: desk.newId(),
    draft_id: invoiceId,
    position: 0,
    service_id: service.id,
    service_day: visit.day,
    description: patient.language === 'es' ? service.nameEs : service.name,
    quantity: 1,
    unit_cents: unitCents,
    discount_cents: cents(0),
    icd10_codes: diagnosesOf(plan),
  })
  return invoiceId
}

/** The plan that a visit belongs to; undefined when it belongs to none. */
export async function planOfVisit(tx: Writer, visit: { planId: string | null }): Promise<PlanRow | undefined> {
  return visit.planId === null ? undefined : findPlan(tx, visit.planId)
}

/** The diagnoses of a plan as a line carries them, between blanks; empty without a plan. */
export function diagnosesOf(plan: PlanRow | undefined): string {
  return plan?.icd10Codes.join(' ') ?? ''
}

/** The service of a visit: the one of its plan's protocol, or the one that is for its kind. */
function serviceFor(
  kind: 'infusion' | 'consultation' | 'check',
  protocolId: string | undefined,
  services: readonly ServiceRow[],
): ServiceRow | undefined {
  if (kind === 'infusion') return services.find((service) => service.protocolId === protocolId)
  return services.find((service) => service.visitKind === kind)
}
