import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeyFile } from '#vault/key-file'
import {
  createKeyFile,
  hasKeyFile,
  keyFileName,
  previousKeyFileName,
  readKeyFile,
  type Rename,
  updateKeyFile,
} from '#vault/key-file-disk'
import { newDataKey } from '#vault/keys'
import { addStaffWrap, newKeyFile, openWithPassword, removeStaffWrap } from '#vault/vault'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const databaseId = '0198c0de-0000-7000-8000-000000000001'
const quick = { memoryKib: 64, passes: 1, lanes: 1 }
const dataKey = newDataKey()
let dir: string
let first: KeyFile

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vault-'))
  first = await withPerson(newKeyFile(databaseId, dataKey), 'ana')
  await createKeyFile(dir, first)
})

afterEach(() => rmSync(dir, { recursive: true }))

function withPerson(keyFile: KeyFile, name: string): Promise<KeyFile> {
  return addStaffWrap(keyFile, dataKey, { staffId: `staff-${name}`, signInName: name, password: name }, quick)
}

function bytesOf(name: string): string {
  return readFileSync(join(dir, name), 'utf8')
}

/** Renames as the disk does, until the power goes at the nth. */
function powerCutAt(nth: number): Rename {
  let count = 0
  return async (from, to) => {
    count += 1
    if (count === nth) throw new Error('power cut')
    await rename(from, to)
  }
}

describe('the key file on disk', () => {
  test('is read as it was written, for its owner alone, and leaves nothing else behind', async () => {
    expect(await readKeyFile(dir)).toEqual(first)
    expect(readdirSync(dir)).toEqual([keyFileName])
    if (process.platform !== 'win32') expect(statSync(join(dir, keyFileName)).mode & 0o777).toBe(0o600)
  })

  test('keeps the previous one at a change, for its owner alone', async () => {
    const second = await updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'))
    expect(await readKeyFile(dir)).toEqual(second)
    expect(await readKeyFile(dir, previousKeyFileName)).toEqual(first)
    expect(readdirSync(dir).toSorted()).toEqual([keyFileName, previousKeyFileName])
    if (process.platform !== 'win32') expect(statSync(join(dir, previousKeyFileName)).mode & 0o777).toBe(0o600)
  })

  test('forgets the wrap of a person who left in both files when asked to', async () => {
    await updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'))
    await updateKeyFile(dir, (keyFile) => removeStaffWrap(keyFile, 'staff-ana'), { forgetPrevious: true })
    const previous = await readKeyFile(dir, previousKeyFileName)
    expect(await openWithPassword(previous, 'ana', 'ana')).toBe('wrong')
    expect(await openWithPassword(previous, 'ben', 'ben')).toEqual({ dataKey, staffId: 'staff-ben' })
  })

  test('is missing in an empty folder, and nothing stands in for it', async () => {
    await updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'))
    rmSync(join(dir, keyFileName))
    expect(await hasKeyFile(dir)).toBe(false)
    await expect(readKeyFile(dir)).rejects.toMatchObject({ code: 'key-file.missing' })
    await expect(updateKeyFile(dir, (keyFile) => keyFile)).rejects.toMatchObject({ code: 'key-file.missing' })
  })

  test('is never replaced by a first one', async () => {
    const other = await withPerson(newKeyFile(databaseId, dataKey), 'eva')
    await expect(createKeyFile(dir, other)).rejects.toMatchObject({ code: 'key-file.exists' })
    expect(await readKeyFile(dir)).toEqual(first)
    await updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'))
    rmSync(join(dir, keyFileName))
    await expect(createKeyFile(dir, other)).rejects.toMatchObject({ code: 'key-file.exists' })
    expect(await readKeyFile(dir, previousKeyFileName)).toEqual(first)
  })

  test.each([
    ['newer', '{"format":2,"new":"things"}'],
    ['damaged', '{"format":1,'],
  ])('that is %s is refused and left untouched', async (what, text) => {
    writeFileSync(join(dir, keyFileName), text)
    await expect(readKeyFile(dir)).rejects.toMatchObject({ code: `key-file.${what}` })
    await expect(updateKeyFile(dir, () => first)).rejects.toMatchObject({ code: `key-file.${what}` })
    await expect(createKeyFile(dir, first)).rejects.toMatchObject({ code: 'key-file.exists' })
    expect(bytesOf(keyFileName)).toBe(text)
    expect(readdirSync(dir)).toEqual([keyFileName])
  })

  test('may not come to name another database or key', async () => {
    const other = newKeyFile('0198c0de-0000-7000-8000-000000000002', dataKey)
    const otherKey = newKeyFile(databaseId, newDataKey())
    await expect(updateKeyFile(dir, (now) => ({ ...other, wraps: now.wraps }))).rejects.toThrow('whose key')
    await expect(updateKeyFile(dir, (now) => ({ ...otherKey, wraps: now.wraps }))).rejects.toThrow('whose key')
    expect(await readKeyFile(dir)).toEqual(first)
  })

  test('loses none of the changes that are asked for at the same time', async () => {
    const names = ['ben', 'cem', 'dov', 'eva', 'fay', 'gil']
    await Promise.all(names.map((name) => updateKeyFile(dir, (keyFile) => withPerson(keyFile, name))))
    const people = (await readKeyFile(dir)).wraps.map((wrap) => (wrap.kind === 'staff' ? wrap.signInName : wrap.kind))
    expect(people).toEqual(['ana', ...names])
  })

  test('goes on after a change that failed', async () => {
    const failed = updateKeyFile(dir, () => Promise.reject(new Error('no')))
    const next = updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'))
    await expect(failed).rejects.toThrow('no')
    const after = await next
    expect(await readKeyFile(dir)).toEqual(after)
  })
})

describe('a crash while the key file is written', () => {
  test.each([1, 2])('before rename %i leaves the old file, and the next change works', async (nth) => {
    const before = bytesOf(keyFileName)
    const cut = updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'), { rename: powerCutAt(nth) })
    await expect(cut).rejects.toThrow('power cut')
    expect(bytesOf(keyFileName)).toBe(before)
    const next = await updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'eva'))
    expect(await readKeyFile(dir)).toEqual(next)
    expect(readdirSync(dir).toSorted()).toEqual([keyFileName, previousKeyFileName])
  })

  test('before the last rename of a removal leaves the new file', async () => {
    await updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'))
    const cut = updateKeyFile(dir, (keyFile) => removeStaffWrap(keyFile, 'staff-ana'), {
      forgetPrevious: true,
      rename: powerCutAt(3),
    })
    await expect(cut).rejects.toThrow('power cut')
    expect(await openWithPassword(await readKeyFile(dir), 'ana', 'ana')).toBe('wrong')
  })

  test('by a killed process leaves the old file, whole', async () => {
    const program = `
      import { updateKeyFile } from '#vault/key-file-disk'
      import { rename } from 'node:fs/promises'
      let count = 0
      const move = async (from, to) => {
        if (++count === 2) process.kill(process.pid, 'SIGKILL')
        await rename(from, to)
      }
      await updateKeyFile(process.env.DIR, (k) => ({ ...k, wraps: k.wraps.toReversed() }), { rename: move })`
    const killed = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: join(import.meta.dirname, '..', '..'),
      env: { ...process.env, DIR: dir },
      encoding: 'utf8',
    })
    expect({ signal: killed.signal, errors: killed.stderr.includes('Error') }).toEqual({
      signal: 'SIGKILL',
      errors: false,
    })
    expect(readdirSync(dir)).toContain(`${keyFileName}.tmp`)
    expect(await readKeyFile(dir)).toEqual(first)
    await updateKeyFile(dir, (keyFile) => withPerson(keyFile, 'ben'))
    expect(readdirSync(dir).toSorted()).toEqual([keyFileName, previousKeyFileName])
  })
})
