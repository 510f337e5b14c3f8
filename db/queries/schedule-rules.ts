import type { Reader, Writer } from '#db/open'
import { usualScheduleRules, type ScheduleRules } from '#domain/schedule-rules'

/** The practice's own rules of scheduling; the usual ones before it has set any. */
export async function findScheduleRules(db: Reader | Writer): Promise<ScheduleRules> {
  const row = await findScheduleRuleRow(db)
  if (row === undefined) return usualScheduleRules
  return {
    nurseCapacity: row.nurse_capacity,
    travelMinutes: row.travel_minutes,
    lateMinutes: row.late_minutes,
    waitingMinutes: row.waiting_minutes,
    noticeHours: row.notice_hours,
    noticeClock: row.notice_clock,
    strikes: row.strikes,
    lateCancelCents: row.late_cancel_cents,
    noShowCents: row.no_show_cents,
  }
}

/** The row that holds the rules; undefined before any were set. */
export async function findScheduleRuleRow(db: Reader | Writer) {
  return db.selectFrom('schedule_rule').selectAll().where('archived_at', 'is', null).orderBy('id').executeTakeFirst()
}
