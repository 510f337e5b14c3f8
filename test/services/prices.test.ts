import { findPrice } from '#db/queries/prices'
import { present } from '#domain/certain'
import { day } from '#domain/dates'
import { cents } from '#domain/money'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const none = '0198a000-0000-7000-8000-000000000000'

async function vitaminDrip(desk: OpenDesk): Promise<string> {
  const added = desk
    .at(['biller'])
    .prices.addService({ name: 'Vitamin drip', nameEs: 'Suero', code: 'V1', visitKind: null })
  return (await done(added)).serviceId
}

async function amounts(desk: OpenDesk, serviceId: string) {
  const services = await done(desk.at(['front_desk']).prices.list({}))
  return present(
    services.find((service) => service.serviceId === serviceId),
    'the service is listed',
  ).amounts.map(({ locationId, amountCents, fromDay }) => [
    locationId === desk.santaMonica.id ? 'SM' : 'OX',
    amountCents,
    fromDay,
  ])
}

describe('prices', () => {
  test('a new service has none until one is set, at one clinic or at both', async () => {
    const desk = await openDesk()
    const serviceId = await vitaminDrip(desk)
    expect(await amounts(desk, serviceId)).toEqual([])
    const locationId = desk.oxnard.id
    await done(
      desk.at(['biller']).prices.set({ serviceId, locationId, amountCents: cents(9_000), fromDay: day('2026-03-01') }),
    )
    expect(await amounts(desk, serviceId)).toEqual([['OX', 9_000, '2026-03-01']])
  })

  test('hold from their day on; what happened before keeps the old one', async () => {
    const desk = await openDesk()
    const serviceId = await vitaminDrip(desk)
    const locationId = desk.santaMonica.id
    const { prices } = desk.at(['biller'])
    for (const [amount, from] of [
      [9_000, '2026-03-01'],
      [10_000, '2026-03-10'],
      [12_000, '2026-04-01'],
      [8_000, '2025-01-01'],
    ] as const) {
      await done(prices.set({ serviceId, locationId, amountCents: cents(amount), fromDay: day(from) }))
    }
    expect(await amounts(desk, serviceId)).toEqual([
      ['SM', 10_000, '2026-03-10'],
      ['SM', 12_000, '2026-04-01'],
    ])
    const days = ['2024-12-31', '2025-01-01', '2026-03-09', '2026-03-10', '2026-03-31', '2026-04-01']
    const found = await Promise.all(days.map((on) => findPrice(desk.read, serviceId, locationId, day(on))))
    expect(found).toEqual([undefined, 8_000, 9_000, 10_000, 10_000, 12_000])
    expect(await findPrice(desk.read, serviceId, desk.oxnard.id, day('2026-04-01'))).toBeUndefined()
  })

  test('of two set for one day the later one holds; the same again is not written', async () => {
    const desk = await openDesk()
    const serviceId = await vitaminDrip(desk)
    const locationId = desk.santaMonica.id
    const fromDay = day('2026-03-10')
    const { prices } = desk.at(['biller'])
    for (const amount of [9_000, 7_000, 9_500]) {
      await done(prices.set({ serviceId, locationId, amountCents: cents(amount), fromDay }))
    }
    const before = await logLength(desk.read)
    await done(prices.set({ serviceId, locationId, amountCents: cents(9_500), fromDay }))
    expect(await logLength(desk.read)).toBe(before)
    expect(await amounts(desk, serviceId)).toEqual([['SM', 9_500, '2026-03-10']])
    expect(await findPrice(desk.read, serviceId, locationId, fromDay)).toBe(9_500)
  })

  test('of a service or a clinic that is not there are refused', async () => {
    const desk = await openDesk()
    const serviceId = await vitaminDrip(desk)
    const price = { serviceId, locationId: desk.oxnard.id, amountCents: cents(100), fromDay: day('2026-03-10') }
    const { prices } = desk.at(['manager'])
    expect(await refused(prices.set({ ...price, serviceId: none }))).toMatchObject({
      code: 'record.not-found',
      path: 'serviceId',
    })
    expect(await refused(prices.set({ ...price, locationId: none }))).toMatchObject({
      code: 'record.not-found',
      path: 'locationId',
    })
  })

  test('a service is renamed, and takes the visits of its kind from the one that billed them', async () => {
    const desk = await openDesk()
    const { prices } = desk.at(['biller'])
    const listed = async () => done(prices.list({}))
    const serviceId = await vitaminDrip(desk)
    const before = await listed()
    const drip = present(before.at(-1), 'the drip was added last')
    const named = { name: 'Follow-up check', nameEs: 'Control', code: 'V2', visitKind: 'check' as const }
    await done(prices.changeService({ serviceId, version: drip.version, ...named }))
    expect((await listed()).map(({ name, visitKind }) => [name, visitKind]).slice(-3)).toEqual([
      ['Consultation', 'consultation'],
      ['Check', null],
      ['Follow-up check', 'check'],
    ])
    expect((await refused(prices.changeService({ serviceId, version: drip.version, ...named }))).code).toBe(
      'record.changed',
    )
    const [infusion] = await listed()
    const { version = '', serviceId: ofProtocol = '' } = infusion ?? {}
    const fault = await refused(prices.changeService({ serviceId: ofProtocol, version, ...named }))
    expect([fault.code, fault.path]).toEqual(['prices.of-protocol', 'visitKind'])
  })

  test('are set by billers and managers, and not seen by nurses', async () => {
    const desk = await openDesk()
    const service = { name: 'x', nameEs: 'x', code: '', visitKind: null }
    expect((await refused(desk.at(['front_desk']).prices.addService(service))).code).toBe('call.not-allowed')
    expect((await refused(desk.at(['nurse', 'provider']).prices.list({}))).code).toBe('call.not-allowed')
  })
})
