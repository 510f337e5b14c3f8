import { z } from 'zod'
import { command } from './define.ts'
import { dayText, id } from './shapes.ts'

/** An iCalendar file: its name says nothing of a patient, its text nothing clinical. */
const file = z.strictObject({ fileName: z.string(), text: z.string() })

/** Appointments for somebody's own calendar. Each export is written to the audit log, so these are commands. */
export const calendar = {
  appointment: command({
    needs: 'appointments.see',
    input: z.strictObject({ appointmentId: id }),
    output: file,
    touches: [],
  }),
  /** Every appointment of a patient from today on; a series with its cancelled ones, so that a calendar drops them. */
  ofPatient: command({
    needs: 'appointments.see',
    input: z.strictObject({ patientId: id }),
    output: file,
    touches: [],
  }),
  /** A provider's day at every clinic, without anybody's name. */
  ofProvider: command({
    needs: 'appointments.see',
    input: z.strictObject({ providerId: id, day: dayText }),
    output: file,
    touches: [],
  }),
}
