import { createHmac } from 'node:crypto'

/** The hash before the first entry of a chain. */
export const chainStart: Buffer = Buffer.alloc(32)

/** The link of an entry: an HMAC-SHA256 over its predecessor's link and every field, so nothing can be cut or changed. */
export function link(key: Buffer, previous: Buffer, fields: readonly (string | number | null)[]): Buffer {
  return createHmac('sha256', key).update(previous).update(JSON.stringify(fields)).digest()
}
