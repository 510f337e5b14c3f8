import type { Handlers } from '#contract/house'
import { appointments } from '#services/appointments'
import { calendar } from '#services/calendar'
import type { Desk } from '#services/desk'
import { documents } from '#services/documents'
import { escorts } from '#services/escorts'
import { infusions } from '#services/infusions'
import { invoices } from '#services/invoices'
import { lists } from '#services/lists'
import { openings } from '#services/openings'
import { patients } from '#services/patients'
import { payments } from '#services/payments'
import { plans } from '#services/plans'
import { practice } from '#services/practice'
import { prices } from '#services/prices'
import { readiness } from '#services/readiness'
import { resources } from '#services/resources'
import { series } from '#services/series'
import { staff } from '#services/staff'
import { upkeep } from '#services/upkeep'
import { waiting } from '#services/waiting'
import type { Entrance } from './entrance.ts'
import { setup } from './setup.ts'
import { signIn } from './sign-in.ts'

type AtEntrance = Pick<Handlers<Entrance>, 'setup' | 'signIn'>
type AtDesk = Omit<Handlers<Desk>, 'setup' | 'signIn'>

const entranceHandlers: AtEntrance = { setup, signIn }
const deskHandlers: AtDesk = {
  practice,
  staff,
  prices,
  patients,
  plans,
  appointments,
  readiness,
  openings,
  resources,
  calendar,
  lists,
  waiting,
  series,
  infusions,
  escorts,
  invoices,
  payments,
  documents,
  upkeep,
}

/** A use case, and what it may touch. */
export type Handler =
  | { at: 'entrance'; run(entrance: Entrance, input: unknown): Promise<unknown> }
  | { at: 'desk'; run(desk: Desk, input: unknown): Promise<unknown> }

/** The use case of a call that stands in the contract; a missing one is a bug. */
export function handlerOf(room: string, name: string): Handler {
  const entrance = pick(entranceHandlers, room, name)
  if (entrance !== undefined) return { at: 'entrance', run: async (one, input) => entrance(one, input) }
  const desk = pick(deskHandlers, room, name)
  if (desk !== undefined) return { at: 'desk', run: async (one, input) => desk(one, input) }
  throw new Error(`${room}.${name} has no handler.`)
}

function pick(rooms: object, room: string, name: string): ((at: unknown, input: unknown) => unknown) | undefined {
  const handlers: unknown = Object.hasOwn(rooms, room) ? Reflect.get(rooms, room) : undefined
  if (typeof handlers !== 'object' || handlers === null || !Object.hasOwn(handlers, name)) return undefined
  const handler: unknown = Reflect.get(handlers, name)
  // The input was checked against the contract's schema, which also types the handler.
  return typeof handler === 'function' ? (at, input) => handler(at, input) : undefined
}
