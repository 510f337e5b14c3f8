import { randomBytes } from 'node:crypto'

/** Bytes of chance in a recovery code: 160 bits. */
export const recoverySecretBytes = 20

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataLetters = 32
const checkLetters = 8
const groupLetters = 5

/** Fresh random bytes for a recovery code. */
export function newRecoverySecret(): Buffer {
  return randomBytes(recoverySecretBytes)
}

/**
 * A secret as the code that is printed: eight groups of five letters and digits, without I, L, O and U (Crockford's
 * alphabet), the last eight of the forty being a checksum.
 */
export function printRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== recoverySecretBytes) throw new RangeError(`A recovery secret has ${recoverySecretBytes} bytes.`)
  const data = fivesOf(BigInt(`0x${Buffer.from(secret).toString('hex')}`), dataLetters)
  const check = remainder([...data, ...Array.from({ length: checkLetters }, () => 0)]) ^ 1n
  const letters = [...data, ...fivesOf(check, checkLetters)].map((five) => alphabet.charAt(five))
  const groups: string[] = []
  for (let at = 0; at < letters.length; at += groupLetters) groups.push(letters.slice(at, at + groupLetters).join(''))
  return groups.join('-')
}

/**
 * The secret behind a typed code, or nothing when it cannot be one. Case, spaces, dashes, and O for 0, I or L for 1 make
 * no difference; any one to four wrong letters, hence any two swapped, are always noticed.
 */
export function parseRecoveryCode(typed: string): Buffer | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== dataLetters + checkLetters) return undefined
  const fives = Array.from(letters, (letter) => alphabet.indexOf(letter))
  if (fives.includes(-1) || remainder(fives) !== 1n) return undefined
  const value = fives.slice(0, dataLetters).reduce((sum, five) => (sum << 5n) | BigInt(five), 0n)
  return Buffer.from(value.toString(16).padStart(recoverySecretBytes * 2, '0'), 'hex')
}

function fivesOf(value: bigint, count: number): number[] {
  return Array.from({ length: count }, (_, at) => Number((value >> BigInt(5 * (count - 1 - at))) & 31n))
}

const steps = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n] as const

/** The 40-bit BCH code over 32 letters of the CashAddr specification, made for exactly such 160-bit payloads. */
function remainder(fives: readonly number[]): bigint {
  let sum = 1n
  for (const five of fives) {
    const top = sum >> 35n
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(five)
    steps.forEach((step, bit) => {
      if (((top >> BigInt(bit)) & 1n) === 1n) sum ^= step
    })
  }
  return sum
}
