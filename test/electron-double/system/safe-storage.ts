import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { state } from '#double/state'
import { strict } from '#double/strict'

/**
 * Source: electron docs "safeStorage" and Chromium components/os_crypt/sync/os_crypt_linux.cc: prefix v10 is the hard-coded
 * `basic_text` key, v11 a key from a secret service. DOUBLE_SAFE_STORAGE chooses basic_text (default), gnome_libsecret,
 * unavailable, locked or rotated; DOUBLE_KEYRING names the keyring, so that a test can present another one.
 */
const mode = () => process.env['DOUBLE_SAFE_STORAGE'] ?? 'basic_text'
const currentVersion = () => (mode() === 'basic_text' ? 'v10' : 'v11')
const initial = Buffer.alloc(16, ' ')

function keyOf(version: string): Buffer {
  const secret = version === 'v10' ? 'peanuts' : `keyring-${process.env['DOUBLE_KEYRING'] ?? '1'}`
  return pbkdf2Sync(secret, 'saltysalt', 1, 16, 'sha1')
}

function needAvailable(): void {
  if (!state.ready) throw new Error('safeStorage cannot be used before app is ready')
  if (mode() === 'unavailable')
    throw new Error(
      'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    )
}

function encryptString(text: string): Buffer {
  needAvailable()
  const version = currentVersion()
  const cipher = createCipheriv('aes-128-cbc', keyOf(version), initial)
  return Buffer.concat([Buffer.from(version), cipher.update(text, 'utf8'), cipher.final()])
}

function decryptString(blob: Buffer): string {
  needAvailable()
  const version = blob.subarray(0, 3).toString()
  try {
    if (version !== 'v10' && version !== 'v11') throw new Error('unknown prefix')
    const decipher = createDecipheriv('aes-128-cbc', keyOf(version), initial)
    return Buffer.concat([decipher.update(blob.subarray(3)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.', { cause })
  }
}

export const safeStorage = strict('SafeStorage', {
  encryptString,
  decryptString,
  isEncryptionAvailable: () => state.ready && mode() !== 'unavailable' && mode() !== 'basic_text',
  isAsyncEncryptionAvailable: async () => state.ready && mode() !== 'unavailable',
  encryptStringAsync: async (text: string) => encryptString(text),
  async decryptStringAsync(blob: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (mode() === 'locked') throw new Error('Key is temporarily unavailable')
    const old = blob.subarray(0, 3).toString() !== currentVersion()
    return { result: decryptString(blob), shouldReEncrypt: mode() === 'rotated' || old }
  },
  getSelectedStorageBackend(): string {
    if (!state.ready) return 'unknown'
    return mode() === 'basic_text' ? 'basic_text' : 'gnome_libsecret'
  },
})
