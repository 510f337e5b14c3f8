import { fold } from './names.ts'
import { commonPasswords, commonPins, keyboardRuns, weakWords } from './passwords-common.ts'

/** The fewest and the most characters of a password (code points; NIST SP 800-63B-4, 3.1.1.2: 15 when it is the only factor). */
export const passwordLength = { least: 15, most: 200 } as const

/**
 * What is wrong with a new password, undefined when nothing is. No rules about kinds of characters, as NIST SP 800-63B-4
 * asks; instead words that an attacker tries first and the given names (of the person, of the practice) are refused.
 */
export function passwordProblem(
  text: string,
  about: { readonly names: readonly string[] },
): 'too-short' | 'too-common' | 'contains-name' | 'too-long' | undefined {
  const length = Array.from(text.normalize('NFC')).length
  if (length < passwordLength.least) return 'too-short'
  if (length > passwordLength.most) return 'too-long'
  if (isCommon(text)) return 'too-common'
  return containsName(text, about.names) ? 'contains-name' : undefined
}

/** Whether the text is a PIN: exactly six digits. */
export function isPin(text: string): boolean {
  return /^[0-9]{6}$/.test(text)
}

/** Whether a PIN is among those that somebody would try first: one digit, a run, a pattern that repeats or mirrors. */
export function weakPin(text: string): boolean {
  if (new Set(text).size < 3) return true
  if (isRepeated(text, 3) || isRun(text)) return true
  if (text === Array.from(text).toReversed().join('') || /^(\d)\1(\d)\2(\d)\3$/.test(text)) return true
  return commonPins.has(text)
}

function isCommon(text: string): boolean {
  if (new Set(text).size < 5) return true
  const inLetters = text.toLowerCase().replace(/[@4$5031!7]/g, (sign) => letterFor[sign] ?? sign)
  return [compact(text), compact(inLetters)].some((reading) => {
    // what is left of signs alone says nothing about them
    if (reading.length < 4) return false
    const core = reading.replace(/^\d+|\d+$/g, '')
    return (
      isRepeated(reading, Math.floor(reading.length / 2)) ||
      isRun(reading) ||
      commonPasswords.has(reading) ||
      commonPasswords.has(core) ||
      isOfWeakParts(reading)
    )
  })
}

function containsName(text: string, names: readonly string[]): boolean {
  const reading = compact(text)
  return names
    .flatMap((name) => [compact(name), ...fold(name).split(' ')])
    .some((name) => name.length >= 4 && reading.includes(name))
}

/** Made of one piece over and over, the last one maybe cut short: `passwordpassword`, `abcabcab`. */
function isRepeated(text: string, longest: number): boolean {
  return Array.from({ length: longest }, (_, index) => text.slice(0, index + 1)).some(
    (piece) => text.length >= piece.length * 2 && piece.repeat(Math.ceil(text.length / piece.length)).startsWith(text),
  )
}

/** Every sign follows the one before by the same step up or down, the digits going round after 9. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0)
  return [1, -1].some((step) =>
    codes.every((code, index) => {
      const before = codes[index - 1]
      if (before === undefined) return true
      return (
        code === before + step ||
        (code === 48 && before === 57 && step === 1) ||
        (code === 57 && before === 48 && step === -1)
      )
    }),
  )
}

/** Nothing but weak words, rows of the keyboard and digits, one after another. */
function isOfWeakParts(text: string): boolean {
  const reachable = new Set([0])
  for (let at = 0; at < text.length; at += 1) {
    if (!reachable.has(at)) continue
    if (/\d/.test(text[at] ?? '')) reachable.add(at + 1)
    for (const word of weakWords) if (text.startsWith(word, at)) reachable.add(at + word.length)
    for (const end of runEnds(text, at)) reachable.add(end)
  }
  return reachable.has(text.length)
}

/** Where the pieces of four signs or more end that begin here and lie in one row of the keyboard. */
function runEnds(text: string, at: number): number[] {
  const ends: number[] = []
  for (let end = at + 4; end <= text.length; end += 1) {
    const piece = text.slice(at, end)
    if (!keyboardRuns.some((run) => run.includes(piece))) break
    ends.push(end)
  }
  return ends
}

function compact(text: string): string {
  return fold(text).replaceAll(' ', '')
}

// Signs that stand in for letters without making a password any harder to guess.
const letterFor: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  $: 's',
  '5': 's',
  '0': 'o',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '7': 't',
}
