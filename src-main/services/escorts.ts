import type { Handlers } from '#contract/house'
import type { Reader, Writer } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import type { AppointmentRow } from '#db/queries/appointments'
import { findEscort } from '#db/queries/escorts'
import { findLocation } from '#db/queries/practice'
import { isClosed } from '#domain/appointment-status'
import { instantAt, localAt } from '#domain/clock'
import { phoneAsKept } from './columns.ts'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'

/** Who takes a patient home. */
export const escorts: Handlers<Desk>['escorts'] = {
  async ofAppointment(desk, { appointmentId }) {
    const escort = await findEscort(desk.store.read, appointmentId)
    if (escort === undefined) return null
    const { name, relationship, phone, expectedAt, arrivedAt, version } = escort
    const visit = found(await findAppointment(desk.store.read, appointmentId))
    const expectedMinute = expectedAt === null ? null : localAt(expectedAt, await zoneOf(desk.store.read, visit)).minute
    return { name, relationship, phone, expectedMinute, arrivedAt, version }
  },

  async name(desk, { appointmentId, name, relationship, phone, expectedMinute }) {
    await desk.store.write(async (tx) => {
      const visit = await ongoing(tx, appointmentId)
      const minute = expectedMinute ?? null
      const expected = minute === null ? null : (instantAt(visit.day, minute, await zoneOf(tx, visit)) ?? null)
      const escort = await findEscort(tx, appointmentId)
      const who = { appointment_id: appointmentId, name, relationship, phone: phoneAsKept(phone) }
      if (escort === undefined)
        tx.insert('escort', { id: desk.newId(), ...who, expected_at: expected, arrived_at: null })
      // Somebody else has not arrived just because the first one had.
      else {
        const arrived = escort.name === name ? escort.arrivedAt : null
        tx.change('escort', escort.id, { ...who, expected_at: expected, arrived_at: arrived })
      }
    })
    return {}
  },

  async arrived(desk, { appointmentId }) {
    await desk.store.write(async (tx) => {
      const { day, status, locationId } = await ongoing(tx, appointmentId)
      const escort = await findEscort(tx, appointmentId)
      if (escort === undefined) {
        throw new Refusal('infusion.no-escort', 'Nobody is named yet. Name the escort first.')
      }
      // A discharge asks for somebody on site: who came on another day is not.
      if (day !== localAt(desk.now(), await zoneOf(tx, { locationId })).day) {
        throw new Refusal('appointment.cannot-become', 'The escort comes on the day of the appointment.', {
          facts: { status },
        })
      }
      if (escort.arrivedAt === null) tx.change('escort', escort.id, { arrived_at: desk.now() })
    })
    return {}
  },
}

async function zoneOf(db: Reader | Writer, { locationId }: { locationId: string }): Promise<string> {
  return (await findLocation(db, locationId))?.zone ?? 'UTC'
}

async function ongoing(tx: Writer, appointmentId: string): Promise<AppointmentRow> {
  const row = found(await findAppointment(tx, appointmentId))
  if (isClosed(row.status)) {
    throw new Refusal('appointment.cannot-become', 'This appointment is over.', { facts: { status: row.status } })
  }
  tx.at(row.locationId)
  return row
}
