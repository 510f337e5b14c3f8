import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey, keyBytes, wipe } from './keys.ts'
import { VaultProblem } from './problem.ts'
import { type Cost, isCost, lightCost, saltBytes, stretch } from './stretch.ts'

/**
 * The record of a 6-digit PIN, as text to keep. It is bound to the person, and without the data key not one of the
 * million PINs can be tried on it. Throws RangeError for anything but six digits.
 */
export async function hashPin(dataKey: Buffer, staffId: string, pin: string, cost: Cost = lightCost): Promise<string> {
  if (!isSixDigits(pin)) throw new RangeError('A PIN has six digits.')
  const salt = randomBytes(saltBytes)
  const hash = await peppered(dataKey, staffId, pin, salt, cost)
  const { memoryKib, passes, lanes } = cost
  return ['pin1', `${memoryKib},${passes},${lanes}`, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Whether the PIN is the one of the record. Throws VaultProblem 'pin-record.damaged' for a record that is none. */
export async function verifyPin(dataKey: Buffer, staffId: string, pin: string, record: string): Promise<boolean> {
  const { cost, salt, hash } = parseRecord(record)
  const found = await peppered(dataKey, staffId, pin, salt, cost)
  // The work is done first, so that a malformed PIN takes as long as a wrong one.
  return timingSafeEqual(found, hash) && isSixDigits(pin)
}

function isSixDigits(pin: string): boolean {
  return /^[0-9]{6}$/.test(pin)
}

async function peppered(dataKey: Buffer, staffId: string, pin: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const pepper = deriveKey(dataKey, 'pin')
  const secret = createHmac('sha256', pepper)
    .update(JSON.stringify([staffId, pin]))
    .digest()
  wipe(pepper)
  try {
    return await stretch(secret, salt, cost)
  } finally {
    wipe(secret)
  }
}

const recordShape = /^pin1\$(\d{1,8}),(\d{1,3}),(\d{1,3})\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/

function parseRecord(record: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const parts = recordShape.exec(record)
  const cost = { memoryKib: Number(parts?.[1]), passes: Number(parts?.[2]), lanes: Number(parts?.[3]) }
  const salt = Buffer.from(parts?.[4] ?? '', 'base64')
  const hash = Buffer.from(parts?.[5] ?? '', 'base64')
  if (!isCost(cost) || salt.length !== saltBytes || hash.length !== keyBytes) {
    throw new VaultProblem('pin-record.damaged', 'The record of this PIN is damaged.')
  }
  return { cost, salt, hash }
}
