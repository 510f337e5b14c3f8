import type { Day } from '#domain/dates'
import type { Cents } from '#domain/money'
import { addedColumn, versionColumn } from '#db/queries/versions'
import type { Reader, Writer } from '#db/open'

/** A priced item; `protocolId` names the protocol whose infusions it is, `visitKind` the other visits that it is for. */
export type ServiceRow = {
  id: string
  name: string
  nameEs: string
  code: string
  protocolId: string | null
  visitKind: 'consultation' | 'check' | null
  version: string
}

/** What a service costs at a location from a day on. */
export type PriceRow = { serviceId: string; locationId: string; amountCents: Cents; fromDay: Day }

/** The services in use, in the order in which they were added. */
export async function listServices(db: Reader | Writer): Promise<ServiceRow[]> {
  const rows = await db
    .selectFrom('service')
    .selectAll()
    .select(versionColumn('service', 'service.id').as('version'))
    .where('archived_at', 'is', null)
    .orderBy(addedColumn('service', 'service.id'))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEs: row.name_es,
    code: row.code,
    protocolId: row.protocol_id,
    visitKind: row.visit_kind,
    version: row.version,
  }))
}

/** A service in use; undefined when there is none. */
export async function findService(db: Reader | Writer, serviceId: string): Promise<ServiceRow | undefined> {
  return (await listServices(db)).find((service) => service.id === serviceId)
}

/** Every price that was ever set, by its first day; of two for one day the later set one comes last and holds. */
export async function listPrices(db: Reader | Writer): Promise<PriceRow[]> {
  const rows = await db
    .selectFrom('service_price')
    .select(['service_id', 'location_id', 'amount_cents', 'from_day'])
    .orderBy('from_day')
    .orderBy(versionColumn('service_price', 'service_price.id'))
    .execute()
  return rows.map((row) => ({
    serviceId: row.service_id,
    locationId: row.location_id,
    amountCents: row.amount_cents,
    fromDay: row.from_day,
  }))
}

/** What a service costs at a location on a day, in cents; undefined when no price was set by then. */
export async function findPrice(
  db: Reader | Writer,
  serviceId: string,
  locationId: string,
  on: Day,
): Promise<Cents | undefined> {
  const row = await db
    .selectFrom('service_price')
    .select('amount_cents')
    .where('service_id', '=', serviceId)
    .where('location_id', '=', locationId)
    .where('from_day', '<=', on)
    .orderBy('from_day', 'desc')
    .orderBy(versionColumn('service_price', 'service_price.id'), 'desc')
    .executeTakeFirst()
  return row?.amount_cents
}
