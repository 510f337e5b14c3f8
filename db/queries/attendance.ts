import type { Reader, Writer } from '#db/open'

/** How many visits a patient missed and how many were cancelled late, over all the years. */
export async function countMisses(
  db: Reader | Writer,
  patientId: string,
): Promise<{ missed: number; lateCancelled: number }> {
  const rows = await db
    .selectFrom('appointment')
    .select((e) => ['status', e.fn.countAll<number>().as('count')])
    .where('patient_id', '=', patientId)
    .where('archived_at', 'is', null)
    .where('status', 'in', ['no_show', 'late_cancelled'])
    .groupBy('status')
    .execute()
  const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0
  return { missed: of('no_show'), lateCancelled: of('late_cancelled') }
}
