import { type FieldProblem } from '#contract/problems'

/** What is wrong with a field. */
export const problems = {
  required: 'This is needed.',
  invalid: 'This cannot be right.',
  'too-long': 'This is too long.',
  'too-short': 'This is too short.',
  'too-small': 'This is too small.',
  'too-large': 'This is too large.',
  'too-many': 'These are too many.',
  'too-few': 'At least one is needed.',
  'unknown-field': 'This is not expected here.',
  day: 'Type the date as MM/DD/YYYY.',
  time: 'Type a time like 9:30 AM.',
  money: 'Type an amount like $1,250.00.',
  phone: 'Type ten digits, like (310) 555-0100.',
  email: 'Type an e-mail address like ana@example.com.',
  npi: 'These ten digits are not an NPI: one of them is wrong. Compare them once more.',
  ein: 'An EIN has nine digits, like 12-3456789.',
  zone: 'This PC does not know that time zone.',
  'location-code': 'Two to four capital letters, like SM.',
  icd10: 'Type a diagnosis code like F33.2.',
  'icd10-heading': 'This is only a heading. Add the digits that follow, like F33.2.',
  'postal-code': 'Type a ZIP code like 90401.',
} satisfies Record<FieldProblem, string>
