import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Bytes of the data key and of every key made from it. */
export const keyBytes = 32

/** What a key is made for. The words are part of the file format: changing one makes old files unreadable. */
export type KeyPurpose = 'database' | 'change-log' | 'audit-log' | 'key-check' | 'pin'

/** A fresh random 256-bit data key. The caller wipes it when it is done. */
export function newDataKey(): Buffer {
  return randomBytes(keyBytes)
}

/** HKDF-SHA256 (RFC 5869) for one block of 32 bytes. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array): Buffer {
  // Made of HMAC, not node:crypto's hkdfSync, which has failed on Electron's BoringSSL (electron/electron#31634).
  const extracted = createHmac('sha256', salt).update(secret).digest()
  const key = createHmac('sha256', extracted).update(info).update(Uint8Array.of(1)).digest()
  wipe(extracted)
  return key
}

/** The key for one purpose, 32 bytes; always the same for the same data key. Knowing it does not reveal the data key. */
export function deriveKey(dataKey: Buffer, purpose: KeyPurpose): Buffer {
  if (dataKey.length !== keyBytes) throw new RangeError(`A data key has ${keyBytes} bytes, not ${dataKey.length}.`)
  return hkdf(dataKey, Buffer.alloc(keyBytes), Buffer.from(`infusion-desk/1/${purpose}`))
}

/** The raw key of the encrypted database as 64 hex digits, for PRAGMA key. Text cannot be wiped: do not keep it. */
export function toSqlKey(dataKey: Buffer): string {
  const key = deriveKey(dataKey, 'database')
  const hex = key.toString('hex')
  wipe(key)
  return hex
}

/** A value that says whether a data key is the one of this database, without revealing it; base64. */
export function keyCheckOf(dataKey: Buffer, databaseId: string): string {
  const key = deriveKey(dataKey, 'key-check')
  const check = createHmac('sha256', key).update(databaseId).digest('base64')
  wipe(key)
  return check
}

/** Whether the data key is the one that the check value was made with. */
export function isRightKey(dataKey: Buffer, databaseId: string, keyCheck: string): boolean {
  const expected = Buffer.from(keyCheckOf(dataKey, databaseId))
  const found = Buffer.from(keyCheck)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

/** Overwrites secrets that are no longer needed. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0)
}
