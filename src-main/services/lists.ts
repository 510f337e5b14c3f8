import type { Handlers } from '#contract/house'
import type { Reader, Writer } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import { listMaintained, listMissed, listRides, listUnconfirmed } from '#db/queries/lists'
import type { ListedRow } from '#db/queries/lists'
import { findPatient } from '#db/queries/patients'
import { listLocations } from '#db/queries/practice'
import { isClosed } from '#domain/appointment-status'
import { boosterOf } from '#domain/booster'
import { localAt } from '#domain/clock'
import { addDays } from '#domain/dates'
import { legalName } from '#domain/patient'
import { becomeStatus } from './appointment-steps.ts'
import type { Desk } from './desk.ts'
import { found } from './refusal.ts'
import { practiceToday } from './today.ts'

// Whoever was missed longer ago is called about a booster, or not at all.
const missedDays = 30

/** What the desk works through. */
export const lists: Handlers<Desk>['lists'] = {
  async confirmations(desk, { day }) {
    return callsOf(desk.store.read, await listUnconfirmed(desk.store.read, day))
  },

  async missed(desk) {
    const today = await practiceToday(desk.store.read, desk.now())
    const rows = await listMissed(desk.store.read, addDays(today, -missedDays), today)
    return callsOf(desk.store.read, rows)
  },

  async boosters(desk) {
    const read = desk.store.read
    const today = await practiceToday(read, desk.now())
    const codes = await codesOf(read)
    return (await listMaintained(read, today))
      .flatMap(({ firstName, lastName, homeLocationId, kind, ownGapDays, ...row }) => {
        const { state, ...due } = boosterOf(kind, row.lastDay, ownGapDays, today)
        if (state === 'later') return []
        const patientName = legalName({ firstName, lastName })
        return [{ ...row, ...due, state, patientName, homeLocationCode: codes.get(homeLocationId) ?? '' }]
      })
      .toSorted((a, b) => b.overdueDays - a.overdueDays || a.dueDay.localeCompare(b.dueDay))
  },

  async rides(desk, { day }) {
    const read = desk.store.read
    const locations = await listLocations(read)
    const rides = (await listRides(read, day)).map((row) => {
      const location = locations.find((one) => one.id === row.locationId)
      const expected = row.expectedAt === null ? undefined : localAt(row.expectedAt, location?.zone ?? 'UTC')
      return {
        appointmentId: row.appointmentId,
        patientId: row.patientId,
        patientName: legalName(row),
        locationCode: location?.code ?? '',
        startMinute: row.startMinute,
        endMinute: row.startMinute + row.minutes,
        status: row.status,
        escortName: row.escortName,
        escortPhone: row.escortPhone,
        expectedMinute: expected?.minute ?? null,
        arrivedAt: row.arrivedAt,
        isWaiting: row.arrivedAt === null && (row.status === 'ready' || row.status === 'recovering'),
      }
    })
    // Who waits comes first, who has left comes last.
    const rank = (ride: (typeof rides)[number]) => (ride.isWaiting ? 0 : isClosed(ride.status) ? 2 : 1)
    return rides.toSorted((a, b) => rank(a) - rank(b) || a.endMinute - b.endMinute)
  },

  async record(desk, { patientId, appointmentId, about, outcome, note }) {
    await desk.store.write(async (tx) => {
      const patient = found(await findPatient(tx, patientId))
      const visit = appointmentId === null ? undefined : await visitOf(tx, appointmentId, patientId)
      const locationId = visit?.locationId ?? patient.homeLocationId
      tx.at(locationId)
      tx.insert('contact_attempt', {
        id: desk.newId(),
        patient_id: patientId,
        appointment_id: appointmentId,
        location_id: locationId,
        about,
        outcome,
        called_at: desk.now(),
        called_by: desk.me.staffId,
        note,
      })
      if (about === 'confirmation' && outcome === 'reached' && visit?.status === 'booked') {
        becomeStatus(tx, visit.id, 'confirmed', desk.now())
      }
    })
    return {}
  },
}

/** The visit that a call is about; somebody else's is none. */
async function visitOf(tx: Writer, appointmentId: string, patientId: string) {
  const visit = await findAppointment(tx, appointmentId)
  return found(visit?.patientId === patientId ? visit : undefined)
}

async function codesOf(read: Reader): Promise<ReadonlyMap<string, string>> {
  return new Map((await listLocations(read)).map((location) => [location.id, location.code]))
}

async function callsOf(read: Reader, rows: readonly ListedRow[]) {
  const codes = await codesOf(read)
  return rows.map(({ firstName, lastName, locationId, ...row }) => ({
    ...row,
    patientName: legalName({ firstName, lastName }),
    locationCode: codes.get(locationId) ?? '',
  }))
}
