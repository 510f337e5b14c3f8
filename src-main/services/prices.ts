import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { findPrice, findService, listPrices, listServices } from '#db/queries/prices'
import type { PriceRow, ServiceRow } from '#db/queries/prices'
import { findLocation, listLocations } from '#db/queries/practice'
import { localAt } from '#domain/clock'
import type { Day } from '#domain/dates'
import type { Desk } from './desk.ts'
import { found, Refusal, unchanged } from './refusal.ts'

/** What is sold and for how much at each location. */
export const prices: Handlers<Desk>['prices'] = {
  /** For each location the price in force today comes first, then those that are still to come. */
  async list(desk) {
    const all = await listPrices(desk.store.read)
    const locations = await listLocations(desk.store.read)
    const services = await listServices(desk.store.read)
    return services.map(({ id, ...service }) => ({
      serviceId: id,
      ...service,
      amounts: locations.flatMap((location) => {
        const here = all.filter((price) => price.serviceId === id && price.locationId === location.id)
        return fromTodayOn(here, localAt(desk.now(), location.zone).day)
      }),
    }))
  },

  async addService(desk, { name, nameEs, code, visitKind }) {
    const serviceId = desk.newId()
    await desk.store.write(async (tx) => {
      await takeVisitsFromOthers(tx, serviceId, visitKind)
      tx.insert('service', { id: serviceId, name, name_es: nameEs, code, protocol_id: null, visit_kind: visitKind })
    })
    return { serviceId }
  },

  async changeService(desk, { serviceId, version, name, nameEs, code, visitKind }) {
    await desk.store.write(async (tx) => {
      const service = found(await findService(tx, serviceId))
      unchanged(version, service.version)
      if (service.protocolId !== null && visitKind !== null) {
        throw new Refusal('prices.of-protocol', 'This service is for the infusions of a protocol.', {
          path: 'visitKind',
        })
      }
      await takeVisitsFromOthers(tx, serviceId, visitKind)
      tx.change('service', serviceId, { name, name_es: nameEs, code, visit_kind: visitKind })
    })
    return {}
  },

  async set(desk, { serviceId, locationId, amountCents, fromDay }) {
    await desk.store.write(async (tx) => {
      if ((await findService(tx, serviceId)) === undefined) {
        throw new Refusal('record.not-found', 'This service does not exist.', { path: 'serviceId' })
      }
      if ((await findLocation(tx, locationId)) === undefined) {
        throw new Refusal('record.not-found', 'This location does not exist.', { path: 'locationId' })
      }
      if ((await findPrice(tx, serviceId, locationId, fromDay)) === amountCents) return
      const row = { service_id: serviceId, location_id: locationId, amount_cents: amountCents, from_day: fromDay }
      tx.insert('service_price', { id: desk.newId(), ...row })
    }, locationId)
    return {}
  },
}

/** A visit is billed as one service: the others are no longer for this kind. */
async function takeVisitsFromOthers(tx: Writer, serviceId: string, visitKind: ServiceRow['visitKind']): Promise<void> {
  if (visitKind === null) return
  for (const other of await listServices(tx)) {
    if (other.id !== serviceId && other.visitKind === visitKind) tx.change('service', other.id, { visit_kind: null })
  }
}

/** The prices that hold on the day or later: of several set for one first day, the last one set. */
function fromTodayOn(inOrder: readonly PriceRow[], today: Day) {
  const holding = inOrder.filter((price, place) => inOrder[place + 1]?.fromDay !== price.fromDay)
  const inForce = holding.findLastIndex((price) => price.fromDay <= today)
  return holding
    .slice(Math.max(inForce, 0))
    .map(({ locationId, amountCents, fromDay }) => ({ locationId, amountCents, fromDay }))
}
