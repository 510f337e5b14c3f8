import { fold, nameDistance, searchTerms, slipsAllowed } from './names.ts'

/** What a search can find a person by. */
export type Candidate = {
  /** First, last and preferred name, each as it is written. */
  readonly names: readonly string[]
  readonly phones: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly birthDay: string
  readonly recordNumber: string
}

/**
 * How well a person fits what was typed: undefined for not at all, else more is better, at most 100. Every word typed
 * has to fit: a name by its beginning or with a slip or two, a number by phone, record number or birth day (`MM/DD/YYYY`).
 */
export function matchScore(query: string, candidate: Candidate): number | undefined {
  return matcher(query)(candidate)
}

/** The same for many people: reads what was typed once. A blank text fits nobody. */
export function matcher(query: string): (candidate: Candidate) => number | undefined {
  const typed = query
    .trim()
    .split(/\s+/)
    .filter((token) => fold(token) !== '')
  const numbers = typed.filter((token) => !/\p{L}/u.test(token))
  const words = typed.filter((token) => /\p{L}/u.test(token)).map(wordOf)
  const joined = words.map((word) => word.compact).join('')
  const numbersJoined = digitsOf(numbers.join(''))
  return (candidate) => {
    if (typed.length === 0) return undefined
    const numbersScore = numbers.length === 0 ? 0 : numberScore(numbers, numbersJoined, candidate)
    if (numbersScore === undefined) return undefined
    const namesScore = words.length === 0 ? 0 : wordsScore(words, joined, candidate)
    if (namesScore === undefined) return undefined
    const sum = namesScore * words.length + numbersScore * numbers.length
    return sum / typed.length
  }
}

// Points. A name's beginning is worth more than any name with a slip in it.
const exact = 100
const beginning = 80
const inside = 70
const slip = 50
const slipInBeginning = 30

type Word = { terms: readonly string[]; compact: string }

function wordOf(token: string): Word {
  const terms = searchTerms(token)
  return { terms, compact: terms.join('') }
}

function wordsScore(words: readonly Word[], joined: string, candidate: Candidate): number | undefined {
  const folded = candidate.names.map((name) => fold(name)).filter((name) => name !== '')
  const each = folded.flatMap((name) => name.split(' '))
  const compacts = folded.map((name) => name.replaceAll(' ', ''))
  const record = candidate.recordNumber.toLowerCase().replace(/[^a-z0-9]/g, '')
  const scores = words.map((word) => wordScore(word, each, compacts, record))
  const mean = meanOf(scores)
  if (joined.length < 2 || (mean !== undefined && mean >= beginning)) return mean
  // `o brien`, `delacruz` and a Chinese name are written in one piece by one person and in two by the next
  const pairs = compacts.flatMap((one, at) => compacts.filter((_, other) => other !== at).map((two) => one + two))
  const inOne = best([...compacts, ...pairs].map((name) => pieceScore(joined, name)))
  return best([mean, inOne === undefined ? undefined : inOne - 1])
}

function wordScore(
  word: Word,
  each: readonly string[],
  compacts: readonly string[],
  record: string,
): number | undefined {
  const byTerms = meanOf(word.terms.map((term) => best(each.map((name) => nameScore(term, name)))))
  const byPiece = best(compacts.map((name) => pieceScore(word.compact, name)))
  return best([byTerms, byPiece, recordScore(word.compact, record)])
}

function nameScore(term: string, name: string): number | undefined {
  if (name.startsWith(term)) return name === term ? exact : beginning + (10 * term.length) / name.length
  const allowed = slipsAllowed(term.length)
  if (allowed === 0) return undefined
  const slips = nameDistance(term, name, allowed + 1)
  if (slips <= allowed) return slip - 5 * slips
  // somebody who is still typing: the slip is in the beginning of a longer name
  const isBeginning = term.length > 4 && name.length > term.length && term[0] === name[0]
  return isBeginning && nameDistance(term, name.slice(0, term.length), 2) < 2 ? slipInBeginning : undefined
}

function pieceScore(typed: string, name: string): number | undefined {
  if (name.startsWith(typed)) return name === typed ? exact : beginning
  return eastAsian.test(typed) && name.includes(typed) ? inside : undefined
}

function recordScore(typed: string, record: string): number | undefined {
  if (record === '' || typed === '') return undefined
  if (record === typed) return exact
  return record.startsWith(typed) && typed.length > 1 ? inside : undefined
}

function numberScore(tokens: readonly string[], joined: string, candidate: Candidate): number | undefined {
  const phones = candidate.phones.map(digitsOf)
  const asOnePhone = joined.length < 4 ? undefined : best(phones.map((phone) => phoneScore(joined, phone)))
  const each = tokens.map((token) => {
    const digits = digitsOf(token)
    const byPhone = best(phones.map((phone) => phoneScore(digits, phone)))
    return best([
      byPhone,
      birthScore(token, digits, candidate.birthDay),
      recordNumberScore(digits, candidate.recordNumber),
    ])
  })
  return best([asOnePhone, meanOf(each), birthScore(tokens.join('/'), joined, candidate.birthDay)])
}

function phoneScore(typed: string, phone: string): number | undefined {
  const [short, long] = [withoutCountry(typed), withoutCountry(phone)]
  if (short.length < 3 || long === '') return undefined
  if (short === long) return exact
  if (long.endsWith(short) || long.startsWith(short)) return beginning
  return long.includes(short) ? inside : undefined
}

function birthScore(token: string, digits: string, birthDay: string): number | undefined {
  const [year = '', month = '', date = ''] = birthDay.split('-')
  if (token === birthDay) return exact
  const parts = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(token)
  if (parts !== null) {
    const [, typedMonth = '', typedDate = '', typedYear] = parts
    if (typedMonth.padStart(2, '0') !== month || typedDate.padStart(2, '0') !== date) return undefined
    if (typedYear === undefined) return inside
    return year.endsWith(typedYear) ? exact : undefined
  }
  if (digits !== token) return undefined
  if (digits === month + date + year || digits === month + date + year.slice(2)) return exact
  return digits === year || digits === month + date ? inside : undefined
}

function recordNumberScore(digits: string, recordNumber: string): number | undefined {
  const record = digitsOf(recordNumber)
  if (record === '') return undefined
  if (record === digits) return exact
  const counted = /\d+$/.exec(recordNumber)?.[0].replace(/^0+/, '')
  if (counted === digits.replace(/^0+/, '') && counted !== '') return beginning
  return digits.length > 2 && record.endsWith(digits) ? inside : undefined
}

function withoutCountry(digits: string): string {
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

function best(scores: readonly (number | undefined)[]): number | undefined {
  return scores.reduce(
    (most, score) => (score === undefined || (most !== undefined && most >= score) ? most : score),
    undefined,
  )
}

function meanOf(scores: readonly (number | undefined)[]): number | undefined {
  const known = scores.filter((score) => score !== undefined)
  if (known.length === 0 || known.length < scores.length) return undefined
  return known.reduce((sum, score) => sum + score, 0) / known.length
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
