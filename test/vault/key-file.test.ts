import { type KeyFile, parseKeyFile, printKeyFile } from '#vault/key-file'
import { newDataKey } from '#vault/keys'
import { addRecoveryWrap, addStaffWrap, newKeyFile } from '#vault/vault'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

const databaseId = '0198c0de-0000-7000-8000-000000000001'
const quick = { memoryKib: 64, passes: 1, lanes: 1 }
let keyFile: KeyFile
let text: string

beforeAll(async () => {
  const dataKey = newDataKey()
  const person = { staffId: 'staff-ana', signInName: 'ana', password: 'x' }
  const staff = await addStaffWrap(newKeyFile(databaseId, dataKey), dataKey, person, quick)
  keyFile = (await addRecoveryWrap(staff, dataKey, quick)).keyFile
  text = printKeyFile(keyFile)
})

function codeOf(candidate: string): string {
  try {
    parseKeyFile(candidate)
    return 'read'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `bug: ${String(error)}`
  }
}

/** The file with something put in the place of something else. */
function edited(from: string | RegExp, to: string): string {
  const next = text.replace(from, to)
  if (next === text) throw new Error(`nothing to edit: ${String(from)}`)
  return next
}

describe('the key file', () => {
  test('of a newer format is called newer, whatever else is in it', () => {
    expect(codeOf(edited('"format": 1', '"format": 2'))).toBe('key-file.newer')
    expect(codeOf('{"format":7,"anything":{"else":true}}')).toBe('key-file.newer')
  })

  test('that is no key file is called damaged', () => {
    const junk = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{}',
      '{"format":0}',
      '{"format":"1"}',
      '{"format":1.5}',
      '{"format":1}',
    ]
    expect(junk.map(codeOf)).toEqual(junk.map(() => 'key-file.damaged'))
  })

  test('is refused with any field missing, unknown, or of another shape', () => {
    const edits = [
      edited('"databaseId"', '"database"'),
      edited(databaseId, 'main'),
      edited(/"keyCheck": "[^"]+"/, '"keyCheck": "AAAA"'),
      edited(/"wraps": \[[\s\S]+\]/, '"wraps": []'),
      edited(/"wraps": \[[\s\S]+\]/, '"wraps": {}'),
      edited('"kind": "recovery"', '"kind": "keychain"'),
      edited('"kind": "recovery"', '"kind": "recovery", "staffId": "staff-ana"'),
      edited('"staffId": "staff-ana"', '"staffId": 7'),
      edited('"signInName": "ana"', '"signInName": ""'),
      edited('"signInName": "ana"', '"signInName": "a\\u0000"'),
      edited('"memoryKib": 64', '"memoryKib": 4000000000'),
      edited('"memoryKib": 64', '"memoryKib": "64"'),
      edited('"passes": 1', '"passes": 0'),
      edited('"lanes": 1', '"lanes": 1.5'),
      edited(/"nonce": "[^"]+"/, '"nonce": "AAAA"'),
      edited(/"tag": "([^"]+)"/, '"tag": " $1"'),
      edited(/"checksum": "[^"]+"/, '"checksum": null'),
    ]
    expect(edits.map(codeOf)).toEqual(edits.map(() => 'key-file.damaged'))
  })

  test('with two wraps of one id, one person or one name is refused', () => {
    const [staff, recovery] = keyFile.wraps
    if (staff?.kind !== 'staff' || recovery === undefined) throw new Error('a staff wrap comes first')
    const twins: KeyFile['wraps'][] = [
      [staff, { ...recovery, id: staff.id }],
      [staff, { ...staff, id: databaseId, signInName: 'other' }],
      [staff, { ...staff, id: databaseId, staffId: 'other', signInName: 'ANA' }],
      [recovery, { ...recovery, id: databaseId }],
    ]
    for (const wraps of twins) {
      expect(() => printKeyFile({ ...keyFile, wraps })).toThrow(expect.objectContaining({ code: 'key-file.damaged' }))
    }
  })

  test('that nothing opens is never written', () => {
    expect(() => printKeyFile({ ...keyFile, wraps: [] })).toThrow(
      expect.objectContaining({ code: 'key-file.last-wrap' }),
    )
  })

  test('with any one bit flipped is damaged or newer, or says the very same', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flippedBytes = Buffer.from(bytes)
        flippedBytes.writeUInt8(flippedBytes.readUInt8(at) ^ (1 << bit), at)
        const flippedText = flippedBytes.toString('utf8')
        const answer = codeOf(flippedText)
        if (answer === 'read') expect(parseKeyFile(flippedText)).toEqual(keyFile)
        else expect(['key-file.damaged', 'key-file.newer']).toContain(answer)
      }),
      { numRuns: 2_000 },
    )
  })

  test('cut short anywhere is damaged', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 3), (length) => {
        expect(codeOf(text.slice(0, length))).toBe('key-file.damaged')
      }),
    )
  })

  test('any junk is a plain no, never a bug', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (junk) => {
        expect(codeOf(junk)).toMatch(/^key-file\.(damaged|newer)$/)
      }),
    )
  })
})
