import type { Candidate } from '#domain/name-search'
import { fold, nameDistance, slipsAllowed } from '#domain/names'
import { SearchBook } from './search-book.ts'

/** What is kept of a person so that a glance tells whether a search could fit: folded words, beginnings, digits. */
export type Trace = { readonly words: readonly string[]; readonly beginnings: string; readonly digits: string }

/** How near a name must be to what was typed: the same, beginning with it, or a slip or two away from either. */
export type Nearness = 'same' | 'begun' | 'near'

/** The trace of a person whose names, folded already, are given. */
export function traceOf(folded: readonly string[], { phones, birthDay, recordNumber }: Candidate): Trace {
  const words = folded.flatMap((name) => name.split(' '))
  const pieces = folded.map((name) => name.replaceAll(' ', ''))
  const record = recordNumber.toLowerCase().replace(/[^a-z0-9]/g, '')
  // People write `delacruz` for two names, and the last name before the first.
  const pairs = pieces.flatMap((one, at) => pieces.filter((_, other) => other !== at).map((two) => one + two))
  const beginnings = [...words, ...pieces, ...pairs, record]
  const [year = '', month = '', date = ''] = birthDay.split('-')
  const births = [month + date + year, month + date + year.slice(2), year + month + date]
  const count = withoutZeros(/\d+$/.exec(recordNumber)?.[0] ?? '')
  const digits = [...phones.map(digitsOf), ...births, digitsOf(recordNumber), count]
  return { words, beginnings: marked(beginnings), digits: marked(digits) }
}

/**
 * Finds, at a glance, the people who could fit what was typed: of those as near as asked for everybody is found, and
 * few others are.
 */
export class Sieve<T extends { readonly trace: Trace }> {
  readonly #people: readonly T[]
  readonly #beginnings: SearchBook
  readonly #digits: SearchBook
  readonly #byWord = new Map<string, { readonly letters: number; readonly people: T[] }>()

  constructor(people: readonly T[]) {
    this.#people = people
    this.#beginnings = new SearchBook(people.map((person) => person.trace.beginnings))
    this.#digits = new SearchBook(people.map((person) => person.trace.digits))
    for (const person of people) {
      for (const word of person.trace.words) {
        const known = this.#byWord.get(word)
        if (known === undefined) this.#byWord.set(word, { letters: lettersOf(word), people: [person] })
        else known.people.push(person)
      }
    }
  }

  /** Those who could fit. Nobody for a blank text. */
  who(typed: string, nearness: Nearness): ReadonlySet<T> {
    const tokens = typed
      .trim()
      .split(/\s+/)
      .filter((token) => fold(token) !== '')
    const numbers = tokens.filter((token) => !/\p{L}/u.test(token))
    const named = tokens.filter((token) => !numbers.includes(token))
    return inAll([
      ...(named.length === 0 ? [] : [this.#byNames(named, nearness)]),
      ...(numbers.length === 0 ? [] : [this.#byNumbers(numbers, nearness)]),
    ])
  }

  #byNames(tokens: readonly string[], nearness: Nearness): ReadonlySet<T> {
    const apart = inAll(
      tokens.map((token) => {
        const terms = fold(token).split(' ')
        const byTerms = inAll(terms.map((term) => this.#byTerm(term, nearness)))
        return terms.length === 1 ? byTerms : inAny([byTerms, this.#begun(terms.join(''), nearness)])
      }),
    )
    if (tokens.length === 1) return apart
    return inAny([apart, this.#begun(fold(tokens.join(' ')).replaceAll(' ', ''), nearness)])
  }

  #byTerm(term: string, nearness: Nearness): ReadonlySet<T> {
    const begun = this.#begun(term, nearness)
    return nearness === 'near' ? inAny([begun, ...this.#slipped(term)]) : begun
  }

  /** Those with a name that is or begins like this; one in a script without blanks may also have it inside. */
  #begun(text: string, nearness: Nearness): ReadonlySet<T> {
    const piece = /[^\p{Script=Latin}\p{N}]/u.test(text) ? text : `|${text}${nearness === 'same' ? '|' : ''}`
    return this.#in(this.#beginnings, piece)
  }

  /** Those with a word that a slip or two could have turned into the term, or as whose beginning it was typed. */
  #slipped(term: string): (readonly T[])[] {
    const allowed = slipsAllowed(term.length)
    if (allowed === 0) return []
    const letters = lettersOf(term)
    const found: (readonly T[])[] = []
    for (const [word, known] of this.#byWord) {
      // Each slip brings in at most one letter that the word does not have.
      if (word.length < term.length - allowed || bitCount(letters & ~known.letters) > allowed) continue
      const isFinished = word.length <= term.length + allowed && nameDistance(term, word, allowed + 1) <= allowed
      const isLonger = word.length > term.length && word[0] === term[0]
      const isBegun = !isFinished && isLonger && nameDistance(term, word.slice(0, term.length), 2) < 2
      if (isFinished || isBegun) found.push(known.people)
    }
    return found
  }

  #byNumbers(tokens: readonly string[], nearness: Nearness): ReadonlySet<T> {
    const apart = inAll(tokens.map((token) => this.#byNumber(token, nearness)))
    if (tokens.length === 1) return apart
    const inOne = [tokens.join(''), tokens.join('/')].map((token) => this.#byNumber(token, nearness))
    return inAny([apart, ...inOne])
  }

  #byNumber(token: string, nearness: Nearness): ReadonlySet<T> {
    const digits = digitsOf(token)
    const long = [digits, withoutCountry(digits), asDay(token)].filter((piece) => piece.length > 2)
    const pieces = [...long.map((piece) => (nearness === 'same' ? `|${piece}|` : piece)), `|${withoutZeros(digits)}|`]
    return inAny([...new Set(pieces)].map((piece) => this.#in(this.#digits, piece)))
  }

  #in(book: SearchBook, piece: string): ReadonlySet<T> {
    const found = new Set<T>()
    for (const place of book.placesOf(piece)) {
      const person = this.#people[place]
      if (person !== undefined) found.add(person)
    }
    return found
  }
}

function inAll<T>(sets: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  const [first, ...others] = sets.toSorted((a, b) => a.size - b.size)
  if (first === undefined || others.length === 0) return first ?? new Set()
  return new Set([...first].filter((one) => others.every((other) => other.has(one))))
}

function inAny<T>(groups: readonly Iterable<T>[]): ReadonlySet<T> {
  const all = new Set<T>()
  for (const group of groups) for (const one of group) all.add(one)
  return all
}

/** The digits of a day as a trace holds them, month and date with two each; empty when it is none. */
function asDay(token: string): string {
  const [, month, date, year = ''] = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(token) ?? []
  return month === undefined || date === undefined ? '' : month.padStart(2, '0') + date.padStart(2, '0') + year
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '')
}

function marked(parts: readonly string[]): string {
  return `|${parts.join('|')}|`
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

function withoutCountry(digits: string): string {
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

/** Which letters a word has, one bit each; letters beyond a to z share four more. */
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
