import { newId } from '#db/ids'
import { present } from '#domain/certain'
import { planWarnings } from '#domain/plan'
import { closeDesk, founding, openDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBooking, logLength } from '#kit/rows'
import { foundPractice } from '#services/found-practice'
import { Refusal } from '#services/refusal'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const none = '0198a000-0000-7000-8000-000000000000'
const address = { street: '1 Pier', street2: '', city: 'Santa Monica', state: 'CA', postalCode: '90401' }

describe('a new practice', () => {
  test('has its locations in the order in which they were typed, with rooms and hours', async () => {
    const desk = await openDesk()
    const { practice, locations } = await done(desk.at(['front_desk']).practice.get({}))
    expect(practice).toEqual(founding.practice)
    expect(locations.map((location) => [location.code, location.rooms.map((room) => room.name)])).toEqual([
      ['SM', ['Chair 1', 'Chair 2', 'Quiet room']],
      ['OX', ['Chair 1', 'Chair 2', 'Quiet room']],
    ])
    expect(locations.map((location) => location.hours.length)).toEqual([6, 6])
  })

  test('has a manager at every location, in the other roles too', async () => {
    const desk = await openDesk()
    const staff = await done(desk.at(['manager']).staff.list({}))
    expect(staff.find((member) => member.id === desk.managerId)).toMatchObject({
      name: 'Elena Márquez',
      signInName: 'elena',
      isArchived: false,
    })
    const posts = staff.find((member) => member.id === desk.managerId)?.posts
    expect(posts).toHaveLength(2)
    expect(posts).toEqual(
      expect.arrayContaining([
        { role: 'manager', locationId: null },
        { role: 'provider', locationId: null },
      ]),
    )
  })

  test('has a price for each protocol at each location, none of them unusual', async () => {
    const desk = await openDesk()
    const protocols = await done(desk.at(['provider']).plans.protocols({}))
    const services = await done(desk.at(['biller']).prices.list({}))
    expect(protocols.map((protocol) => protocol.name)).toEqual([
      'Mood, induction',
      'Mood, maintenance',
      'Pain, induction',
      'Pain, maintenance',
    ])
    for (const { id, kind, phase, course, microgramsPerKg } of protocols) {
      const { amounts } = present(
        services.find((service) => service.protocolId === id),
        'each protocol has a service',
      )
      expect(amounts.map((amount) => amount.locationId)).toEqual([desk.santaMonica.id, desk.oxnard.id])
      for (const { amountCents } of amounts) {
        expect(planWarnings({ ...course, kind, phase, microgramsPerKg, priceCents: amountCents })).toEqual([])
      }
    }
    const others = services.filter((service) => service.protocolId === null)
    expect(others.map(({ name, nameEs, amounts }) => [name, nameEs, amounts[0]?.amountCents])).toEqual([
      ['Consultation', 'Consulta', 25_000],
      ['Check', 'Control', 12_000],
    ])
  })

  test.each([
    ['two locations with one code', 'practice.location-code-taken', 'locations.1.code', { code: 'SM' }],
    ['two rooms with one name', 'practice.room-name-taken', 'locations.1.rooms.1', { rooms: ['Chair 1', 'CHAIR 1'] }],
    [
      'a weekday with two opening hours',
      'call.bad-input',
      'locations.1.hours.1.weekday',
      {
        hours: [
          { weekday: 1, openMinute: 480, closeMinute: 720 },
          { weekday: 1, openMinute: 780, closeMinute: 1080 },
        ],
      },
    ],
  ])('is refused with %s, and nothing is left', async (_, code, path, change) => {
    const desk = await openDesk()
    const before = await logLength(desk.read)
    const locations = founding.locations.map((location, place) => (place === 1 ? { ...location, ...change } : location))
    const world = { newId: () => newId(desk.clock.now), now: () => desk.clock.now }
    const write = desk.desk(['manager']).store.write(async (tx) => {
      foundPractice(tx, world, { ...founding, locations }, world.newId())
    })
    const refusal = await write.catch((error: unknown) => error)
    expect(refusal instanceof Refusal ? refusal.fault : refusal).toMatchObject({ code, path })
    expect(await logLength(desk.read)).toBe(before)
  })
})

describe('today', () => {
  test('is the day at the first location, whatever the day in Greenwich', async () => {
    const desk = await openDesk()
    desk.clock.goTo('2026-03-10', 23 * 60 + 59)
    expect(await done(desk.at(['nurse']).practice.get({}))).toMatchObject({ today: '2026-03-10', now: desk.clock.now })
    desk.clock.pass(1)
    expect((await done(desk.at(['nurse']).practice.get({}))).today).toBe('2026-03-11')
  })
})

describe('changing the practice', () => {
  test('its own fields, by a manager alone', async () => {
    const desk = await openDesk()
    const fields = { ...founding.practice, name: 'Coast', ein: '123456789', phone: '310.555.0100' }
    expect((await refused(desk.at(['front_desk', 'biller']).practice.change(fields))).code).toBe('call.not-allowed')
    await done(desk.at(['manager']).practice.change(fields))
    const { practice } = await done(desk.at(['manager']).practice.get({}))
    expect(practice).toEqual({ ...fields, ein: '12-3456789', phone: '(310) 555-0100' })
  })

  test('a location: only the weekday whose hours differ is written anew', async () => {
    const desk = await openDesk()
    const manager = desk.at(['manager'])
    const { id: locationId, name, phone, address: old } = desk.santaMonica
    const hours = desk.santaMonica.hours.map(({ weekday, openMinute, closeMinute }) => ({
      weekday,
      openMinute,
      closeMinute,
    }))
    const later = hours.map((one) => (one.weekday === 2 ? { ...one, openMinute: 540 } : one))
    const before = await logLength(desk.read)
    await done(manager.practice.changeLocation({ locationId, name, address: old, phone, hours: later }))
    expect(await logLength(desk.read)).toBe(before + 1)
    const sunday = { weekday: 0, openMinute: 600, closeMinute: 900 }
    const wanted = [sunday, ...later.filter((one) => one.weekday !== 6)]
    await done(
      manager.practice.changeLocation({ locationId, name: 'Pier', address, phone: '3105550101', hours: wanted }),
    )
    const { locations } = await done(manager.practice.get({}))
    expect(locations[0]).toMatchObject({ code: 'SM', name: 'Pier', address, phone: '(310) 555-0101', hours: wanted })
    expect(locations[1]?.hours).toEqual(hours)
  })

  test('a location that is not there, or a weekday twice, is refused', async () => {
    const desk = await openDesk()
    const manager = desk.at(['manager'])
    const fields = { name: 'x', address, phone: '' }
    const nowhere = await refused(manager.practice.changeLocation({ locationId: none, ...fields, hours: [] }))
    expect(nowhere.code).toBe('record.not-found')
    const monday = { weekday: 1, openMinute: 480, closeMinute: 720 }
    const locationId = desk.santaMonica.id
    const twice = await refused(manager.practice.changeLocation({ locationId, ...fields, hours: [monday, monday] }))
    expect(twice).toMatchObject({ code: 'call.bad-input', path: 'hours.1.weekday' })
  })
})

describe('rooms', () => {
  test('a name may be used once at a location, and again at the other or after archiving', async () => {
    const desk = await openDesk()
    const { practice } = desk.at(['manager'])
    const locationId = desk.santaMonica.id
    const { roomId } = await done(practice.addRoom({ locationId, name: 'Garden' }))
    expect(await refused(practice.addRoom({ locationId, name: 'gardén' }))).toEqual({
      code: 'practice.room-name-taken',
      message: 'There is a room Garden already at this location.',
      path: 'name',
      facts: { name: 'Garden' },
    })
    await done(practice.addRoom({ locationId: desk.oxnard.id, name: 'Garden' }))
    await done(practice.archiveRoom({ roomId, reason: 'rebuilt' }))
    await done(practice.addRoom({ locationId, name: 'Garden' }))
    const { locations } = await done(practice.get({}))
    expect(locations[0]?.rooms.map((room) => [room.name, room.isArchived])).toEqual([
      ['Chair 1', false],
      ['Chair 2', false],
      ['Quiet room', false],
      ['Garden', true],
      ['Garden', false],
    ])
  })

  test('are renamed, not to the name of another, and not once archived', async () => {
    const desk = await openDesk()
    const { practice } = desk.at(['manager'])
    const roomId = present(desk.santaMonica.rooms[0], 'a first room').id
    await done(practice.renameRoom({ roomId, name: 'chair 1' }))
    expect((await refused(practice.renameRoom({ roomId, name: 'Chair 2' }))).code).toBe('practice.room-name-taken')
    await done(practice.archiveRoom({ roomId, reason: 'broken' }))
    expect((await refused(practice.renameRoom({ roomId, name: 'Chair 9' }))).code).toBe('record.archived')
    expect((await refused(practice.archiveRoom({ roomId, reason: 'broken' }))).code).toBe('record.archived')
    expect((await refused(practice.renameRoom({ roomId: none, name: 'x' }))).code).toBe('record.not-found')
    expect((await refused(practice.addRoom({ locationId: none, name: 'x' }))).code).toBe('record.not-found')
  })

  test('are not archived while appointments in them are still to come', async () => {
    const desk = await openDesk()
    const { practice } = desk.at(['manager'])
    const room = present(desk.santaMonica.rooms[0], 'a first room')
    const patientId = await desk.aPatient()
    await aBooking(desk, patientId, '2026-03-09', { kind: 'check' })
    await aBooking(desk, patientId, '2026-03-10', { kind: 'check' })
    await aBooking(desk, patientId, '2026-03-11', { kind: 'check', status: 'no_show' })
    expect(await refused(practice.archiveRoom({ roomId: room.id, reason: 'broken' }))).toMatchObject({
      code: 'practice.room-has-bookings',
      facts: { count: 1, name: 'Chair 1' },
    })
    desk.clock.goTo('2026-03-11', 540)
    await done(practice.archiveRoom({ roomId: room.id, reason: 'broken' }))
  })
})
