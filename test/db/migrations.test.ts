import { createHash } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { DatabaseFromFuture, migrate, newestVersion, versionOf } from '#db/migrate'
import { migrations } from '#db/migrations/list'
import { groupsOf, mergeGroups, syncedTables } from '#db/merge-groups'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let db: Database

beforeEach(() => {
  db = new BetterSqlite(':memory:')
  db.function('guard_write', { varargs: true }, () => 1)
})

afterEach(() => void db.close())

function at(version: number): void {
  migrate(
    db,
    migrations.filter(([number]) => number <= version),
  )
}

function tables(): string[] {
  const rows = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
  return rows.all().map((row) => row.name)
}

/** What each step is there for: the tables it brings. A step without an entry here is red. */
const brings: Readonly<Record<number, readonly string[]>> = {
  10: [
    'audit_log',
    'change_log',
    'local_chain',
    'local_clock',
    'local_device',
    'local_pin',
    'local_series',
    'local_setting',
    'row_clock',
  ],
  20: ['location', 'opening_hours', 'patient', 'patient_alert', 'practice', 'room', 'staff_member', 'staff_post'],
  30: [
    'adverse_event',
    'appointment',
    'discharge',
    'escort',
    'infusion',
    'plan_diagnosis',
    'protocol',
    'treatment_plan',
    'vitals_reading',
  ],
  50: [
    'absence',
    'booking_override',
    'closure',
    'contact_attempt',
    'readiness_mark',
    'schedule_rule',
    'visit_template',
    'waiting_entry',
    'working_hours',
  ],
  60: ['hold_lift'],
  40: ['draft_line', 'invoice', 'invoice_draft', 'invoice_line', 'ledger_entry', 'payment', 'service', 'service_price'],
}

/** The schema after each step, as sha256 begins. */
const schemaHashes: Readonly<Record<number, string>> = {
  10: '127a1ee8c6f97d0b',
  20: 'c5d79ed7b940d880',
  30: '251307e9a286c629',
  40: '085734fad840d347',
  50: '63ab7c410918c557',
  60: 'a6501a739769bdcf',
}

describe('the steps', () => {
  test('every step is tested', () => {
    expect(Object.keys(brings).map(Number)).toEqual(migrations.map(([version]) => version))
  })

  test.each(migrations.map(([version], index) => [version, migrations[index - 1]?.[0] ?? 0] as const))(
    'step %i brings its tables and its number',
    (version, before) => {
      at(before)
      const known = tables()
      at(version)
      expect(tables().filter((name) => !known.includes(name))).toEqual(brings[version])
      expect(versionOf(db)).toBe(version)
    },
  )

  // A file is trusted by the exact text of its schema: a step that has shipped may not change by a blank.
  test('no step has changed since it was written', () => {
    const frozen = migrations.map(([version]) => {
      at(version)
      const rows = db.prepare<[], { sql: string | null }>('SELECT sql FROM sqlite_master ORDER BY type, name').all()
      const text = rows.map((row) => row.sql ?? '').join('\n')
      return [version, createHash('sha256').update(text).digest('hex').slice(0, 16)]
    })
    expect(Object.fromEntries(frozen)).toEqual(schemaHashes)
  })

  test('a second run changes nothing', () => {
    migrate(db)
    const first = tables()
    migrate(db)
    expect(tables()).toEqual(first)
  })

  test('a step that fails leaves nothing, and not its number', () => {
    at(20)
    const before = tables()
    const failing = (target: Database) => {
      target.exec('CREATE TABLE half (id TEXT) STRICT')
      target.exec('CREATE TABLE half (id TEXT) STRICT')
    }
    expect(() => migrate(db, [...migrations.filter(([version]) => version <= 20), [25, failing]])).toThrow('half')
    expect(tables()).toEqual(before)
    expect(versionOf(db)).toBe(20)
  })

  test('a file from a newer program is left untouched', () => {
    migrate(db)
    db.pragma(`user_version = ${newestVersion + 10}`)
    expect(() => migrate(db)).toThrow(DatabaseFromFuture)
    expect(versionOf(db)).toBe(newestVersion + 10)
  })
})

describe('the tables that will be replicated', () => {
  beforeEach(() => migrate(db))

  test('each column but the id is in exactly one merge group', () => {
    for (const table of syncedTables()) {
      const columns = db
        .prepare<[], { name: string }>(
          `SELECT name FROM pragma_table_info('${table}') WHERE name <> 'id' ORDER BY name`,
        )
        .all()
        .map((row) => row.name)
      const grouped = groupsOf(table)
        .flatMap(([, names]) => names)
        .toSorted()
      expect(grouped, table).toEqual(columns)
    }
  })

  test('nothing that is not a local or a log table is missing from the merge rules', () => {
    const others = tables().filter((name) => !name.startsWith('local_') && !/_log$|^row_clock$|^sqlite_/.test(name))
    expect(others).toEqual(syncedTables().toSorted())
  })

  test('no constraint stands that a merge could break', () => {
    for (const table of syncedTables()) {
      const sql = db.prepare<[string], { sql: string }>('SELECT sql FROM sqlite_master WHERE name = ?').get(table)?.sql
      expect(sql, table).toMatch(/STRICT/)
      expect(sql, table).not.toMatch(/UNIQUE|AUTOINCREMENT|CASCADE|CURRENT_TIMESTAMP|DEFAULT/i)
      const keys = db
        .prepare<[], { on_delete: string }>(`SELECT on_delete FROM pragma_foreign_key_list('${table}')`)
        .all()
      expect(
        keys.every((key) => key.on_delete === 'NO ACTION'),
        table,
      ).toBe(true)
      const references = sql?.match(/REFERENCES/g)?.length ?? 0
      expect(sql?.match(/DEFERRABLE INITIALLY DEFERRED/g)?.length ?? 0, table).toBe(references)
    }
  })

  test('a fact can never be changed, and nothing is ever deleted', () => {
    db.pragma('foreign_keys = OFF')
    for (const table of syncedTables()) {
      const columns = db
        .prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`)
        .all()
      const first = columns.find((column) => column.name !== 'id')?.name ?? ''
      db.pragma('ignore_check_constraints = ON')
      const marks = columns.map(() => '?').join(',')
      db.prepare(`INSERT INTO ${table} VALUES (${marks})`).run(
        ...columns.map((column) => (column.type === 'INTEGER' ? 1 : 'x')),
      )
      expect(() => db.exec(`DELETE FROM ${table}`), table).toThrow('archived, never deleted')
      const update = () => db.exec(`UPDATE ${table} SET ${first} = ${first}`)
      if (mergeGroups[table].isFact) expect(update, table).toThrow('never changed')
      else expect(update, table).not.toThrow()
    }
  })
})
