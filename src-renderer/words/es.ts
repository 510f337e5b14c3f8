import { billing } from './es/billing.ts'
import { common } from './es/common.ts'
import { faults } from './es/faults.ts'
import { frame } from './es/frame.ts'
import { lists } from './es/lists.ts'
import { patients } from './es/patients.ts'
import { problems } from './es/problems.ts'
import { rota } from './es/rota.ts'
import { schedule } from './es/schedule.ts'
import { settings } from './es/settings.ts'
import { setup } from './es/setup.ts'
import { signIn } from './es/sign-in.ts'
import { statuses } from './es/statuses.ts'
import { treatment } from './es/treatment.ts'
import { type Wide, type Words } from './en.ts'

/** Every sentence a person reads, in the Spanish of southern California. */
export const es = {
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
} satisfies Words

/** Does not compile when the other language lacks a sentence that stands here. */
export type SameWords = Covers<Words, Wide<typeof es>>

type Covers<A extends B, B> = A
