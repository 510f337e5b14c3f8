import type { Handlers } from '#contract/house'
import type { Writer } from '#db/open'
import { localAt } from '#domain/clock'
import { formatEin } from '#domain/identifiers'
import { cents } from '#domain/money'
import type { Cents } from '#domain/money'
import { defaultProtocols } from '#domain/plan'
import type { DefaultProtocol } from '#domain/plan'
import type { Role } from '#domain/roles'
import { addressColumns, phoneAsKept } from './columns.ts'
import { checkHours, sameName } from './practice-rules.ts'
import { Refusal } from './refusal.ts'

type World = { newId(): string; now(): number }
type Founding = Parameters<Handlers<World>['setup']['create']>[1]
type Location = { id: string; zone: string }

/**
 * Writes a new practice: the company, its locations with rooms and hours, the manager with every role at every one, and
 * the protocols and priced services to begin with. Refuses two locations with one code and two rooms with one name.
 */
export function foundPractice(tx: Writer, world: World, input: Founding, managerId: string): void {
  checkNames(input)
  const { practice, manager } = input
  tx.insert('practice', {
    id: world.newId(),
    name: practice.name,
    legal_name: practice.legalName,
    ein: practice.ein === '' ? '' : formatEin(practice.ein),
    npi: practice.npi,
    phone: phoneAsKept(practice.phone),
    logo_png: practice.logoPng,
  })
  const locations = input.locations.map((location) => insertLocation(tx, world, location))
  tx.insert('staff_member', {
    id: managerId,
    name: manager.name,
    sign_in_name: manager.signInName,
    credentials: manager.credentials,
    npi: manager.npi,
  })
  for (const role of new Set<Role>(['manager', ...manager.alsoRoles])) {
    tx.insert('staff_post', { id: world.newId(), staff_member_id: managerId, role, location_id: null })
  }
  for (const protocol of defaultProtocols) {
    const words = infusionWords(protocol)
    insertService(tx, world, locations, { ...words, protocolId: insertProtocol(tx, world, protocol), visitKind: null })
  }
  for (const service of otherServices) insertService(tx, world, locations, { ...service, protocolId: null })
}

type Service = {
  name: string
  nameEs: string
  amountCents: Cents
  protocolId: string | null
  visitKind: 'consultation' | 'check' | null
}

const otherServices = [
  { name: 'Consultation', nameEs: 'Consulta', amountCents: cents(250_00), visitKind: 'consultation' },
  { name: 'Check', nameEs: 'Control', amountCents: cents(120_00), visitKind: 'check' },
] as const

const spanish = { mood: 'ánimo', pain: 'dolor', induction: 'inducción', maintenance: 'mantenimiento' }
// Within what the practice charges: $400 to $800 a session for mood, $700 to $2,000 for pain.
const infusionCents = { mood: cents(550_00), pain: cents(1_200_00) }

function infusionWords({ kind, phase }: DefaultProtocol): { name: string; nameEs: string; amountCents: Cents } {
  return {
    name: `Ketamine infusion, ${kind} ${phase}`,
    nameEs: `Infusión de ketamina, ${spanish[phase]} (${spanish[kind]})`,
    amountCents: infusionCents[kind],
  }
}

function checkNames(input: Founding): void {
  for (const [place, location] of input.locations.entries()) {
    const { code } = location
    if (input.locations.findIndex((other) => other.code === code) !== place) {
      const path = `locations.${place}.code`
      throw new Refusal('practice.location-code-taken', `Another location uses the code ${code}.`, {
        path,
        facts: { code },
      })
    }
    for (const [at, name] of location.rooms.entries()) {
      if (location.rooms.findIndex((other) => sameName(other, name)) === at) continue
      throw new Refusal('practice.room-name-taken', `There are two rooms called ${name} at ${location.name}.`, {
        path: `locations.${place}.rooms.${at}`,
        facts: { name },
      })
    }
    checkHours(location.hours, `locations.${place}.hours`)
  }
}

function insertLocation(tx: Writer, world: World, location: Founding['locations'][number]): Location {
  const { code, name, zone } = location
  const id = world.newId()
  tx.insert('location', {
    id,
    code,
    name,
    ...addressColumns(location.address),
    phone: phoneAsKept(location.phone),
    zone,
  })
  for (const [position, room] of location.rooms.entries()) {
    tx.insert('room', { id: world.newId(), location_id: id, name: room, position })
  }
  for (const { weekday, openMinute, closeMinute } of location.hours) {
    const row = { location_id: id, weekday, open_minute: openMinute, close_minute: closeMinute }
    tx.insert('opening_hours', { id: world.newId(), ...row })
  }
  return { id, zone }
}

function insertProtocol(tx: Writer, world: World, protocol: DefaultProtocol): string {
  const id = world.newId()
  tx.insert('protocol', {
    id,
    name: protocol.name,
    kind: protocol.kind,
    phase: protocol.phase,
    planned_infusions: protocol.plannedInfusions,
    window_min_days: protocol.windowMinDays,
    window_max_days: protocol.windowMaxDays,
    min_gap_days: protocol.minGapDays,
    infusion_minutes: protocol.infusionMinutes,
    micrograms_per_kg: protocol.microgramsPerKg,
  })
  return id
}

function insertService(tx: Writer, world: World, locations: readonly Location[], service: Service): void {
  const { name, nameEs, protocolId, visitKind, amountCents } = service
  const id = world.newId()
  tx.insert('service', { id, name, name_es: nameEs, code: '', protocol_id: protocolId, visit_kind: visitKind })
  for (const location of locations) {
    tx.insert('service_price', {
      id: world.newId(),
      service_id: id,
      location_id: location.id,
      amount_cents: amountCents,
      from_day: localAt(world.now(), location.zone).day,
    })
  }
}
