import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store, type Writer } from '#db/open'
import { syncedTables } from '#db/merge-groups'
import { connect } from '#db/connect'
import { deriveAll } from '#db/derive'
import { verifyChains } from '#db/verify-chain'
import { newId } from '#db/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const hexKey = '5a'.repeat(32)
const logKey = Buffer.alloc(32, 7)
const author = { actor: 'ana', location: null }
let dir: string
let store: Store
let clock = 1_772_000_000_000

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'store-'))
  store = await openStore({ file: join(dir, 'desk.db'), hexKey, logKey, now: () => clock++ })
})

afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

function room(name: string) {
  return { id: newId(clock), location_id: 'none', name, position: 1 }
}

describe('the store', () => {
  test('holds no file once it is closed, also when nothing was ever read', async () => {
    const side = mkdtempSync(join(tmpdir(), 'closed-'))
    const other = await openStore({ file: join(side, 'desk.db'), hexKey, logKey, now: () => clock++ })
    await other.write(author, async (tx) => tx.note({ action: 'opened' }))
    await other.close()
    // A connection that is still there would keep the write-ahead log and hold off an exclusive lock.
    expect(readdirSync(side)).toEqual(['desk.db'])
    const alone = connect(join(side, 'desk.db'), hexKey, { readonly: false })
    alone.pragma('locking_mode = EXCLUSIVE')
    expect(() => alone.exec('BEGIN EXCLUSIVE; COMMIT')).not.toThrow()
    alone.close()
    rmSync(side, { recursive: true })
  })

  test('takes nothing from a write that is over', async () => {
    let kept: Writer | undefined
    await store.write(author, async (tx) => {
      kept = tx
    })
    expect(() => kept?.note({ action: 'late' })).toThrow('This write is over')
    expect(() => kept?.insert('room', room('Late'))).toThrow('This write is over')
    expect(() => kept?.nextOf('late')).toThrow('This write is over')
    await store.write(author, async (tx) => tx.note({ action: 'in time' }))
  })

  test('a saved room is there, logged and clocked', async () => {
    const loc = {
      id: newId(clock),
      code: 'SM',
      name: 'Santa Monica',
      street: '',
      street2: '',
      city: '',
      state: '',
      postal_code: '',
      phone: '',
      zone: 'America/Los_Angeles',
    }
    const chair = { ...room('Chair 1'), location_id: loc.id }
    await store.write(author, async (tx) => {
      tx.insert('location', loc)
      tx.insert('room', chair)
      expect(await tx.selectFrom('room').selectAll().execute()).toHaveLength(1)
    })
    await store.write(author, async (tx) => tx.change('room', chair.id, { name: 'Chair One' }, 'renamed'))
    expect(await store.read.selectFrom('room').select('name').execute()).toEqual([{ name: 'Chair One' }])
    const log = await store.read.selectFrom('change_log').select(['seq', 'table_name', 'op', 'reason']).execute()
    expect(log.map((e) => [e.seq, e.table_name])).toEqual([
      [1, 'location'],
      [2, 'room'],
      [3, 'room'],
    ])
    expect(JSON.parse(log[2]?.op ?? '')).toEqual({
      name: { before: { name: 'Chair 1' }, after: { name: 'Chair One' } },
    })
    const db = connect(join(dir, 'desk.db'), hexKey, { readonly: true })
    expect(deriveAll(db)).toEqual({ rows: 2, faults: [] })
    expect(verifyChains(db, logKey)).toEqual({ entries: 3, faults: [] })
    db.close()
  })

  test('a refused write leaves nothing, not even in the log', async () => {
    await expect(
      store.write(author, async (tx) => {
        tx.insert('room', room('Chair 1'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await store.read.selectFrom('room').selectAll().execute()).toEqual([])
    expect(await store.read.selectFrom('change_log').selectAll().execute()).toEqual([])
  })

  test('a foreign key that points nowhere is refused at the end', async () => {
    await expect(store.write(author, async (tx) => tx.insert('room', room('x')))).rejects.toThrow('FOREIGN KEY')
  })

  test.each(syncedTables())('a write to %s that goes round the Writer fails', (table) => {
    const db = connect(join(dir, 'desk.db'), hexKey, { readonly: false })
    const columns = db
      .prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`)
      .all()
    const values = columns.map((c) => (c.type === 'INTEGER' ? 1 : 'x'))
    const insert = `INSERT INTO ${table} VALUES (${columns.map(() => '?').join(',')})`
    expect(() => db.prepare(insert).run(...values)).toThrow(/guard_write/)
    db.pragma('trusted_schema = ON')
    expect(() => db.prepare(insert).run(...values)).toThrow(/guard_write/)
    db.close()
  })

  test('reading inside a write is a mistake that is caught', async () => {
    await expect(store.write(author, async () => void store.read)).rejects.toThrow('inside write()')
  })

  test('no text of a patient stands in any file, and the file is nothing without its key', async () => {
    const loc = newId(clock)
    await store.write(author, async (tx) => {
      tx.insert('location', {
        id: loc,
        code: 'SM',
        name: 'MARKER-LOCATION',
        street: '',
        street2: '',
        city: '',
        state: '',
        postal_code: '',
        phone: '',
        zone: '',
      })
    })
    for (const file of readdirSync(dir)) expect(readFileSync(join(dir, file)).includes('MARKER'), file).toBe(false)
    expect(() => connect(join(dir, 'desk.db'), '00'.repeat(32), { readonly: true })).toThrow('cannot be read')
  })
})
