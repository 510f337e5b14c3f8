import { fold, nameDistance, slipsAllowed } from '#domain/names'
import type { Candidate } from '#domain/names'

/** What is kept of a person so that a glance tells whether a search could fit: folded words, beginnings, digits. */
export type Trace = { readonly words: readonly string[]; readonly beginnings: string; readonly digits: string }

/** The trace of a person. */
export function traceOf({ names, phones, birthDay, recordNumber }: Candidate): Trace {
  const folded = names.map((name) => fold(name)).filter((name) => name !== '')
  const words = folded.flatMap((name) => name.split(' '))
  const pieces = folded.map((name) => name.replaceAll(' ', ''))
  const beginnings = [
    ...words,
    ...pieces,
    pieces.join(''),
    pieces.toReversed().join(''),
    digitsAndLetters(recordNumber),
  ]
  const [year = '', month = '', date = ''] = birthDay.split('-')
  const record = digitsOf(recordNumber)
  const births = [month + date + year, month + date + year.slice(2), year + month + date]
  const count = /\d+$/.exec(recordNumber)?.[0].replace(/^0+/, '') ?? ''
  const digits = [...phones.map(digitsOf), ...births, record, count]
  return { words, beginnings: marked(beginnings), digits: marked(digits) }
}

/**
 * Whether a person could fit what was typed, at a glance: everybody who fits passes, few others do. `words` are all the
 * words of all people; which of them are near to what was typed is found once, not for each person.
 */
export function sieve(typed: string, words: ReadonlySet<string>): (trace: Trace) => boolean {
  const tokens = typed
    .trim()
    .split(/\s+/)
    .filter((token) => fold(token) !== '')
  const numbers = tokens.filter((token) => !/\p{L}/u.test(token))
  const byNumbers = numberSieve(numbers)
  const named = tokens.filter((token) => !numbers.includes(token))
  const byWords = named.map((token) => wordSieve(token, words))
  const joined = digitsAndLetters(named.join(' '))
  return (trace) => {
    if (!byNumbers(trace)) return false
    return byWords.every((passes) => passes(trace)) || begins(trace, joined)
  }
}

function wordSieve(token: string, words: ReadonlySet<string>): (trace: Trace) => boolean {
  const terms = fold(token).split(' ')
  const piece = terms.join('')
  const near = terms.map((term) => nearWords(term, words))
  return (trace) => {
    if (begins(trace, piece)) return true
    return terms.every((term, place) => begins(trace, term) || trace.words.some((word) => near[place]?.has(word)))
  }
}

/** The words that a slip or two could have turned into the term, or into which it is about to be finished. */
function nearWords(term: string, words: ReadonlySet<string>): ReadonlySet<string> {
  const allowed = slipsAllowed(term.length)
  if (allowed === 0) return new Set()
  const letters = lettersOf(term)
  return new Set(
    [...words].filter((word) => {
      if (word.length < term.length - allowed) return false
      // Each slip brings in at most one letter that the word does not have.
      if (bitCount(letters & ~lettersOf(word)) > allowed) return false
      const isWhole = word.length <= term.length + allowed && nameDistance(term, word, allowed + 1) <= allowed
      return isWhole || (word.length > term.length && nameDistance(term, word.slice(0, term.length), 2) < 2)
    }),
  )
}

function numberSieve(tokens: readonly string[]): (trace: Trace) => boolean {
  if (tokens.length === 0) return () => true
  const joined = digitsOf(tokens.join(''))
  const each = tokens.map((token) => digitsWanted(token))
  const asDay = digitsWanted(tokens.join('/'))
  return (trace) =>
    each.every((wanted) => has(trace, wanted)) ||
    has(trace, asDay) ||
    (joined.length > 3 && has(trace, withoutCountry(joined)))
}

/** The digits as a trace holds them: month and date of a day with two digits each. */
function digitsWanted(token: string): string {
  const [, month, date, year = ''] = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(token) ?? []
  if (month !== undefined && date !== undefined) return month.padStart(2, '0') + date.padStart(2, '0') + year
  return withoutCountry(digitsOf(token))
}

function has(trace: Trace, digits: string): boolean {
  return trace.digits.includes(digits.length > 2 ? digits : `|${digits.replace(/^0+/, '')}|`)
}

/** Whether a name begins like this; one in a script without blanks may also have it inside. */
function begins(trace: Trace, text: string): boolean {
  if (text === '') return false
  return trace.beginnings.includes(isBeyondLatin.test(text) ? text : `|${text}`)
}

function marked(parts: readonly string[]): string {
  return `|${parts.join('|')}|`
}

function digitsAndLetters(text: string): string {
  return fold(text).replaceAll(' ', '')
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

function withoutCountry(digits: string): string {
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

/** Which letters a word has, one bit each; letters beyond a to z share the rest. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (letter & 3))
  }
  return bits
}

function bitCount(bits: number): number {
  let left = bits
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count += 1
  }
  return count
}

const isBeyondLatin = /[^\p{Script=Latin}\p{N}]/u
