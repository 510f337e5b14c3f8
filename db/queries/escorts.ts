import { versionColumn } from '#db/queries/versions'
import type { Reader, Writer } from '#db/open'
import type { Day } from '#domain/dates'

/** Who takes a patient home. */
export type EscortRow = {
  id: string
  name: string
  relationship: string
  phone: string
  expectedAt: number | null
  arrivedAt: number | null
  version: string
}

/** The escort named for an appointment; undefined when nobody is. */
export async function findEscort(db: Reader | Writer, appointmentId: string): Promise<EscortRow | undefined> {
  return db
    .selectFrom('escort')
    .select([
      'escort.id',
      'name',
      'relationship',
      'phone',
      'expected_at as expectedAt',
      'arrived_at as arrivedAt',
      versionColumn('escort', 'escort.id').as('version'),
    ])
    .where('appointment_id', '=', appointmentId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
}

/** The names of who takes patients home on a day, by appointment. */
export async function listEscortNames(db: Reader | Writer, on: Day): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('escort')
    .innerJoin('appointment', 'appointment.id', 'escort.appointment_id')
    .select(['appointment.id', 'escort.name'])
    .where('appointment.day', '=', on)
    .where('escort.archived_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
