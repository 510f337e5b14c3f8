import type { Handlers } from '#contract/house'
import { findCalendarRow, listPatientCalendar, listProviderCalendar } from '#db/queries/calendar'
import type { CalendarRow } from '#db/queries/calendar'
import { findPatient } from '#db/queries/patients'
import { findPractice, listLocations } from '#db/queries/practice'
import type { LocationRow } from '#db/queries/practice'
import { holdsResources } from '#domain/appointment-status'
import { calendarFile } from '#domain/calendar-file'
import type { CalendarEntry } from '#domain/calendar-file'
import { present } from '#domain/certain'
import { instantAt, localAt } from '#domain/clock'
import { addressLines } from './columns.ts'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'

/** Whose calendar the file is for: a patient reads the clinic's name, a provider the room; nobody reads a name. */
type Reader = 'patient' | 'provider'
type Language = 'en' | 'es'

const words = { en: 'Appointment', es: 'Cita' } as const

/** Appointments for somebody's own calendar. */
export const calendar: Handlers<Desk>['calendar'] = {
  async appointment(desk, { appointmentId }) {
    const row = found(await findCalendarRow(desk.store.read, appointmentId))
    const patient = found(await findPatient(desk.store.read, row.patientId))
    return exported(desk, [row], 'patient', `appointment-${row.day}`, patient)
  },

  async ofPatient(desk, { patientId }) {
    const patient = found(await findPatient(desk.store.read, patientId))
    const locations = await listLocations(desk.store.read)
    const today = localAt(desk.now(), locations[0]?.zone ?? 'UTC').day
    const rows = await listPatientCalendar(desk.store.read, patientId, today)
    return exported(desk, rows, 'patient', `appointments-from-${today}`, patient)
  },

  async ofProvider(desk, { providerId, day }) {
    const rows = await listProviderCalendar(desk.store.read, providerId, day)
    return exported(desk, rows, 'provider', `schedule-${day}`)
  },
}

async function exported(
  desk: Desk,
  rows: readonly CalendarRow[],
  reader: Reader,
  name: string,
  patient?: { id: string; language: Language },
) {
  if (rows.length === 0) throw new Refusal('calendar.nothing', 'There is no appointment to write down.')
  const practice = found(await findPractice(desk.store.read))
  const locations = new Map((await listLocations(desk.store.read)).map((location) => [location.id, location]))
  const entries = rows.map((row) => {
    const location = present(locations.get(row.locationId), 'the location of a booking')
    return entryOf(row, location, reader, patient?.language ?? 'en', practice.name)
  })
  await desk.store.write(async (tx) => {
    const subject = `calendar ${name}`
    tx.note({ action: 'export', subject, ...(patient === undefined ? {} : { patientId: patient.id }) })
  })
  return { fileName: `${name}.ics`, text: calendarFile(entries, desk.now(), practice.name) }
}

function entryOf(
  row: CalendarRow,
  location: LocationRow,
  reader: Reader,
  language: Language,
  practiceName: string,
): CalendarEntry {
  const start = present(instantAt(row.day, row.startMinute, location.zone), 'a booked minute is one that is')
  const room = location.rooms.find((one) => one.id === row.roomId)?.name ?? ''
  return {
    uid: `${row.id}@infusion-desk`,
    sequence: Math.max(0, row.changes),
    start,
    // The turnover of the room is not the patient's time.
    end: start + (row.minutes - row.turnoverMinutes) * 60_000,
    summary: `${words[language]}, ${reader === 'patient' ? practiceName : `${location.code} ${room}`}`,
    location: [location.name, ...addressLines(location.address)].join(', '),
    status: !holdsResources(row.status) ? 'CANCELLED' : row.status === 'booked' ? 'TENTATIVE' : 'CONFIRMED',
  }
}
