import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { countRoomBookings, findLocation, findPractice, findRoom, listLocations } from '#db/queries/practice'
import type { LocationRow, RoomRow } from '#db/queries/practice'
import { localAt } from '#domain/clock'
import { formatEin } from '#domain/identifiers'
import { addressColumns, phoneAsKept } from './columns.ts'
import type { Desk } from './desk.ts'
import { checkHours, sameName } from './practice-rules.ts'
import { found, Refusal } from './refusal.ts'
import { practiceToday } from './today.ts'

/** The company, its locations, their rooms and hours. */
export const practice: Handlers<Desk>['practice'] = {
  async get(desk) {
    const { id: _, ...fields } = found(await findPractice(desk.store.read))
    const locations = await listLocations(desk.store.read)
    return {
      practice: fields,
      locations: locations.map((location) => ({
        ...location,
        rooms: location.rooms.map(({ id, name, isArchived }) => ({ id, name, isArchived })),
        hours: location.hours.map(({ weekday, openMinute, closeMinute }) => ({ weekday, openMinute, closeMinute })),
      })),
      today: await practiceToday(desk.store.read, desk.now()),
      now: desk.now(),
    }
  },

  async change(desk, input) {
    await desk.store.write(async (tx) => {
      const { id } = found(await findPractice(tx))
      tx.change('practice', id, {
        name: input.name,
        legal_name: input.legalName,
        ein: input.ein === '' ? '' : formatEin(input.ein),
        npi: input.npi,
        phone: phoneAsKept(input.phone),
        logo_png: input.logoPng,
      })
    })
    return {}
  },

  async changeLocation(desk, { locationId, name, address, phone, hours }) {
    await desk.store.write(async (tx) => {
      const location = found(await findLocation(tx, locationId))
      checkHours(hours, 'hours')
      tx.change('location', locationId, { name, ...addressColumns(address), phone: phoneAsKept(phone) })
      changeHours(tx, desk, location, hours)
    }, locationId)
    return {}
  },

  async addRoom(desk, { locationId, name }) {
    const roomId = desk.newId()
    await desk.store.write(async (tx) => {
      const { rooms } = found(await findLocation(tx, locationId))
      refuseTakenName(rooms, name)
      tx.insert('room', { id: roomId, location_id: locationId, name, position: rooms.length })
    }, locationId)
    return { roomId }
  },

  async renameRoom(desk, { roomId, name }) {
    await desk.store.write(async (tx) => {
      const room = await roomInUse(tx, roomId)
      const { rooms } = found(await findLocation(tx, room.locationId))
      refuseTakenName(
        rooms.filter((other) => other.id !== roomId),
        name,
      )
      tx.change('room', roomId, { name })
    })
    return {}
  },

  async archiveRoom(desk, { roomId, reason }) {
    await desk.store.write(async (tx) => {
      const room = await roomInUse(tx, roomId)
      const { zone } = found(await findLocation(tx, room.locationId))
      const count = await countRoomBookings(tx, roomId, localAt(desk.now(), zone).day)
      if (count > 0) {
        const message = `${room.name} has ${count} bookings to come. Move them first.`
        throw new Refusal('practice.room-has-bookings', message, { path: 'roomId', facts: { count, name: room.name } })
      }
      tx.archive('room', roomId, reason)
    })
    return {}
  },
}

type Hours = { weekday: number; openMinute: number; closeMinute: number }

function changeHours(tx: Writer, desk: Desk, location: LocationRow, hours: readonly Hours[]): void {
  for (const { weekday, openMinute, closeMinute } of hours) {
    const columns = { open_minute: openMinute, close_minute: closeMinute }
    const before = location.hours.find((one) => one.weekday === weekday)
    if (before !== undefined) tx.change('opening_hours', before.id, columns)
    else tx.insert('opening_hours', { id: desk.newId(), location_id: location.id, weekday, ...columns })
  }
  for (const before of location.hours) {
    if (hours.some((one) => one.weekday === before.weekday)) continue
    tx.archive('opening_hours', before.id, 'closed on this weekday')
  }
}

async function roomInUse(tx: Writer, roomId: string): Promise<RoomRow> {
  const room = found(await findRoom(tx, roomId))
  if (room.isArchived) throw new Refusal('record.archived', 'This room is archived.', { path: 'roomId' })
  return room
}

function refuseTakenName(rooms: readonly RoomRow[], name: string): void {
  const taken = rooms.find((room) => !room.isArchived && sameName(room.name, name))
  if (taken === undefined) return
  const message = `There is a room ${taken.name} already at this location.`
  throw new Refusal('practice.room-name-taken', message, { path: 'name', facts: { name: taken.name } })
}
