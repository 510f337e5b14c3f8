import type { Reader, Writer } from '#db/open'
import { present } from '#domain/certain'
import type { Absence, Availability, Closure, WorkingHours } from '#domain/availability'
import type { Day } from '#domain/dates'

/** A stretch of working hours with the row that holds it. */
export type WorkingHoursRow = WorkingHours & { id: string }

/** A closure with the row that holds it. */
export type ClosureRow = Closure & { id: string }

/** An absence with the row that holds it. */
export type AbsenceRow = Absence & { id: string }

/** Who and what is there when: all working hours, and the closures and absences that touch the days, both included. */
export async function listAvailability(db: Reader | Writer, from: Day, until: Day): Promise<Availability> {
  return {
    hours: await listWorkingHours(db),
    closures: await listClosures(db, from, until),
    absences: await listAbsences(db, from, until),
  }
}

/** The working hours of everybody and of every room, by weekday and start. */
export async function listWorkingHours(db: Reader | Writer): Promise<WorkingHoursRow[]> {
  const rows = await db
    .selectFrom('working_hours')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy('weekday')
    .orderBy('from_minute')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    who: whoOf(row),
    locationId: row.location_id,
    weekday: row.weekday,
    fromMinute: row.from_minute,
    toMinute: row.to_minute,
  }))
}

/** The closures that touch the days, by their first day. */
export async function listClosures(db: Reader | Writer, from: Day, until: Day): Promise<ClosureRow[]> {
  return db
    .selectFrom('closure')
    .select(['id', 'location_id as locationId', 'from_day as fromDay', 'until_day as untilDay', 'reason'])
    .where('archived_at', 'is', null)
    .where('from_day', '<=', until)
    .where('until_day', '>=', from)
    .orderBy('from_day')
    .execute()
}

/** The absences of people and rooms that touch the days, by their first day. */
export async function listAbsences(db: Reader | Writer, from: Day, until: Day): Promise<AbsenceRow[]> {
  const rows = await db
    .selectFrom('absence')
    .selectAll()
    .where('archived_at', 'is', null)
    .where('from_day', '<=', until)
    .where('until_day', '>=', from)
    .orderBy('from_day')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    who: whoOf(row),
    fromDay: row.from_day,
    untilDay: row.until_day,
    fromMinute: row.from_minute,
    toMinute: row.to_minute,
    reason: row.reason,
  }))
}

/** Whether a closure or an absence was taken back; undefined when there is none. */
export async function isTakenBack(
  db: Reader | Writer,
  table: 'closure' | 'absence',
  id: string,
): Promise<boolean | undefined> {
  const row = await db.selectFrom(table).select('archived_at').where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : row.archived_at !== null
}

function whoOf(row: { staff_member_id: string | null; room_id: string | null }): string {
  return present(row.staff_member_id ?? row.room_id ?? undefined, 'a staff member or a room')
}
