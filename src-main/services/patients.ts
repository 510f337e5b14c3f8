import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { countBookingsToCome, findAlert, findBalance, findPatient, listAlerts, listVisits } from '#db/queries/patients'
import type { PatientRow, VisitRow } from '#db/queries/patients'
import { findLocation } from '#db/queries/practice'
import type { LocationRow } from '#db/queries/practice'
import { findDevice } from '#db/queries/this-pc'
import { findVersion } from '#db/queries/versions'
import { isActive } from '#domain/appointment-status'
import { localAt } from '#domain/clock'
import { ageOn } from '#domain/dates'
import type { Day } from '#domain/dates'
import { legalName } from '#domain/patient'
import { addressColumns, phoneAsKept } from './columns.ts'
import { courseUnderWay } from './course-under-way.ts'
import type { Desk } from './desk.ts'
import { patientSearch } from './patient-search.ts'
import { found, Refusal, unchanged } from './refusal.ts'
import { practiceToday } from './today.ts'

type Fields = Parameters<Handlers<Desk>['patients']['register']>[1]['fields']

/** The people who are treated. */
export const patients: Handlers<Desk>['patients'] = {
  async search(desk, { text, limit, withArchived }) {
    const today = await practiceToday(desk.store.read, desk.now())
    const index = patientSearch(desk)
    await index.refresh(desk.store.read)
    const matches = index.search(text, withArchived)
    return { patients: matches.slice(0, limit).map((patient) => aged(patient, today)), total: matches.length }
  },

  async page(desk, { patientId }) {
    const db = desk.store.read
    const patient = found(await findPatient(db, patientId))
    const today = await practiceToday(db, desk.now())
    const visits = await listVisits(db, patientId)
    const next = visits.findLast((visit) => visit.day >= today && isActive(visit.status))
    return {
      id: patient.id,
      recordNumber: patient.recordNumber,
      fields: fieldsOf(patient),
      name: legalName(patient),
      age: ageOn(patient.birthDay, today),
      homeLocationCode: patient.homeLocationCode,
      isArchived: patient.isArchived,
      version: await findVersion(db, 'patient', patientId),
      alerts: (await listAlerts(db, patientId)).map(({ id, text }) => ({ id, text })),
      balanceCents: desk.may('invoices.see') ? await findBalance(db, patientId) : null,
      next:
        next === undefined
          ? null
          : {
              appointmentId: next.appointmentId,
              day: next.day,
              startMinute: next.startMinute,
              locationCode: next.locationCode,
              kind: next.kind,
            },
      course: await courseUnderWay(db, patientId, visits, today),
      visits: visits.map(visitShown),
    }
  },

  async duplicates(desk, { exceptId, ...candidate }) {
    const today = await practiceToday(desk.store.read, desk.now())
    const index = patientSearch(desk)
    await index.refresh(desk.store.read)
    return index
      .duplicatesOf(candidate)
      .filter((patient) => patient.id !== exceptId)
      .map((patient) => aged(patient, today))
  },

  async register(desk, { fields, notADuplicate }) {
    const patientId = desk.newId()
    const index = patientSearch(desk)
    const recordNumber = await desk.store.write(async (tx) => {
      const home = await checkFields(tx, desk, fields)
      if (!notADuplicate) {
        // Before the first change of this transaction: the index must only ever hold what was committed.
        await index.refresh(tx)
        refuseDuplicate(index.duplicatesOf(fields))
      }
      const number = await nextRecordNumber(tx, home.code)
      tx.insert('patient', { id: patientId, record_number: number, ...patientColumns(fields) })
      return number
    }, fields.homeLocationId)
    return { patientId, recordNumber }
  },

  async correct(desk, { patientId, version, fields }) {
    await desk.store.write(async (tx) => {
      await patientInUse(tx, patientId)
      unchanged(version, await findVersion(tx, 'patient', patientId))
      await checkFields(tx, desk, fields)
      tx.change('patient', patientId, patientColumns(fields))
    }, fields.homeLocationId)
    return {}
  },

  async addAlert(desk, { patientId, text }) {
    const alertId = desk.newId()
    await desk.store.write(async (tx) => {
      await patientInUse(tx, patientId)
      tx.insert('patient_alert', { id: alertId, patient_id: patientId, text })
    })
    return { alertId }
  },

  async archiveAlert(desk, { alertId, reason }) {
    await desk.store.write(async (tx) => {
      const alert = found(await findAlert(tx, alertId))
      if (alert.isArchived)
        throw new Refusal('record.archived', 'This alert was taken away already.', { path: 'alertId' })
      tx.archive('patient_alert', alertId, reason)
    })
    return {}
  },

  async archive(desk, { patientId, reason }) {
    await desk.store.write(async (tx) => {
      await patientInUse(tx, patientId)
      const count = await countBookingsToCome(tx, patientId, await practiceToday(tx, desk.now()))
      if (count > 0) {
        const message = `${count} appointments are still to come. Cancel them first.`
        throw new Refusal('patient.has-bookings', message, { path: 'patientId', facts: { count } })
      }
      tx.archive('patient', patientId, reason)
    })
    return {}
  },

  async restore(desk, { patientId, reason }) {
    await desk.store.write(async (tx) => {
      found(await findPatient(tx, patientId))
      tx.restore('patient', patientId, reason)
    })
    return {}
  },
}

function aged<T extends { birthDay: Day }>(patient: T, today: Day): T & { age: number } {
  return { ...patient, age: ageOn(patient.birthDay, today) }
}

async function patientInUse(tx: Writer, patientId: string): Promise<PatientRow> {
  const patient = found(await findPatient(tx, patientId))
  if (!patient.isArchived) return patient
  throw new Refusal('record.archived', 'This patient is archived. Restore the record first.', { path: 'patientId' })
}

async function checkFields(tx: Writer, desk: Desk, fields: Fields): Promise<LocationRow> {
  const home = await findLocation(tx, fields.homeLocationId)
  if (home === undefined) {
    throw new Refusal('record.not-found', 'This location does not exist.', { path: 'fields.homeLocationId' })
  }
  if (fields.birthDay > localAt(desk.now(), home.zone).day) {
    const message = 'This day of birth is in the future.'
    throw new Refusal('patient.born-in-future', message, { path: 'fields.birthDay' })
  }
  return home
}

function refuseDuplicate(matches: readonly { name: string; recordNumber: string }[]): void {
  const [best] = matches
  if (best === undefined) return
  const { name, recordNumber } = best
  const message = `This may be somebody we know already: ${name}, ${recordNumber}. Compare before you register.`
  const facts = { name, recordNumber, count: matches.length }
  throw new Refusal('patient.duplicate', message, { path: 'fields.lastName', facts })
}

/** Short and said aloud at the desk: the location's code, the number of this PC, a count. */
async function nextRecordNumber(tx: Writer, locationCode: string): Promise<string> {
  const { pc_number: pc } = await findDevice(tx)
  const count = tx.nextOf(`record-${locationCode}`)
  return `${locationCode}${pc}-${String(count).padStart(5, '0')}`
}

function visitShown(visit: VisitRow) {
  const { appointmentId, day, startMinute, minutes, kind, status, locationCode, roomName, infusionNumber } = visit
  return { appointmentId, day, startMinute, minutes, kind, status, locationCode, roomName, infusionNumber }
}

function fieldsOf(patient: PatientRow): Fields {
  const { firstName, lastName, preferredName, birthDay, phone, email, address, language } = patient
  const { homeLocationId, deskNotes } = patient
  return { firstName, lastName, preferredName, birthDay, phone, email, address, language, homeLocationId, deskNotes }
}

function patientColumns(fields: Fields) {
  return {
    first_name: fields.firstName,
    last_name: fields.lastName,
    preferred_name: fields.preferredName,
    birth_day: fields.birthDay,
    phone: phoneAsKept(fields.phone),
    email: fields.email,
    ...addressColumns(fields.address),
    language: fields.language,
    home_location_id: fields.homeLocationId,
    desk_notes: fields.deskNotes,
  }
}
