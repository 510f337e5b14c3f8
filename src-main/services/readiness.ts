import type { Handlers } from '#contract/house'
import type { Reader } from '#db/open'
import { findAppointment } from '#db/queries/appointments'
import type { AppointmentRow } from '#db/queries/appointments'
import { listLocations } from '#db/queries/practice'
import { listMarks, listPressures } from '#db/queries/readiness'
import { isClosed } from '#domain/appointment-status'
import { localAt } from '#domain/clock'
import { markedDots, readinessOf } from '#domain/readiness'
import type { MarkedDot, Readiness } from '#domain/readiness'
import type { Desk } from './desk.ts'
import { found, Refusal } from './refusal.ts'

/** The conditions of a safe visit that somebody confirms by hand. */
export const readiness: Handlers<Desk>['readiness'] = {
  async mark(desk, { appointmentId, dot, isMet, note }) {
    if (!desk.may(`readiness.${dot}`)) {
      throw new Refusal('readiness.not-yours', 'Somebody of another role has to confirm this.', { path: 'dot' })
    }
    await desk.store.write(async (tx) => {
      const visit = found(await findAppointment(tx, appointmentId))
      if (visit.kind !== 'infusion' || isClosed(visit.status)) {
        throw new Refusal('appointment.cannot-become', 'This appointment is over.', { facts: { status: visit.status } })
      }
      const zone = (await listLocations(tx)).find((one) => one.id === visit.locationId)?.zone ?? 'UTC'
      if (dot === 'fasting' && isMet && localAt(desk.now(), zone).day !== visit.day) {
        throw new Refusal('readiness.not-yet', 'Fasting is asked on the day of the visit.', { path: 'dot' })
      }
      tx.at(visit.locationId)
      tx.insert('readiness_mark', {
        id: desk.newId(),
        appointment_id: appointmentId,
        dot,
        is_met: isMet ? 1 : 0,
        marked_at: desk.now(),
        marked_by: desk.me.staffId,
        note,
      })
    })
    return {}
  },
}

/** The seven conditions of these infusions by appointment; other visits have none. */
export async function dotsOf(db: Reader, rows: readonly AppointmentRow[]): Promise<Map<string, readonly Readiness[]>> {
  const infusions = rows.filter((row) => row.kind === 'infusion')
  const ids = infusions.map((row) => row.id)
  const zones = new Map((await listLocations(db)).map((location) => [location.id, location.zone]))
  const visits = new Map(infusions.map((row) => [row.id, row]))
  const pressures = new Map((await listPressures(db, ids)).map((row) => [row.appointmentId, row]))
  const marks = new Map<string, Partial<Record<MarkedDot, boolean>>>()
  for (const mark of await listMarks(db, ids)) {
    const visit = visits.get(mark.appointmentId)
    const dot = markedDots.find((one) => one === mark.dot)
    if (visit === undefined || dot === undefined) continue
    // A stomach that was empty on another day says nothing of a visit that was moved since.
    const isOfTheDay =
      dot !== 'fasting' || localAt(mark.markedAt, zones.get(visit.locationId) ?? 'UTC').day === visit.day
    marks.set(visit.id, { ...marks.get(visit.id), [dot]: mark.isMet && isOfTheDay })
  }
  return new Map(
    infusions.map(({ id, kind, hasEscort, balanceCents }) => [
      id,
      readinessOf({ kind, marks: marks.get(id) ?? {}, pressure: pressures.get(id), hasEscort, balance: balanceCents }),
    ]),
  )
}
