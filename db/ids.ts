import { randomBytes } from 'node:crypto'

/** A new row id: UUIDv7 text, made on this PC, sorting by the time it was made. */
export function newId(now: number): string {
  const random = randomBytes(10).toString('hex')
  const time = now.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(random.slice(3, 4), 16) & 0b0011) | 0b1000).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}
