import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openStore } from '#db/open'
import type { Store } from '#db/open'
import { backUp, newestBackup, verifyFile } from '#upkeep/backup'
import { isShared, mountTypeOf } from '#upkeep/folder'
import { lockFolder } from '#upkeep/lock'

const hexKey = '3c'.repeat(32)
const logKey = Buffer.alloc(32, 9)
let dir: string
let store: Store

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'upkeep-'))
  store = await openStore({ file: join(dir, 'desk.db'), hexKey, logKey, now: () => 1_772_000_000_000 })
  await store.write({ actor: 'ana', location: null }, async (tx) => {
    tx.insert('practice', {
      id: newId(1),
      name: 'MARKER-PRACTICE',
      legal_name: '',
      ein: '',
      npi: '',
      phone: '',
      logo_png: '',
    })
  })
})

afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

describe('a copy of the file', () => {
  test('is opened and counted before it gets its name, while the desk works on', () => {
    const folder = join(dir, 'backups')
    const counts = backUp({ file: join(dir, 'desk.db'), hexKey, folder, at: 1_772_000_000_000 })
    expect(counts).toEqual({ patients: 0, invoices: 0, invoicedCents: 0, paidCents: 0, changes: 1, copy: counts.copy })
    expect(readdirSync(folder)).toEqual(['desk-2026-02-25T06-13-20-000Z.db'])
    expect(statSync(counts.copy).mode & 0o777).toBe(0o600)
    expect(readFileSync(counts.copy).includes('MARKER')).toBe(false)
    expect(verifyFile({ file: counts.copy, hexKey, logKey })).toEqual({ rows: 1, entries: 1, faults: [] })
    expect(newestBackup(folder)).toBeGreaterThan(0)
  })

  test('has the key file beside it, without which nobody could open it; both go together', () => {
    const folder = join(dir, 'backups')
    const keyFile = join(dir, 'key.json')
    writeFileSync(keyFile, '{"wraps":[]}')
    for (let day = 0; day < 15; day += 1) {
      backUp({ file: join(dir, 'desk.db'), hexKey, folder, at: 1_772_000_000_000 + day * 86_400_000, keyFile })
    }
    const names = readdirSync(folder)
    const copies = names.filter((name) => name.endsWith('.db'))
    expect(names.filter((name) => name.endsWith('.key.json'))).toEqual(
      copies.map((name) => name.replace('.db', '.key.json')),
    )
    expect(copies).toHaveLength(14)
    const beside = join(folder, names.find((name) => name.endsWith('.key.json')) ?? '')
    expect(readFileSync(beside, 'utf8')).toBe('{"wraps":[]}')
    expect(statSync(beside).mode & 0o777).toBe(0o600)
  })

  test('with the wrong key is no copy, and leaves nothing', () => {
    const folder = join(dir, 'backups')
    expect(() => backUp({ file: join(dir, 'desk.db'), hexKey: '00'.repeat(32), folder, at: 1 })).toThrow()
    expect(readdirSync(folder)).toEqual([])
  })

  test('only the newest fourteen are kept', () => {
    const folder = join(dir, 'backups')
    for (let day = 0; day < 16; day += 1) {
      backUp({ file: join(dir, 'desk.db'), hexKey, folder, at: 1_772_000_000_000 + day * 86_400_000 })
    }
    const names = readdirSync(folder).toSorted()
    expect(names).toHaveLength(14)
    expect(names[0]).toContain('2026-02-27')
  })

  test('a flipped bit anywhere is found, never read as data', () => {
    const folder = join(dir, 'backups')
    const { copy } = backUp({ file: join(dir, 'desk.db'), hexKey, folder, at: 5 })
    const bytes = readFileSync(copy)
    for (let at = 64; at < bytes.length; at += Math.floor(bytes.length / 40)) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      writeFileSync(join(dir, 'flipped.db'), flipped)
      let found: string[]
      try {
        found = verifyFile({ file: join(dir, 'flipped.db'), hexKey, logKey }).faults
      } catch (error) {
        found = [String(error)]
      }
      expect(found.length, `bit at ${at}`).toBeGreaterThan(0)
    }
  })
})

describe('the data folder', () => {
  test('has one owner; a second one waits until the first is gone', () => {
    const first = lockFolder(dir)
    expect(first).toBeDefined()
    expect(lockFolder(dir)).toBeUndefined()
    first?.release()
    const second = lockFolder(dir)
    expect(second).toBeDefined()
    second?.release()
  })

  test('is refused on a share and in a folder that a cloud copies', () => {
    expect(isShared('\\\\server\\clinic')).toBe(true)
    expect(isShared('/home/ana/OneDrive - Clinic/desk')).toBe(true)
    expect(isShared('/home/ana/Dropbox/desk')).toBe(true)
    expect(isShared('/home/ana/onedays/desk')).toBe(false)
    const table = 'sysfs /sys sysfs rw\nserver:/x /mnt/share nfs4 rw\n/dev/sda1 / ext4 rw\n'
    expect(mountTypeOf('/mnt/share/desk', table)).toBe('nfs4')
    expect(mountTypeOf('/mnt/shared', table)).toBe('ext4')
  })
})
