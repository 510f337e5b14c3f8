/**
 * Whether the text is a National Provider Identifier: ten digits from 1 or 2 with a right check digit (45 CFR 162.406;
 * CMS, "NPI check digit": Luhn over the number with 80840 in front, which adds 24 to the sum).
 */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false
  const sum = Array.from(text, Number).reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 24)
  return sum % 10 === 0
}

/** Whether the text is an Employer Identification Number, nine digits with or without its hyphen; it has no check digit. */
export function isEin(text: string): boolean {
  return /^(?!00)\d{2}-?\d{7}$/.test(text)
}

/** The number as the IRS writes it, `12-3456789`; any other text comes back as it is. */
export function formatEin(text: string): string {
  return isEin(text) ? `${text.slice(0, 2)}-${text.slice(-7)}` : text
}

/**
 * The ten digits of a United States phone number in any usual writing, with or without +1; undefined when it is none
 * (North American Numbering Plan: neither the area code nor the exchange begins with 0 or 1).
 */
export function normalPhone(text: string): string | undefined {
  return /^(?:\+?1)?([2-9]\d{2}[2-9]\d{6})$/.exec(text.replace(/[\s().\-–]/g, ''))?.[1]
}

/** The phone number as people write it, `(310) 555-0123`; any other text comes back as it is. */
export function formatPhone(text: string): string {
  const digits = normalPhone(text)
  if (digits === undefined) return text
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`
}

/** Whether the text has the shape of an ICD-10-CM code: `F33.2`, `G90.511`, `F32.A`. Capitals, with its point. */
export function isIcd10Shape(text: string): boolean {
  return /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/.test(text)
}

/**
 * Whether the code is a heading that no payer takes because a longer code is required (ICD-10-CM Tabular List, National
 * Center for Health Statistics). Knows the headings of the conditions that are treated here, not the whole book.
 */
export function isUnbillableIcd10(text: string): boolean {
  return icd10Headings.has(text)
}

/** Whether the text can be a clinic's short code: two to four capital letters. */
export function isLocationCode(text: string): boolean {
  return /^[A-Z]{2,4}$/.test(text)
}

const icd10Headings: ReadonlySet<string> = new Set(
  `
F31 F31.1 F31.3 F31.6 F31.7 F31.8 F32 F32.8 F33 F33.4 F34 F34.8 F40 F41 F42 F43 F43.1 F43.2 F43.8 R45 R45.8 R45.85
B02 B02.2 G43 G54 G89 G89.1 G89.2 G90 G90.5 G90.51 G90.52 M54 M54.5 M79 M79.1 M79.6
`
    .trim()
    .split(/\s+/),
)
