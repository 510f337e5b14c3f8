import type { Card } from '#contract/appointments'
import type { Client, Handlers } from '#contract/house'
import type { Paper } from '#documents/papers'
import { present } from '#domain/certain'
import { day } from '#domain/dates'
import type { Cents } from '#domain/money'
import type { Role } from '#domain/roles'
import type { OpenDesk, PatientFields, PlanWishes } from '#kit/practice'
import { done, roomAt } from '#kit/room'
import { aBooking } from '#kit/rows'
import type { BookingWishes } from '#kit/rows'
import { appointments } from '#services/appointments'
import { calendar } from '#services/calendar'
import type { Desk } from '#services/desk'
import { documents } from '#services/documents'
import { escorts } from '#services/escorts'
import { infusions } from '#services/infusions'
import { invoices } from '#services/invoices'
import { lists } from '#services/lists'
import { openings } from '#services/openings'
import { payments } from '#services/payments'
import { readiness } from '#services/readiness'
import { resources } from '#services/resources'
import { series } from '#services/series'
import { waiting } from '#services/waiting'

/** The rooms that a visit passes through, from the booking to the paper. */
export type VisitRooms = Pick<
  Client,
  | 'appointments'
  | 'calendar'
  | 'lists'
  | 'waiting'
  | 'readiness'
  | 'openings'
  | 'resources'
  | 'series'
  | 'infusions'
  | 'escorts'
  | 'invoices'
  | 'payments'
  | 'documents'
>

/** What a booking asks for. */
export type Book = Parameters<Handlers<Desk>['appointments']['book']>[1]
/** Where and when and with whom. */
export type SlotInput = Book['slot']
/** One set of vitals as it is typed. */
export type Reading = Parameters<Handlers<Desk>['infusions']['addReading']>[1]['reading']
type Take = Parameters<Handlers<Desk>['payments']['take']>[1]
type Discharge = Parameters<Handlers<Desk>['infusions']['discharge']>[1]

/** The id of nothing. */
export const nobody = '0198a000-0000-7000-8000-000000000000'

/** The rooms of a visit at a desk with these roles; what it prints is kept instead of printed. */
export function roomsOf(desk: OpenDesk, roles: readonly Role[], staffId?: string, printed: Paper[] = []): VisitRooms {
  const here: Desk = {
    ...desk.desk(roles, staffId),
    async print(paper) {
      printed.push(paper)
      return new TextEncoder().encode(`%PDF ${paper.kind}`)
    },
  }
  return {
    appointments: roomAt('appointments', appointments, here),
    calendar: roomAt('calendar', calendar, here),
    lists: roomAt('lists', lists, here),
    waiting: roomAt('waiting', waiting, here),
    readiness: roomAt('readiness', readiness, here),
    openings: roomAt('openings', openings, here),
    resources: roomAt('resources', resources, here),
    series: roomAt('series', series, here),
    infusions: roomAt('infusions', infusions, here),
    escorts: roomAt('escorts', escorts, here),
    invoices: roomAt('invoices', invoices, here),
    payments: roomAt('payments', payments, here),
    documents: roomAt('documents', documents, here),
  }
}

/** The front desk: books, checks in, bills. The person behind it is on the staff. */
export function frontDesk(desk: OpenDesk, printed?: Paper[]): VisitRooms {
  return roomsOf(desk, ['front_desk'], desk.managerId, printed)
}

/** Joy Santos, the nurse. */
export function nurse(desk: OpenDesk, printed?: Paper[]): VisitRooms {
  return roomsOf(desk, ['nurse'], desk.nurseId, printed)
}

/** One of the three rooms of a location: 0 and 1 are chairs, 2 is the quiet room. */
export function roomId(desk: OpenDesk, place: 0 | 1 | 2, at: 'SM' | 'OX' = 'SM'): string {
  const location = at === 'SM' ? desk.santaMonica : desk.oxnard
  return present(location.rooms[place], 'a location of the kit has three rooms').id
}

/** What is different about a slot. */
export type SlotWishes = Partial<SlotInput> & { readonly at?: 'SM' | 'OX'; readonly room?: 0 | 1 | 2 }

/** Today at ten for 110 minutes in Chair 1 of Santa Monica, with Samuel Okafor and Joy Santos, unless wished otherwise. */
export function aSlot(desk: OpenDesk, { at = 'SM', room = 0, ...wishes }: SlotWishes = {}): SlotInput {
  return {
    day: day('2026-03-10'),
    startMinute: 600,
    minutes: 110,
    locationId: at === 'SM' ? desk.santaMonica.id : desk.oxnard.id,
    roomId: roomId(desk, room, at),
    providerId: desk.providerId,
    nurseId: desk.nurseId,
    ...wishes,
  }
}

/** Books at the front desk and answers with the id of the appointment. */
export async function booked(
  desk: OpenDesk,
  patientId: string,
  wishes: SlotWishes & { readonly kind?: Book['kind'] } = {},
): Promise<string> {
  const { kind = 'infusion', ...slot } = wishes
  const book = { patientId, kind, slot: aSlot(desk, slot), notes: '' }
  return (await done(frontDesk(desk).appointments.book(book))).appointmentId
}

/** The card of an appointment as the front desk sees it. */
export async function cardOf(desk: OpenDesk, appointmentId: string): Promise<Card> {
  return done(frontDesk(desk).appointments.get({ appointmentId }))
}

/** What the front desk sends with a step: the appointment and the version it saw. */
export async function versioned(desk: OpenDesk, appointmentId: string) {
  return { appointmentId, version: (await cardOf(desk, appointmentId)).version }
}

/** Ravi Nair, a provider besides Elena Márquez and Samuel Okafor; at both clinics, and nothing else, unless told. */
export async function aThirdProvider(
  desk: OpenDesk,
  locationId: string | null = null,
  roles: readonly Role[] = ['provider'],
): Promise<string> {
  const person = { name: 'Ravi Nair', signInName: 'ravi', password: 'quiet harbor lights', credentials: 'MD', npi: '' }
  const posts = roles.map((role) => ({ role, locationId }))
  return (await done(desk.at(['manager']).staff.add({ ...person, posts }))).staffId
}

/** A patient with a plan. */
export type Treated = { readonly patientId: string; readonly planId: string }
/** A patient whose visit has a booking. */
export type Visit = Treated & { readonly appointmentId: string }
/** A visit whose infusion record is open. */
export type Treatment = Visit & { readonly infusionId: string }
/** What is different about a visit. */
export type VisitWishes = SlotWishes & { readonly plan?: PlanWishes; readonly patient?: Partial<PatientFields> }

/** A patient with a plan of six mood infusions. */
export async function aTreatedPatient(desk: OpenDesk, { plan, patient }: VisitWishes = {}): Promise<Treated> {
  const patientId = await desk.aPatient(patient)
  return { patientId, planId: await desk.aPlan(patientId, plan) }
}

/** A patient with a plan who is booked for today at ten. */
export async function aBookedPatient(desk: OpenDesk, wishes: VisitWishes = {}): Promise<Visit> {
  const { plan: _plan, patient: _patient, ...slot } = wishes
  const treated = await aTreatedPatient(desk, wishes)
  return { ...treated, appointmentId: await booked(desk, treated.patientId, slot) }
}

/** A patient who was booked for ten and checked in on time. */
export async function anArrivedPatient(desk: OpenDesk, wishes: VisitWishes = {}): Promise<Visit> {
  const visit = await aBookedPatient(desk, wishes)
  await arrive(desk, visit.appointmentId)
  return visit
}

/** Checks a patient in, at the time of the appointment. */
export async function arrive(desk: OpenDesk, appointmentId: string): Promise<void> {
  const card = await cardOf(desk, appointmentId)
  desk.clock.goTo(card.slot.day, card.slot.startMinute)
  await done(frontDesk(desk).appointments.arrive({ appointmentId, version: card.version }))
}

/** An arrived patient whose infusion record is open; nothing is weighed or measured. */
export async function anOpenedInfusion(desk: OpenDesk, wishes: VisitWishes = {}): Promise<Treatment> {
  return openedFor(desk, await anArrivedPatient(desk, wishes))
}

async function openedFor(desk: OpenDesk, visit: Visit): Promise<Treatment> {
  const { infusionId } = await done(nurse(desk).infusions.open({ appointmentId: visit.appointmentId }))
  return { ...visit, infusionId }
}

/** 82.4 kg, a vial of 50 mg/ml and the plan's 0.5 mg/kg over 40 minutes. */
export function aPreparation(infusionId: string) {
  return {
    infusionId,
    weightGrams: 82_400,
    concentrationMgPerMl: 50 as const,
    microgramsPerKg: 500,
    infusionMinutes: 40,
    confirmedOutOfRange: false,
  }
}

/** Vitals of somebody well, measured now. */
export function aReading(desk: OpenDesk, changes: Partial<Reading> = {}): Reading {
  const well = { systolic: 118, diastolic: 76, heartRate: 72, respiratoryRate: 14, spo2: 98 }
  return { measuredAt: desk.clock.now, ...well, ...changes }
}

/** An infusion that runs since 25 minutes after the patient came. */
export async function aRunningInfusion(desk: OpenDesk, wishes: VisitWishes = {}): Promise<Treatment> {
  return startedFor(desk, await anArrivedPatient(desk, wishes))
}

async function startedFor(desk: OpenDesk, visit: Visit): Promise<Treatment> {
  const treatment = await openedFor(desk, visit)
  const { infusionId } = treatment
  await done(nurse(desk).infusions.prepare(aPreparation(infusionId)))
  desk.clock.pass(25)
  await done(nurse(desk).infusions.addReading({ infusionId, reading: aReading(desk) }))
  await done(nurse(desk).infusions.start({ infusionId, startedAt: desk.clock.now }))
  return treatment
}

/** An infusion that ended after its 40 minutes; nobody is named to take the patient home. */
export async function aRecoveringPatient(desk: OpenDesk, wishes: VisitWishes = {}): Promise<Treatment> {
  return stopped(desk, await aRunningInfusion(desk, wishes))
}

async function stopped(desk: OpenDesk, treatment: Treatment): Promise<Treatment> {
  desk.clock.pass(40)
  await done(nurse(desk).infusions.stop({ infusionId: treatment.infusionId, stoppedAt: desk.clock.now }))
  return treatment
}

/** Rosa Vega, the sister, as who takes the patient home. */
export function anEscort(appointmentId: string) {
  return { appointmentId, name: 'Rosa Vega', relationship: 'Sister', phone: '310 555 0177' }
}

/** What the nurse confirms when a patient may go. */
export function aDischarge(infusionId: string, changes: Partial<Discharge> = {}): Discharge {
  return { infusionId, isOrientated: true, walksSteadily: true, instructionsTo: 'Patient and sister', ...changes }
}

/** A patient who may go home with the sister, 35 minutes after the end; the appointment waits for its checkout. */
export async function aDischargedInfusion(desk: OpenDesk, wishes: VisitWishes = {}): Promise<Treatment> {
  return dischargedFor(desk, await anArrivedPatient(desk, wishes))
}

/** Treats an arrived patient until the discharge. */
export async function dischargedFor(desk: OpenDesk, visit: Visit): Promise<Treatment> {
  const treatment = await stopped(desk, await startedFor(desk, visit))
  const { appointmentId, infusionId } = treatment
  await done(frontDesk(desk).escorts.name(anEscort(appointmentId)))
  desk.clock.pass(35)
  await done(frontDesk(desk).escorts.arrived({ appointmentId }))
  await done(nurse(desk).infusions.addReading({ infusionId, reading: aReading(desk) }))
  await done(nurse(desk).infusions.discharge(aDischarge(infusionId)))
  return treatment
}

/** A visit from booking to checkout, with its infusion. */
export async function aTreatedVisit(desk: OpenDesk, wishes: VisitWishes = {}): Promise<Treatment> {
  const treatment = await aDischargedInfusion(desk, wishes)
  await done(frontDesk(desk).appointments.complete(await versioned(desk, treatment.appointmentId)))
  return treatment
}

/** What is different about a visit that is simply over. */
export type OverWishes = BookingWishes & { readonly on?: string; readonly patient?: Partial<PatientFields> }

/** A consultation that is over, as if it had been booked and held: $250.00 at either clinic. */
export async function aVisitThatIsOver(desk: OpenDesk, { on = '2026-03-10', patient, ...wishes }: OverWishes = {}) {
  const patientId = await desk.aPatient(patient)
  const visit: BookingWishes = { kind: 'consultation', status: 'completed', ...wishes }
  return { patientId, appointmentId: await aBooking(desk, patientId, on, visit) }
}

/** The draft of a consultation that is over. */
export async function aDraft(desk: OpenDesk, wishes: OverWishes = {}) {
  const visit = await aVisitThatIsOver(desk, wishes)
  const { invoiceId } = await done(frontDesk(desk).invoices.draft({ appointmentId: visit.appointmentId }))
  return { ...visit, invoiceId }
}

/** A draft or an invoice as the front desk sees it. */
export async function invoiceOf(desk: OpenDesk, invoiceId: string) {
  return done(frontDesk(desk).invoices.get({ invoiceId }))
}

/** The issued invoice of a consultation, $250.00. */
export async function anIssuedInvoice(desk: OpenDesk, wishes: OverWishes = {}) {
  const draft = await aDraft(desk, wishes)
  const { version } = await invoiceOf(desk, draft.invoiceId)
  return { ...draft, ...(await done(frontDesk(desk).invoices.issue({ invoiceId: draft.invoiceId, version }))) }
}

/** A payment by card on an invoice: each a click of its own unless told. */
export function aPayment(desk: OpenDesk, invoiceId: string, amountCents: Cents, changes: Partial<Take> = {}): Take {
  const clickId = desk.desk(['front_desk']).newId()
  return { clickId, invoiceId, tender: 'card', amountCents, handedCents: null, reference: '', ...changes }
}
