import type { Handlers } from '#contract/house'
import type { Reader } from '#db/open'
import { findPatient } from '#db/queries/patients'
import type { PlanRow } from '#db/queries/plans'
import { findLocation } from '#db/queries/practice'
import { listWaiting } from '#db/queries/waiting'
import type { WaitingRow } from '#db/queries/waiting'
import { localAt } from '#domain/clock'
import { legalName } from '#domain/patient'
import { slotProblems } from '#domain/slot-problems'
import { templateMinutes } from '#domain/visit-blocks'
import { rankForGap, wouldTake } from '#domain/waiting'
import { leftToBook } from './course-left.ts'
import type { Desk } from './desk.ts'
import { activePlans } from './plan-to-book.ts'
import { found, Refusal } from './refusal.ts'
import { timetableOn } from './timetable.ts'
import { blocksWithin, templateFor } from './visit-templates.ts'

/** Who waits for a time that is not free yet. */
export const waiting: Handlers<Desk>['waiting'] = {
  async list(desk) {
    return (await listWaiting(desk.store.read)).map(shown)
  },

  async add(desk, { patientId, kind, ...wish }) {
    const waitingId = desk.newId()
    await desk.store.write(async (tx) => {
      const patient = found(await findPatient(tx, patientId))
      if (patient.isArchived) {
        const message = 'This patient is archived. Restore the record first.'
        throw new Refusal('record.archived', message, { path: 'patientId' })
      }
      if (wish.fromMinute >= wish.toMinute) {
        throw new Refusal('resources.hours-order', 'These hours end before they begin.', { path: 'toMinute' })
      }
      if (wish.untilDay !== null && wish.untilDay < wish.fromDay) {
        throw new Refusal('call.bad-input', 'The last day cannot come before the first.', {
          path: 'untilDay',
          facts: { problem: 'too-small' },
        })
      }
      tx.at(wish.locationId ?? patient.homeLocationId)
      tx.insert('waiting_entry', {
        id: waitingId,
        patient_id: patientId,
        kind,
        location_id: wish.locationId,
        provider_id: wish.providerId,
        weekdays: wish.weekdays,
        from_day: wish.fromDay,
        until_day: wish.untilDay,
        from_minute: wish.fromMinute,
        to_minute: wish.toMinute,
        urgency: wish.urgency,
        since: desk.now(),
        notes: wish.notes,
      })
    })
    return { waitingId }
  },

  async withdraw(desk, { waitingId, reason }) {
    await desk.store.write(async (tx) => {
      found((await listWaiting(tx)).find((one) => one.id === waitingId))
      tx.archive('waiting_entry', waitingId, reason)
    })
    return {}
  },

  async fits(desk, gap) {
    const read = desk.store.read
    const location = found(await findLocation(read, gap.locationId))
    const timetable = await timetableOn(read, [gap.day])
    const isOver = gap.day < localAt(desk.now(), location.zone).day
    const fitting: (ReturnType<typeof shown> & { minutes: number })[] = []
    for (const row of isOver ? [] : rankForGap(await listWaiting(read))) {
      const visit = await visitFor(read, row)
      if (visit === undefined || !wouldTake(row, gap, visit.minutes)) continue
      const { nurseId, ...place } = gap
      const candidate = {
        ...place,
        ...visit,
        patientId: row.patientId,
        kind: row.kind,
        nurseId: row.kind === 'infusion' ? (nurseId ?? undefined) : undefined,
      }
      const at = { ...timetable, hours: location.hours }
      if (slotProblems(candidate, at, timetable.booked).length > 0) continue
      fitting.push({ ...shown(row), minutes: visit.minutes })
    }
    return fitting
  },
}

/**
 * How long the visit takes and how it is divided; undefined for an infusion that no plan has room for. Of several plans
 * the longest counts: which one it will be is decided when it is booked.
 */
async function visitFor(read: Reader, row: WaitingRow) {
  const plan = row.kind === 'infusion' ? await longestWithRoom(read, row.patientId) : undefined
  if (row.kind === 'infusion' && plan === undefined) return undefined
  const template = await templateFor(read, row.kind, plan?.kind)
  const minutes = templateMinutes(template, plan?.course.infusionMinutes)
  return { minutes, blocks: blocksWithin(template, minutes) }
}

async function longestWithRoom(read: Reader, patientId: string): Promise<PlanRow | undefined> {
  const withRoom: PlanRow[] = []
  for (const plan of await activePlans(read, patientId)) {
    if ((await leftToBook(read, plan)).left > 0) withRoom.push(plan)
  }
  return withRoom.toSorted((a, b) => b.course.infusionMinutes - a.course.infusionMinutes)[0]
}

function shown({ firstName, lastName, ...row }: WaitingRow) {
  return { ...row, patientName: legalName({ firstName, lastName }) }
}
