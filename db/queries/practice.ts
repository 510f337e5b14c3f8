import type { Day } from '#domain/dates'
import { sql } from 'kysely'
import type { Reader, Writer } from '#db/open'
import { closedStatuses } from '#domain/appointment-status'

// Ids made within one millisecond sort at random; the clock of the code, which never changes, tells who came first.
const foundedFirst = sql`(SELECT hlc FROM row_clock
  WHERE table_name = 'location' AND row_id = location.id AND group_name = 'code')`

/** An address as columns hold it, without their names. */
export type AddressRow = { street: string; street2: string; city: string; state: string; postalCode: string }

/** The company. */
export type PracticeRow = {
  id: string
  name: string
  legalName: string
  ein: string
  npi: string
  phone: string
  logoPng: string
}

/** A room that can be booked, or could be. */
export type RoomRow = { id: string; locationId: string; name: string; position: number; isArchived: boolean }

/** One weekday on which a location is open, in minutes of its own day. */
export type HoursRow = { id: string; locationId: string; weekday: number; openMinute: number; closeMinute: number }

/** A location with its rooms (archived ones too, in their order) and its opening hours (by weekday). */
export type LocationRow = {
  id: string
  code: string
  name: string
  address: AddressRow
  phone: string
  zone: string
  rooms: RoomRow[]
  hours: HoursRow[]
}

/** The company; undefined before it is founded. */
export async function findPractice(db: Reader | Writer): Promise<PracticeRow | undefined> {
  const row = await db.selectFrom('practice').selectAll().executeTakeFirst()
  if (row === undefined) return undefined
  const { id, name, ein, npi, phone } = row
  return { id, name, legalName: row.legal_name, ein, npi, phone, logoPng: row.logo_png }
}

/** The locations in use, in the order in which they were founded. */
export async function listLocations(db: Reader | Writer): Promise<LocationRow[]> {
  const locations = await db
    .selectFrom('location')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy(foundedFirst)
    .execute()
  const rooms = await listRooms(db)
  const hours = await listHours(db)
  return locations.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    address: {
      street: row.street,
      street2: row.street2,
      city: row.city,
      state: row.state,
      postalCode: row.postal_code,
    },
    phone: row.phone,
    zone: row.zone,
    rooms: rooms.filter((room) => room.locationId === row.id),
    hours: hours.filter((one) => one.locationId === row.id),
  }))
}

/** A location in use; undefined when there is none. */
export async function findLocation(db: Reader | Writer, locationId: string): Promise<LocationRow | undefined> {
  return (await listLocations(db)).find((location) => location.id === locationId)
}

/** All rooms of all locations in their order, archived ones too. */
export async function listRooms(db: Reader | Writer): Promise<RoomRow[]> {
  const rows = await db.selectFrom('room').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    locationId: row.location_id,
    name: row.name,
    position: row.position,
    isArchived: row.archived_at !== null,
  }))
}

/** One room, archived or not; undefined when there is none. */
export async function findRoom(db: Reader | Writer, roomId: string): Promise<RoomRow | undefined> {
  return (await listRooms(db)).find((room) => room.id === roomId)
}

/** How many appointments that are still to come, or under way, hold a room from a day on. */
export async function countRoomBookings(db: Reader | Writer, roomId: string, fromDay: Day): Promise<number> {
  const row = await db
    .selectFrom('appointment')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('room_id', '=', roomId)
    .where('archived_at', 'is', null)
    .where('status', 'not in', closedStatuses)
    .where('day', '>=', fromDay)
    .executeTakeFirstOrThrow()
  return row.count
}

async function listHours(db: Reader | Writer): Promise<HoursRow[]> {
  const rows = await db
    .selectFrom('opening_hours')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy('weekday')
    .orderBy('open_minute')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    locationId: row.location_id,
    weekday: row.weekday,
    openMinute: row.open_minute,
    closeMinute: row.close_minute,
  }))
}
