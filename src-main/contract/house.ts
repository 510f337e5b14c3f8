import type { z } from 'zod'
import { appointments } from './appointments.ts'
import { calendar } from './calendar.ts'
import type { Reply } from './define.ts'
import { documents } from './documents.ts'
import { escorts } from './escorts.ts'
import { infusions } from './infusions.ts'
import { invoices } from './invoices.ts'
import { lists, waiting } from './lists.ts'
import { openings } from './openings.ts'
import { patients } from './patients.ts'
import { payments } from './payments.ts'
import { plans } from './plans.ts'
import { practice } from './practice.ts'
import { prices } from './prices.ts'
import { readiness } from './readiness.ts'
import { resources } from './resources.ts'
import { series } from './series.ts'
import { setup } from './setup.ts'
import { signIn } from './sign-in.ts'
import { staff } from './staff.ts'
import { upkeep } from './upkeep.ts'

/** Every call there is, by room and verb: the one promise from which both wires and all handlers are derived. */
export const contract = {
  setup,
  signIn,
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
} as const

/** The type of the whole contract. */
export type Contract = typeof contract

type Entry = { input: z.ZodType; output: z.ZodType }

/** What a screen holds: every call as a typed function that answers with a reply. */
export type Client = {
  [R in keyof Contract]: {
    [M in keyof Contract[R]]: Contract[R][M] extends Entry
      ? (input: z.input<Contract[R][M]['input']>) => Promise<Reply<z.output<Contract[R][M]['output']>>>
      : never
  }
}

/** What the engine holds: a use case for every call; a missing one does not compile. */
export type Handlers<Desk> = {
  [R in keyof Contract]: {
    [M in keyof Contract[R]]: Contract[R][M] extends Entry
      ? (desk: Desk, input: z.output<Contract[R][M]['input']>) => Promise<z.output<Contract[R][M]['output']>>
      : never
  }
}
