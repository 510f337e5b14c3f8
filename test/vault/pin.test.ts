import { newDataKey } from '#vault/keys'
import { hashPin, verifyPin } from '#vault/pin'
import { describe, expect, test } from 'vitest'

const quick = { memoryKib: 64, passes: 1, lanes: 1 }
const dataKey = newDataKey()

describe('a PIN', () => {
  test('is known again, and another is not', async () => {
    const record = await hashPin(dataKey, 'ana', '402917')
    expect(await verifyPin(dataKey, 'ana', '402917', record)).toBe(true)
    expect(await verifyPin(dataKey, 'ana', '402918', record)).toBe(false)
    expect(await verifyPin(dataKey, 'ana', '', record)).toBe(false)
  })

  test('is worth nothing without the data key, or for a colleague', async () => {
    const record = await hashPin(dataKey, 'ana', '402917', quick)
    expect(await verifyPin(newDataKey(), 'ana', '402917', record)).toBe(false)
    expect(await verifyPin(dataKey, 'ben', '402917', record)).toBe(false)
  })

  test('leaves no digit pattern in its record, and two records of it differ', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => hashPin(dataKey, 'ana', '402917', quick)))
    expect(one).toMatch(/^pin1\$64,1,1\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/)
    expect(one).not.toContain('402917')
    expect(one).not.toBe(two)
  })

  test('has six digits and nothing else', async () => {
    for (const pin of [
      '',
      '12345',
      '1234567',
      '12345a',
      ' 123456',
      '123456\n',
      '\u0661\u0662\u0663\u0664\u0665\u0666',
    ]) {
      await expect(hashPin(dataKey, 'ana', pin, quick)).rejects.toThrow(RangeError)
    }
  })

  test('with a damaged record is refused, and a changed one does not let in', async () => {
    const record = await hashPin(dataKey, 'ana', '402917', quick)
    for (const junk of ['', 'pin2', record.slice(0, -5), record.replace('64,', '99999999,'), `${record}$`]) {
      await expect(verifyPin(dataKey, 'ana', '402917', junk)).rejects.toMatchObject({ code: 'pin-record.damaged' })
    }
    expect(await verifyPin(dataKey, 'ana', '402917', record.replace('$64,1,1$', '$72,1,1$'))).toBe(false)
  })
})
