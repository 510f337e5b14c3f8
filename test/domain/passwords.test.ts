import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPin, passwordProblem, weakPin } from '#domain/passwords'
import { commonPasswords, keyboardRuns } from '#domain/passwords-common'

const about = { names: ['María López', 'maria.lopez', 'Pacific Ketamine'] }

describe('a good password', () => {
  test.each([
    'seven lanterns on the pier',
    'tuesday purple giraffe',
    'correct horse battery',
    'ocho gatos bajo la lluvia',
    'aaaa bbbb cccc dddd pear',
    'xK9 vQ2 mT7 wR4 zz',
    '雨の日は静かに本を読むのが好きです',
    '🌲🌊🏔🦊🐻🦉🍄🌙⭐🔥🌈🍂🎈🎷🚲',
  ])('%s', (text) => {
    expect(passwordProblem(text, about)).toBeUndefined()
  })

  test('needs no capitals, digits or signs, only length', () => {
    expect(passwordProblem('quiet otter map', about)).toBeUndefined()
    expect(passwordProblem('quiet otter ma', about)).toBe('too-short')
    expect(passwordProblem('Aa1!Bb2@Cc3#', about)).toBe('too-short')
    expect(passwordProblem('', about)).toBe('too-short')
  })

  test('its length is counted in characters as people see them, not in storage', () => {
    expect(passwordProblem('🌲🌊🏔🦊🐻🦉🍄🌙', about)).toBe('too-short')
    expect(passwordProblem('é'.normalize('NFD').repeat(8), about)).toBe('too-short')
    expect(passwordProblem('quiet otter map '.repeat(12) + 'and more', about)).not.toBe('too-long')
    expect(passwordProblem('quiet otter map '.repeat(13), about)).toBe('too-long')
  })
})

describe('what attackers try first is refused', () => {
  test.each([
    'passwordpassword',
    'Password Password 1',
    'P@ssw0rdP@ssw0rd',
    'Welcome2026!Welcome',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'abcdabcdabcdabcd',
    '123456789012345',
    '987654321098765',
    'abcdefghijklmno',
    'qwertyuiopasdfgh',
    '1qaz2wsx3edc4rfv',
    'qwerty1234567890',
    'Correct Horse Battery Staple',
    'correcthorsebatterystaple99',
    'the quick brown fox',
    'I love you forever!!!',
    'te amo hasta el infinito',
    'Esta es mi contraseña',
    'infusion clinic 2026',
    'KetamineInfusion1',
    'summer2025winter2026',
  ])('%s', (text) => {
    expect(passwordProblem(text, about)).toBe('too-common')
  })

  test('every entry of the list that is long enough, however it is written', () => {
    const long = [...commonPasswords, ...keyboardRuns].filter((entry) => entry.length >= 15)
    expect(long.length).toBeGreaterThan(150)
    expect(long.filter((entry) => passwordProblem(entry.toUpperCase(), about) !== 'too-common')).toEqual([])
    expect(long.filter((entry) => passwordProblem(`${Array.from(entry).join(' ')}!1`, about) !== 'too-common')).toEqual(
      [],
    )
  })

  test('the list is written as it is compared', () => {
    expect([...commonPasswords].filter((entry) => !/^[a-z0-9]+$/.test(entry))).toEqual([])
  })

  test.each([
    'Maria sings at night',
    'rainy nights lópez',
    'maría lópez 1985 xyz',
    'deep pacific waters',
    'm.a.r.i.a sings aloud',
  ])('a name: %s', (text) => {
    expect(passwordProblem(text, about)).toBe('contains-name')
  })

  test('a short or empty name forbids nothing', () => {
    expect(passwordProblem('tuesday purple giraffe', { names: ['', 'Li', 'Ed Fe', '-'] })).toBeUndefined()
  })

  test('any text has an answer, and a long random one is good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 260 }), (text) => {
        expect(() => passwordProblem(text, about)).not.toThrow()
      }),
    )
    fc.assert(
      fc.property(fc.noBias(fc.uuid({ version: 4 })), (text) => {
        expect(passwordProblem(text, about)).toBeUndefined()
      }),
    )
  })
})

describe('a PIN', () => {
  test('is six digits', () => {
    expect(['482913', '000000'].map(isPin)).toEqual([true, true])
    expect(['48291', '4829130', '48291a', ' 82913', '482913\n', '٤٨٢٩١٣', ''].filter(isPin)).toEqual([])
  })

  test.each([
    '000000',
    '111111',
    '123456',
    '654321',
    '012345',
    '789012',
    '890123',
    '210987',
    '121212',
    '123123',
    '112233',
    '123321',
    '112211',
    '159753',
    '147258',
    '789456',
  ])('%s is weak', (pin) => {
    expect(weakPin(pin)).toBe(true)
  })

  test.each(['482913', '730264', '905718', '264193'])('%s is good', (pin) => {
    expect(weakPin(pin)).toBe(false)
  })

  test('few of the million are weak', () => {
    const tried = Array.from({ length: 23_255 }, (_, index) => String(index * 43).padStart(6, '0'))
    expect(tried.filter(weakPin).length / tried.length).toBeLessThan(0.01)
  })
})
