import type { z } from 'zod'

/** What can be wrong with one field of a form or a call; the words for each stand in the renderer. */
export const fieldProblems = [
  'required',
  'invalid',
  'too-long',
  'too-short',
  'too-small',
  'too-large',
  'too-many',
  'too-few',
  'unknown-field',
  'day',
  'time',
  'money',
  'phone',
  'email',
  'npi',
  'ein',
  'zone',
  'location-code',
  'icd10',
  'icd10-heading',
  'postal-code',
] as const

/** What is wrong with one field, as a word. */
export type FieldProblem = (typeof fieldProblems)[number]

/** The first thing wrong with an input: where (dotted path) and what. Zod's own issue kinds are folded into ours. */
export function problemOf(issues: readonly z.core.$ZodIssue[]): { path: string; problem: FieldProblem } {
  const issue = issues[0]
  if (issue === undefined) return { path: '', problem: 'invalid' }
  return { path: issue.path.map(String).join('.'), problem: wordOf(issue) }
}

function wordOf(issue: z.core.$ZodIssue): FieldProblem {
  const named = fieldProblems.find((problem) => problem === issue.message)
  if (named !== undefined) return named
  if (issue.code === 'invalid_type') {
    return issue.input === undefined || issue.input === null ? 'required' : 'invalid'
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return issue.minimum === 1 ? 'required' : 'too-short'
    return issue.origin === 'array' ? 'too-few' : 'too-small'
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return 'too-long'
    return issue.origin === 'array' ? 'too-many' : 'too-large'
  }
  return issue.code === 'unrecognized_keys' ? 'unknown-field' : 'invalid'
}

/** What is wrong with a field, as a sentence in English. */
export const problemSentences: Readonly<Record<FieldProblem, string>> = {
  required: 'This must be filled in.',
  invalid: 'This cannot be right.',
  'too-long': 'This is too long.',
  'too-short': 'This is too short.',
  'too-small': 'This is too small.',
  'too-large': 'This is too large.',
  'too-many': 'These are too many.',
  'too-few': 'At least one is needed.',
  'unknown-field': 'There is a field that nobody knows.',
  day: 'This is not a day. Type it as MM/DD/YYYY.',
  time: 'This is not a time, or it ends before it begins.',
  money: 'This is not an amount of money.',
  phone: 'This is not a phone number. Type ten digits.',
  email: 'This is not an e-mail address.',
  npi: 'This is not an NPI: ten digits with a check digit.',
  ein: 'This is not an EIN: nine digits.',
  zone: 'This is not a time zone.',
  'location-code': 'Use two to four capital letters.',
  icd10: 'This is not an ICD-10 code.',
  'icd10-heading': 'This is a heading: a longer code is needed.',
  'postal-code': 'This is not a ZIP code.',
}
