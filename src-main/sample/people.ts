import type { Role } from '#domain/roles'

/** Somebody of the sample practice who can sign in. Invented; the passwords are printed for everybody to see. */
export type SampleLogin = {
  readonly signInName: string
  readonly password: string
  readonly name: string
  readonly role: Role
}
