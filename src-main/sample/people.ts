import type { Role } from '#domain/roles'

/** Somebody of the sample practice who can sign in. Invented; the passwords are printed for everybody to see. */
export type SampleLogin = {
  readonly signInName: string
  readonly password: string
  readonly name: string
  readonly role: Role
}

/** A staff member of the sample practice: the sign-in, and at which clinic (by code) they work; none means both. */
export type SamplePerson = SampleLogin & {
  readonly credentials: string
  readonly npi: string
  readonly alsoRoles: readonly Role[]
  readonly at: 'SM' | 'OX' | undefined
}

function person(
  name: string,
  signInName: string,
  password: string,
  role: Role,
  at: 'SM' | 'OX' | undefined,
  more: { credentials?: string; npi?: string; alsoRoles?: readonly Role[] } = {},
): SamplePerson {
  return { name, signInName, password, role, at, credentials: '', npi: '', alsoRoles: [], ...more }
}

/** Eight people in all roles; the first one founds the practice. */
export const samplePeople: readonly SamplePerson[] = [
  person('Elena Márquez', 'elena', 'seven lanterns on the pier', 'manager', undefined, {
    credentials: 'MD',
    npi: '1234567893',
    alsoRoles: ['provider'],
  }),
  person('Tobias Lindqvist', 'tobias', 'a quiet harbor before rain', 'provider', 'SM', {
    credentials: 'PMHNP-BC',
    npi: '1558598797',
  }),
  person('Samuel Okafor', 'samuel', 'copper bells in the valley', 'provider', 'OX', {
    credentials: 'MD',
    npi: '1000000004',
  }),
  person('Lucía Torres', 'lucia', 'orange trees along the road', 'provider', 'OX', {
    credentials: 'CRNA',
    npi: '1999999992',
  }),
  person('Joy Santos', 'joy', 'paper boats upon the river', 'nurse', 'SM', { credentials: 'RN' }),
  person('Daniel Whitfield', 'daniel', 'slow train to the mountains', 'nurse', 'OX', { credentials: 'RN' }),
  person('Ana Ruiz', 'ana', 'blue kettle on a small stove', 'front_desk', undefined),
  person('Priya Nair', 'priya', 'ledgers kept by candlelight', 'biller', undefined),
]
