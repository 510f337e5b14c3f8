import { newRecoverySecret, parseRecoveryCode, printRecoveryCode } from '#vault/recovery-code'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 })
const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')

function letterAt(code: string, at: number): string {
  return code.charAt(at)
}

function withLetter(code: string, at: number, letter: string): string {
  return code.slice(0, at) + letter + code.slice(at + 1)
}

const place = fc.nat(39)

describe('the recovery code', () => {
  test('is printed in eight groups of five, and is always the same for a secret', () => {
    expect(printRecoveryCode(newRecoverySecret())).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){7}$/)
    expect(printRecoveryCode(Buffer.alloc(20))).toBe('00000-00000-00000-00000-00000-00000-00XCB-BZHD1')
    expect(printRecoveryCode(Buffer.from('000102030405060708090a0b0c0d0e0f10111213', 'hex'))).toBe(
      '000G4-0R40M-30E20-9185G-R38E1-W8124-GKJVA-JR5J4',
    )
  })

  test('typed back gives its secret', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(parseRecoveryCode(printRecoveryCode(secret))).toEqual(Buffer.from(secret))
      }),
    )
  })

  test('may be typed in small letters, with other spaces and dashes, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom('', ' ', '\u2013', '\n', ' - '),
        fc.constantFrom('I', 'l', 'L', 'i'),
        (secret, gap, one) => {
          const typed = ` ${printRecoveryCode(secret).replaceAll('-', gap).toLowerCase().replaceAll('0', 'o').replaceAll('1', one)} `
          expect(parseRecoveryCode(typed)).toEqual(Buffer.from(secret))
        },
      ),
    )
  })

  test('with one wrong letter is noticed', () => {
    fc.assert(
      fc.property(secrets, place, fc.constantFrom(...alphabet), (secret, at, letter) => {
        const code = printRecoveryCode(secret).replaceAll('-', '')
        fc.pre(letterAt(code, at) !== letter)
        expect(parseRecoveryCode(withLetter(code, at, letter))).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  test('with any two letters swapped is noticed', () => {
    fc.assert(
      fc.property(secrets, place, place, (secret, a, b) => {
        const code = printRecoveryCode(secret).replaceAll('-', '')
        fc.pre(letterAt(code, a) !== letterAt(code, b))
        const swapped = withLetter(withLetter(code, a, letterAt(code, b)), b, letterAt(code, a))
        expect(parseRecoveryCode(swapped)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  test('with up to four wrong letters is noticed', () => {
    const errors = fc.uniqueArray(fc.tuple(place, fc.constantFrom(...alphabet)), {
      minLength: 1,
      maxLength: 4,
      selector: ([at]) => at,
    })
    fc.assert(
      fc.property(secrets, errors, (secret, changes) => {
        const code = printRecoveryCode(secret).replaceAll('-', '')
        const wrong = changes.reduce((sum, [at, letter]) => withLetter(sum, at, letter), code)
        fc.pre(wrong !== code)
        expect(parseRecoveryCode(wrong)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  test('cut short, too long, or with a letter that no code has, is noticed', () => {
    const code = printRecoveryCode(newRecoverySecret())
    for (const typed of [
      '',
      code.slice(1),
      `${code}0`,
      withLetter(code, 3, 'U'),
      withLetter(code, 3, '*'),
      'x'.repeat(500),
    ]) {
      expect(parseRecoveryCode(typed)).toBeUndefined()
    }
  })

  test('is refused for a secret of another length', () => {
    expect(() => printRecoveryCode(Buffer.alloc(19))).toThrow(RangeError)
  })
})
