import type { Day } from './dates.ts'
import { normalPhone } from './identifiers.ts'
import { fold, nameDistance, slipsAllowed } from './names.ts'

/** The names of a patient; no preferred name is an empty text. */
export type PatientNames = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredName: string
}

/** What tells one patient from another; what is not known yet is left out, null or empty. */
export type Likeness = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredName?: string
  readonly birthDay: Day | null
  readonly phone: string
}

/** The name for bills and papers: `Roberta Smith`. */
export function legalName(of: Pick<PatientNames, 'firstName' | 'lastName'>): string {
  return `${of.firstName} ${of.lastName}`.trim()
}

/** The name on screens, preferred first and the legal one after it: `Bobbie (Roberta Smith)`; the legal one alone if there is no other. */
export function displayName(of: PatientNames): string {
  const legal = legalName(of)
  const preferred = of.preferredName.trim()
  const isAnother = preferred !== '' && ![of.firstName, legal].some((name) => fold(name) === fold(preferred))
  return isAnother ? `${preferred} (${legal})` : legal
}

/**
 * How likely two records are the same person, 0 (no reason to think so) to 100: by birth day, phone and names that are
 * equal, alike, swapped or preferred. The same for both orders.
 */
export function duplicateScore(a: Likeness, b: Likeness): number {
  const isSameBirth = a.birthDay !== null && a.birthDay === b.birthDay
  const phone = normalPhone(a.phone)
  const isSamePhone = phone !== undefined && phone === normalPhone(b.phone)
  const names = namesLikeness(a, b)
  if (isSameBirth && names === 'equal') return 100
  if (isSameBirth && names === 'alike') return 90
  if (isSamePhone && names !== 'other' && names !== 'family') return 80
  if (isSameBirth && isSamePhone) return 70
  // Bob and Robert: nothing in the letters says so, the birth day does
  if (isSameBirth && names === 'family') return 60
  return names === 'equal' ? 50 : 0
}

/** Those among the existing records who may be the candidate, the likeliest first. */
export function likelyDuplicates<T extends Likeness>(candidate: Likeness, existing: readonly T[]): T[] {
  return existing
    .map((record) => ({ record, score: duplicateScore(candidate, record) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, two) => two.score - one.score)
    .map(({ record }) => record)
}

function namesLikeness(a: Likeness, b: Likeness): 'equal' | 'alike' | 'family' | 'other' {
  const [one, two] = [foldedNames(a), foldedNames(b)]
  if (one.last === '' || two.last === '' || one.firsts.length === 0 || two.firsts.length === 0) return 'other'
  const isSwapped = one.firsts.includes(two.last) && two.firsts.includes(one.last)
  const areFirstsEqual = one.firsts.some((first) => two.firsts.includes(first))
  if (isSwapped || (areFirstsEqual && one.last === two.last)) return 'equal'
  const areFirstsAlike = one.firsts.some((first) => two.firsts.some((other) => areAlike(first, other)))
  if (!areAlike(one.last, two.last)) return 'other'
  return areFirstsAlike ? 'alike' : 'family'
}

function foldedNames(of: Likeness): { firsts: string[]; last: string } {
  const firsts = [of.firstName, of.preferredName ?? ''].map((name) => fold(name)).filter((name) => name !== '')
  return { firsts, last: fold(of.lastName) }
}

function areAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  // `Maria` and `Maria Elena`, `Garcia` and `Garcia Lopez`
  if (short === long || long.startsWith(`${short} `) || long.endsWith(` ${short}`)) return true
  const [one, two] = [short.replaceAll(' ', ''), long.replaceAll(' ', '')]
  const allowed = slipsAllowed(Math.min(one.length, two.length))
  return nameDistance(one, two, allowed + 1) <= allowed
}
