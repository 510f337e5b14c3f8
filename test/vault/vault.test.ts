import { type KeyFile, parseKeyFile, printKeyFile } from '#vault/key-file'
import { newDataKey } from '#vault/keys'
import { practiceCost, staffCost } from '#vault/stretch'
import {
  addPracticeWrap,
  addRecoveryWrap,
  addStaffWrap,
  changeStaffPassword,
  newKeyFile,
  openWithPassphrase,
  openWithPassword,
  openWithRecoveryCode,
  removeStaffWrap,
} from '#vault/vault'
import { openWrap, sealWrap, type Wrap } from '#vault/wrap'
import { beforeAll, describe, expect, test } from 'vitest'

const databaseId = '0198c0de-0000-7000-8000-000000000001'
const quick = { memoryKib: 64, passes: 1, lanes: 1 }
const ana = { staffId: 'staff-ana', signInName: ' Ana.Reyes ', password: 'correct horse battery' }
const ben = { staffId: 'staff-ben', signInName: 'ben', password: 'a very different phrase' }
const dataKey = newDataKey()
let keyFile: KeyFile
let code: string

beforeAll(async () => {
  const one = await addStaffWrap(newKeyFile(databaseId, dataKey), dataKey, ana, quick)
  const two = await addStaffWrap(one, dataKey, ben, quick)
  const three = await addPracticeWrap(two, dataKey, 'the long practice passphrase', quick)
  const four = await addRecoveryWrap(three, dataKey, quick)
  keyFile = four.keyFile
  code = four.code
})

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
  return bytes.toString('base64')
}

describe('who is let in', () => {
  test('two people, the passphrase and the recovery code open the same key', async () => {
    expect(await openWithPassword(keyFile, 'Ana.Reyes', ana.password)).toEqual({ dataKey, staffId: 'staff-ana' })
    expect(await openWithPassword(keyFile, 'ben', ben.password)).toEqual({ dataKey, staffId: 'staff-ben' })
    expect(await openWithPassphrase(keyFile, 'the long practice passphrase')).toEqual({ dataKey })
    expect(await openWithRecoveryCode(keyFile, code)).toEqual({ dataKey })
  })

  test('the hashes that the clinic uses open too', async () => {
    const staff = await addStaffWrap(newKeyFile(databaseId, dataKey), dataKey, ana)
    const both = await addPracticeWrap(staff, dataKey, 'the long practice passphrase')
    expect(both.wraps.map((wrap) => wrap.params)).toEqual([staffCost, practiceCost])
    expect(await openWithPassword(both, 'ana.reyes', ana.password)).toEqual({ dataKey, staffId: 'staff-ana' })
    expect(await openWithPassphrase(both, 'the long practice passphrase')).toEqual({ dataKey })
  })

  test('capitals, outer spaces and composed accents in a sign-in name make no difference', async () => {
    const jose = { staffId: 'staff-jose', signInName: 'Jos\u00e9', password: ana.password }
    const withJose = await addStaffWrap(keyFile, dataKey, jose, quick)
    expect(await openWithPassword(withJose, ' JOSE\u0301 ', ana.password)).toEqual({ dataKey, staffId: 'staff-jose' })
    expect(await openWithPassword(withJose, 'jose', ana.password)).toBe('wrong')
  })

  test('a password opens whichever way the keyboard composes its accents', async () => {
    const eva = { staffId: 'staff-eva', signInName: 'eva', password: 'contrase\u00f1a de la cl\u00ednica' }
    const withEva = await addStaffWrap(keyFile, dataKey, eva, quick)
    const typed = 'contrasen\u0303a de la cli\u0301nica'
    expect(await openWithPassword(withEva, 'eva', typed)).toEqual({ dataKey, staffId: 'staff-eva' })
  })

  test('a wrong password, an unknown name, and the password of a colleague are the same answer', async () => {
    expect(await openWithPassword(keyFile, 'ana.reyes', 'correct horse batterx')).toBe('wrong')
    expect(await openWithPassword(keyFile, 'ana.reyes', 'Correct horse battery')).toBe('wrong')
    expect(await openWithPassword(keyFile, 'ana.reyes', `${ana.password} `)).toBe('wrong')
    expect(await openWithPassword(keyFile, 'ana.reyes', '')).toBe('wrong')
    expect(await openWithPassword(keyFile, 'nobody', ana.password)).toBe('wrong')
    expect(await openWithPassword(keyFile, 'ana.reyes', ben.password)).toBe('wrong')
    expect(await openWithPassphrase(keyFile, 'another passphrase')).toBe('wrong')
    expect(await openWithPassphrase(newKeyFile(databaseId, dataKey), 'no wrap')).toBe('wrong')
  })

  test('an unknown name takes as long as a known one', async () => {
    const slow = await addStaffWrap(newKeyFile(databaseId, dataKey), dataKey, ana)
    const timed = async (name: string) => {
      const start = performance.now()
      await openWithPassword(slow, name, 'some wrong password')
      return performance.now() - start
    }
    await timed('ana.reyes')
    expect(await timed('nobody')).toBeGreaterThan((await timed('ana.reyes')) / 4)
  })

  test('a mistyped recovery code is told apart from one of another file', async () => {
    const other = await addRecoveryWrap(newKeyFile(databaseId, dataKey), dataKey, quick)
    expect(await openWithRecoveryCode(keyFile, other.code)).toBe('wrong')
    expect(await openWithRecoveryCode(keyFile, `${code}0`)).toBe('mistyped')
    expect(await openWithRecoveryCode(newKeyFile(databaseId, dataKey), code)).toBe('wrong')
  })
})

describe('changes', () => {
  test('after a change of password only the new one opens', async () => {
    const changed = await changeStaffPassword(
      keyFile,
      dataKey,
      { staffId: 'staff-ana', password: 'new words here' },
      quick,
    )
    expect(await openWithPassword(changed, 'ana.reyes', ana.password)).toBe('wrong')
    expect(await openWithPassword(changed, 'ana.reyes', 'new words here')).toEqual({ dataKey, staffId: 'staff-ana' })
    expect(changed.wraps).toHaveLength(keyFile.wraps.length)
  })

  test('who left is not let in, the others are', async () => {
    const without = removeStaffWrap(keyFile, 'staff-ana')
    expect(await openWithPassword(without, 'ana.reyes', ana.password)).toBe('wrong')
    expect(await openWithPassword(without, 'ben', ben.password)).toEqual({ dataKey, staffId: 'staff-ben' })
  })

  test('a new recovery code and a new passphrase replace the old ones', async () => {
    const renewed = await addRecoveryWrap(keyFile, dataKey, quick)
    const both = await addPracticeWrap(renewed.keyFile, dataKey, 'second passphrase', quick)
    expect(await openWithRecoveryCode(both, code)).toBe('wrong')
    expect(await openWithRecoveryCode(both, renewed.code)).toEqual({ dataKey })
    expect(await openWithPassphrase(both, 'the long practice passphrase')).toBe('wrong')
    expect(both.wraps).toHaveLength(keyFile.wraps.length)
  })

  test('the file as it was is not changed by a change', async () => {
    const before = printKeyFile(keyFile)
    await addStaffWrap(keyFile, dataKey, { ...ana, staffId: 'new', signInName: 'new' }, quick)
    removeStaffWrap(keyFile, 'staff-ben')
    expect(printKeyFile(keyFile)).toBe(before)
  })

  test('a second sign-in for a person or a name, a stranger, and the last way in are refused', async () => {
    await expect(addStaffWrap(keyFile, dataKey, { ...ana, signInName: 'x' }, quick)).rejects.toMatchObject({
      code: 'staff.known',
    })
    await expect(
      addStaffWrap(keyFile, dataKey, { ...ana, staffId: 'x', signInName: 'ANA.REYES' }, quick),
    ).rejects.toMatchObject({ code: 'staff.name-taken' })
    await expect(changeStaffPassword(keyFile, dataKey, { staffId: 'x', password: 'y' }, quick)).rejects.toMatchObject({
      code: 'staff.unknown',
    })
    expect(() => removeStaffWrap(keyFile, 'x')).toThrow(expect.objectContaining({ code: 'staff.unknown' }))
    const alone = await addStaffWrap(newKeyFile(databaseId, dataKey), dataKey, ana, quick)
    expect(() => removeStaffWrap(alone, 'staff-ana')).toThrow(expect.objectContaining({ code: 'key-file.last-wrap' }))
  })

  test('a key of another database is never wrapped', async () => {
    const other = newDataKey()
    const refused = { code: 'key.mismatch' }
    await expect(addStaffWrap(keyFile, other, { ...ben, staffId: 'c', signInName: 'c' }, quick)).rejects.toMatchObject(
      refused,
    )
    await expect(changeStaffPassword(keyFile, other, ben, quick)).rejects.toMatchObject(refused)
    await expect(addPracticeWrap(keyFile, other, 'x', quick)).rejects.toMatchObject(refused)
    await expect(addRecoveryWrap(keyFile, other, quick)).rejects.toMatchObject(refused)
  })
})

describe('a tampered key file', () => {
  const forgeries: Record<string, (wrap: Extract<Wrap, { kind: 'staff' }>) => Wrap> = {
    id: (wrap) => ({ ...wrap, id: databaseId }),
    staffId: (wrap) => ({ ...wrap, staffId: 'staff-ben' }),
    signInName: (wrap) => ({ ...wrap, signInName: 'Ana.reyes' }),
    salt: (wrap) => ({ ...wrap, salt: flipped(wrap.salt) }),
    memoryKib: (wrap) => ({ ...wrap, params: { ...wrap.params, memoryKib: wrap.params.memoryKib + 64 } }),
    passes: (wrap) => ({ ...wrap, params: { ...wrap.params, passes: wrap.params.passes + 1 } }),
    lanes: (wrap) => ({ ...wrap, params: { ...wrap.params, lanes: wrap.params.lanes + 1 } }),
    nonce: (wrap) => ({ ...wrap, nonce: flipped(wrap.nonce) }),
    ciphertext: (wrap) => ({ ...wrap, ciphertext: flipped(wrap.ciphertext) }),
    tag: (wrap) => ({ ...wrap, tag: flipped(wrap.tag) }),
  }

  test.each(Object.entries(forgeries))('opens nothing when %s of a wrap was changed', async (_, forge) => {
    const wraps = keyFile.wraps.map((wrap) =>
      wrap.kind === 'staff' && wrap.staffId === 'staff-ana' ? forge(wrap) : wrap,
    )
    expect(await openWithPassword({ ...keyFile, wraps }, 'ana.reyes', ana.password)).toBe('wrong')
  })

  test('opens nothing when a wrap is passed off as one of another kind or person', async () => {
    const [anaWrap, benWrap] = keyFile.wraps
    if (anaWrap?.kind !== 'staff' || benWrap?.kind !== 'staff') throw new Error('two staff wraps come first')
    const { staffId: _staffId, signInName: _signInName, ...seal } = anaWrap
    const asPractice: KeyFile = { ...keyFile, wraps: [{ ...seal, kind: 'practice' }] }
    expect(await openWithPassphrase(asPractice, ana.password)).toBe('wrong')
    const { staffId, signInName, kind: _kind } = benWrap
    const asBen: KeyFile = { ...keyFile, wraps: [{ ...seal, kind: 'staff', staffId, signInName }] }
    expect(await openWithPassword(asBen, 'ben', ana.password)).toBe('wrong')
  })

  test('opens nothing as another kind, even with the right key', async () => {
    const keyOf = () => Promise.resolve(Buffer.alloc(32, 9))
    const wrap = await sealWrap(databaseId, dataKey, { kind: 'practice' }, quick, keyOf)
    expect(openWrap(databaseId, wrap, await keyOf())).toEqual(dataKey)
    expect(openWrap(databaseId, { ...wrap, kind: 'recovery' }, await keyOf())).toBeUndefined()
  })

  test('opens nothing under another database id', async () => {
    const moved = { ...keyFile, databaseId: '0198c0de-0000-7000-8000-000000000002' }
    expect(await openWithPassword(moved, 'ana.reyes', ana.password)).toBe('wrong')
    expect(await openWithRecoveryCode(moved, code)).toBe('wrong')
  })

  test('is called damaged, not a wrong password, when the right password opens a key that is not the one it names', async () => {
    const changed = { ...keyFile, keyCheck: flipped(keyFile.keyCheck) }
    await expect(openWithPassword(changed, 'ana.reyes', ana.password)).rejects.toMatchObject({
      code: 'key-file.damaged',
    })
    expect(await openWithPassword(changed, 'ana.reyes', 'wrong words')).toBe('wrong')
  })
})

describe('what stands in the file', () => {
  test('no password, no key and no code, in any spelling', () => {
    const text = printKeyFile(keyFile)
    const bytes = Buffer.concat([
      Buffer.from(text),
      ...[...text.matchAll(/"([A-Za-z0-9+/=]{16,})"/g)].map((m) => Buffer.from(m[1] ?? '', 'base64')),
    ])
    for (const secret of [ana.password, ben.password, 'the long practice passphrase', code, code.replaceAll('-', '')]) {
      expect(bytes.includes(secret)).toBe(false)
      expect(bytes.includes(Buffer.from(secret).toString('base64').slice(0, 16))).toBe(false)
    }
    expect(bytes.includes(dataKey)).toBe(false)
    expect(text.includes(dataKey.toString('hex')) || text.includes(dataKey.toString('base64'))).toBe(false)
  })

  test('is read back as it was written', () => {
    expect(parseKeyFile(printKeyFile(keyFile))).toEqual(keyFile)
  })
})
