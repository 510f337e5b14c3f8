import { createDecipheriv } from 'node:crypto'
import { hkdf } from './keys.ts'
import { VaultProblem } from './problem.ts'
import { stretch } from './stretch.ts'

/**
 * Proves, with published test vectors, that the ciphers of this very binary are the ones the files were made with: Node
 * and Electron are linked with different libraries. Throws VaultProblem 'crypto.unsound'. Takes a few milliseconds.
 */
export async function proveCrypto(): Promise<void> {
  if (!(await isArgonSound())) throw unsound('Argon2id')
  if (!isHkdfSound()) throw unsound('HKDF-SHA256')
  if (!isGcmSound()) throw unsound('AES-256-GCM')
}

/** The Argon2 reference implementation's src/test.c: version 0x13, id, t=2, m=2^8, p=1. */
async function isArgonSound(): Promise<boolean> {
  const cost = { memoryKib: 256, passes: 2, lanes: 1 }
  const hash = await stretch(Buffer.from('password'), Buffer.from('somesalt'), cost)
  return hash.toString('hex') === '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'
}

/** RFC 5869, appendix A.1, first 32 bytes. */
function isHkdfSound(): boolean {
  const key = hkdf(hex('0b'.repeat(22)), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'))
  return key.toString('hex') === '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf'
}

/** McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16. */
function isGcmSound(): boolean {
  const key = hex('feffe9928665731c6d6a8f9467308308'.repeat(2))
  const decipher = createDecipheriv('aes-256-gcm', key, hex('cafebabefacedbaddecaf888'), { authTagLength: 16 })
  decipher.setAAD(hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'))
  decipher.setAuthTag(hex('76fc6ece0f4e1768cddf8853bb2d551b'))
  const ciphertext =
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
    '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662'
  const opened = decipher.update(ciphertext, 'hex', 'hex')
  const expected =
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
    '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39'
  try {
    return opened + decipher.final('hex') === expected
  } catch {
    // A refused tag is the answer looked for: this binary's GCM is another one.
    return false
  }
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

function unsound(what: string): VaultProblem {
  return new VaultProblem('crypto.unsound', `${what} of this program gives wrong results.`)
}
