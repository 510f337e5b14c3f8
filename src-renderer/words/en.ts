import { billing } from './en/billing.ts'
import { common } from './en/common.ts'
import { faults } from './en/faults.ts'
import { frame } from './en/frame.ts'
import { lists } from './en/lists.ts'
import { patients } from './en/patients.ts'
import { problems } from './en/problems.ts'
import { rota } from './en/rota.ts'
import { schedule } from './en/schedule.ts'
import { settings } from './en/settings.ts'
import { setup } from './en/setup.ts'
import { signIn } from './en/sign-in.ts'
import { statuses } from './en/statuses.ts'
import { treatment } from './en/treatment.ts'

/** Every sentence a person reads, in English: the shape that the other language must have. */
export const en = {
  common,
  frame,
  setup,
  signIn,
  faults,
  problems,
  statuses,
  patients,
  schedule,
  rota,
  lists,
  treatment,
  billing,
  settings,
}

/** The shape of the words of a language: the same sentences, with the same values in them. */
export type Words = Wide<typeof en>

/** The shape of some words, whatever their sentences say. */
export type Wide<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { [K in keyof T]: Wide<T[K]> }
