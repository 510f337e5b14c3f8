import type { Reader, Writer } from '#db/open'
import { listLocations } from '#db/queries/practice'
import { localAt } from '#domain/clock'
import type { Day } from '#domain/dates'

/** The day at the first location of the practice. */
export async function practiceToday(db: Reader | Writer, now: number): Promise<Day> {
  const [first] = await listLocations(db)
  return localAt(now, first?.zone ?? 'UTC').day
}
