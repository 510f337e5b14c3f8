import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(new URL('../../src-renderer/ui/tokens.css', import.meta.url), 'utf8')

const themes = { light: tokensOf("[data-theme='light'] {"), dark: tokensOf("[data-theme='dark'] {") }

const grounds = ['ground', 'surface', 'sunken', 'raised', 'hover', 'accent-soft']
const inks = ['ink', 'ink-2', 'ink-3', 'accent-ink', 'danger-ink']
const pairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['danger-ink', 'danger-soft'],
  ['caution-ink', 'caution-soft'],
  ['caution-ink', 'surface'],
  ['good-ink', 'good-soft'],
  ['good-ink', 'surface'],
] as const

describe.each(Object.entries(themes))('in the %s theme', (_name, tokens) => {
  test('every text can be read on every ground it stands on, 4.5 to 1', () => {
    const faint = pairs
      .map(([ink, ground]) => ({ ink, ground, ratio: contrast(tokens.get(ink), tokens.get(ground)) }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(faint).toEqual([])
  })

  test('the edge of a field can be seen, 3 to 1', () => {
    expect(contrast(tokens.get('line-field'), tokens.get('surface'))).toBeGreaterThanOrEqual(3)
  })
})

function tokensOf(head: string): ReadonlyMap<string, string> {
  const from = sheet.indexOf(head)
  const block = sheet.slice(from, sheet.indexOf('}', from))
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error('a token is missing from the sheet')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
