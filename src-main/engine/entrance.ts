import type { SignInState } from '#contract/sign-in'
import type { SampleLogin } from '#sample/people'
import type { AttemptsFile } from './attempts-file.ts'
import type { Premises } from './premises.ts'
import type { Presence } from './presence.ts'
import type { Turns } from './turns.ts'

/** What the calls before and around a sign-in may touch; all other calls get a Desk. */
export type Entrance = {
  /** The window that asks. */
  readonly client: string
  readonly premises: Premises
  readonly presence: Presence
  readonly attempts: AttemptsFile
  /** Tries at one name or PIN come one after the other. */
  readonly turns: Turns
  readonly isSample: boolean
  readonly version: string
  /** When a password last opened or joined in; a PIN is only good for a day after. */
  readonly lastPasswordAt: number
  readonly now: () => number
  readonly newId: () => string
  /** A password was right just now. */
  passwordWasRight(): void
  /** Builds the sample practice in a throw-away folder and moves in there. */
  openSample(): Promise<readonly SampleLogin[]>
}

/** The screen a window is on. */
export type Stage = SignInState['stage']
