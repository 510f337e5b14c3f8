import { describe, expect, test } from 'vitest'
import { faultCodes } from '#contract/faults'
import { fieldProblems } from '#contract/problems'
import { en } from '#words/en'
import { es } from '#words/es'

type Sentences = Readonly<Record<string, unknown>>

function sentences(of: Sentences, path = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(of)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') all.set(here, value)
    else if (typeof value === 'function') all.set(here, spoken(String(value)))
    else if (typeof value === 'object' && value !== null) {
      for (const [deeper, text] of sentences({ ...value }, here)) all.set(deeper, text)
    }
  }
  return all
}

/** What a function of words says itself: its quoted text, without the values put in. */
function spoken(source: string): string {
  const quoted = source.match(/'[^']*'|`[^`]*`/g) ?? []
  return quoted.join(' ').replaceAll(/\$\{[^}]*\}/g, '')
}

/** The same in both languages on purpose: names of languages and places, samples of what to type. */
const alike = /^(frame\.(english|spanish)|setup\.zones\..*)$|[Pp]laceholder$/
const sameInBoth = /^(plan|total|general|normal|error|color|oral|PNG|PDF)s?$/i

describe('the words of the screens', () => {
  test('have the same sentences in both languages', () => {
    expect([...sentences(es).keys()].toSorted()).toEqual([...sentences(en).keys()].toSorted())
  })

  test('leave no English sentence in Spanish', () => {
    const spanish = sentences(es)
    const untranslated = [...sentences(en)].filter(
      ([key, text]) =>
        !alike.test(key) && !sameInBoth.test(text) && /[A-Za-z]{4}/.test(text) && spanish.get(key) === text,
    )
    expect(untranslated).toEqual([])
  })

  test('say something about every refusal and every wrong field, with and without facts', () => {
    for (const words of [en, es]) {
      for (const code of faultCodes) expect(words.faults[code]({})).toMatch(/^[^{}]{8,}[.!?)]$/)
      for (const problem of fieldProblems) expect(words.problems[problem]).toMatch(/\.$/)
      expect(
        words.faults['appointment.clash']({ what: 'room', name: 'Chair 2', from: '10:00', to: '12:00' }),
      ).toContain('Chair 2')
    }
  })

  test('tell the second of two windows how the appointment stands now', () => {
    const facts = { on: '03/10/2026', at: '12:00 PM', place: 'SM Chair 2', status: 'cancelled' }
    expect(en.faults['appointment.changed'](facts)).toContain('now 03/10/2026, 12:00 PM, SM Chair 2, Cancelled.')
    expect(es.faults['appointment.changed'](facts)).toContain('ahora 03/10/2026, 12:00 PM, SM Chair 2, Cancelada.')
  })

  test('never say undefined', () => {
    const said = [en, es].flatMap((words) => faultCodes.map((code) => words.faults[code]({})))
    expect(said.filter((text) => text.includes('undefined'))).toEqual([])
  })
})
