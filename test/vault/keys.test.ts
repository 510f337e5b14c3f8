import { hkdfSync } from 'node:crypto'
import { deriveKey, hkdf, isRightKey, keyCheckOf, type KeyPurpose, newDataKey, toSqlKey, wipe } from '#vault/keys'
import { proveCrypto } from '#vault/self-test'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const purposes: KeyPurpose[] = ['database', 'change-log', 'audit-log', 'key-check', 'pin']

describe('the keys made from the data key', () => {
  test('stay the same from version to version', () => {
    const dataKey = Buffer.alloc(32, 1)
    expect(toSqlKey(dataKey)).toBe('3f93a9a44deed4608052ef8c7e7f2caabd1eb56c9ed60dc526aef6e4c622e1dd')
    expect(deriveKey(dataKey, 'change-log').toString('hex')).toBe(
      'f5143af29fac8f1c52b22fc3bff07cc66a7c595a03de0fa2b6018b92aa6c3675',
    )
  })

  test('differ for every purpose and from the data key', () => {
    const dataKey = newDataKey()
    const keys = purposes.map((purpose) => deriveKey(dataKey, purpose).toString('hex'))
    expect(new Set([...keys, dataKey.toString('hex')]).size).toBe(purposes.length + 1)
    expect(toSqlKey(dataKey)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('are refused for a data key of another length', () => {
    expect(() => deriveKey(Buffer.alloc(31), 'pin')).toThrow(RangeError)
  })

  test('are those of the HKDF of Node', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.uint8Array({ maxLength: 80 }),
        fc.uint8Array({ maxLength: 80 }),
        (secret, salt, info) => {
          expect(hkdf(secret, salt, info)).toEqual(Buffer.from(hkdfSync('sha256', secret, salt, info, 32)))
        },
      ),
    )
  })
})

describe('the key check', () => {
  test('knows the right key of the right database, and no other', () => {
    const dataKey = newDataKey()
    const check = keyCheckOf(dataKey, 'one')
    expect(isRightKey(dataKey, 'one', check)).toBe(true)
    expect(isRightKey(dataKey, 'two', check)).toBe(false)
    expect(isRightKey(newDataKey(), 'one', check)).toBe(false)
    expect(isRightKey(dataKey, 'one', '')).toBe(false)
  })
})

test('a wiped secret is gone', () => {
  const secret = newDataKey()
  wipe(secret)
  expect(secret).toEqual(Buffer.alloc(32))
})

test('the ciphers of this binary give the published results', async () => {
  await expect(proveCrypto()).resolves.toBeUndefined()
})
