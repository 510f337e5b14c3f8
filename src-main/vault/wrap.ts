import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { keyBytes, wipe } from './keys.ts'
import { type Cost, saltBytes } from './stretch.ts'

/** The version of the key file that this program writes. */
export const keyFileFormat = 1

/** Bytes of an AES-GCM nonce and of its tag. */
export const nonceBytes = 12
export const tagBytes = 16

/** Whose secret a wrap opens to. */
export type WrapOwner =
  | { readonly kind: 'staff'; readonly staffId: string; readonly signInName: string }
  | { readonly kind: 'practice' }
  | { readonly kind: 'recovery' }

/** The data key, encrypted under a key stretched from one secret. Bytes are base64. */
export type Wrap = WrapOwner & {
  readonly id: string
  readonly salt: string
  readonly params: Cost
  readonly nonce: string
  readonly ciphertext: string
  readonly tag: string
}

/** A wrap of a staff member. */
export type StaffWrap = Extract<Wrap, { kind: 'staff' }>

/** Encrypts the data key for one owner; `stretchWith` turns the new salt into the wrapping key, which is wiped here. */
export async function sealWrap(
  databaseId: string,
  dataKey: Buffer,
  owner: WrapOwner,
  params: Cost,
  stretchWith: (salt: Uint8Array) => Promise<Buffer>,
): Promise<Wrap> {
  const salt = randomBytes(saltBytes)
  const head = { ...owner, id: randomUUID(), salt: salt.toString('base64'), params }
  const nonce = randomBytes(nonceBytes)
  const wrappingKey = await stretchWith(salt)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes })
  cipher.setAAD(boundTo(databaseId, head))
  const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()])
  wipe(wrappingKey)
  return {
    ...head,
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The data key in a wrap, or nothing when the wrapping key is another one or anything in the wrap was changed. */
export function openWrap(databaseId: string, wrap: Wrap, wrappingKey: Buffer): Buffer | undefined {
  const nonce = Buffer.from(wrap.nonce, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes })
  decipher.setAAD(boundTo(databaseId, wrap))
  decipher.setAuthTag(Buffer.from(wrap.tag, 'base64'))
  const opened = decipher.update(Buffer.from(wrap.ciphertext, 'base64'))
  try {
    decipher.final()
  } catch {
    // The only failure of final() here is the tag: a wrong secret and a forged wrap are the same answer.
    wipe(opened)
    return undefined
  }
  return opened.length === keyBytes ? opened : undefined
}

/**
 * Everything that says what a wrap is and whose, so that no wrap can be handed to another person, database or format:
 * a nurse's wrap with the manager's id in it must not open.
 */
function boundTo(databaseId: string, wrap: WrapOwner & Pick<Wrap, 'id' | 'salt' | 'params'>): Buffer {
  const owner = wrap.kind === 'staff' ? [wrap.staffId, wrap.signInName] : []
  const { memoryKib, passes, lanes } = wrap.params
  const bound = [keyFileFormat, databaseId, wrap.id, wrap.kind, owner, wrap.salt, memoryKib, passes, lanes]
  return Buffer.from(JSON.stringify(bound))
}
