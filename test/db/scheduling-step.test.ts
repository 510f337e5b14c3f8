import BetterSqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { migrate } from '#db/migrate'
import { migrations } from '#db/migrations/list'
import { expect, test } from 'vitest'

/** A file as the step before left it, with one appointment and what hangs on it. */
function fileAt40(): Database {
  const db = new BetterSqlite(':memory:')
  db.pragma('foreign_keys = ON')
  db.function('guard_write', { varargs: true }, () => 1)
  migrate(
    db,
    migrations.filter(([version]) => version <= 40),
  )
  db.pragma('foreign_keys = OFF')
  db.exec(`
INSERT INTO appointment VALUES ('a', 'p', NULL, 'infusion', 'l', 'r', 's', 'n', '2026-03-10', 600, 110, 'arrived', 7, '',
  'Likes the window', NULL, NULL);
INSERT INTO escort VALUES ('e', 'a', 'Omar', 'husband', '', NULL, NULL, NULL);`)
  return db
}

function provideReferences(db: Database): void {
  db.exec(`
INSERT INTO location VALUES ('l', 'SM', 'Santa Monica', '', '', '', '', '', '', 'America/Los_Angeles', NULL, NULL);
INSERT INTO room VALUES ('r', 'l', 'Chair 1', 0, NULL, NULL);
INSERT INTO staff_member VALUES ('s', 'Dr. Ito', 'ito', 'MD', '', NULL, NULL), ('n', 'Ana', 'ana', 'RN', '', NULL, NULL);
INSERT INTO patient VALUES ('p', '1', 'Ruth', 'Alvarado', '', '1980-01-01', '', '', '', '', '', '', '', 'en', 'l', '',
  NULL, NULL);`)
  db.pragma('foreign_keys = ON')
}

test('the scheduling step keeps every appointment, without blocks, and lets it be roomed', () => {
  const db = fileAt40()
  provideReferences(db)
  migrate(db)
  expect(db.prepare('SELECT * FROM appointment').all()).toEqual([
    {
      id: 'a',
      patient_id: 'p',
      plan_id: null,
      kind: 'infusion',
      location_id: 'l',
      room_id: 'r',
      provider_id: 's',
      nurse_id: 'n',
      day: '2026-03-10',
      start_minute: 600,
      minutes: 110,
      check_in_minutes: null,
      iv_minutes: null,
      recovery_minutes: null,
      turnover_minutes: null,
      status: 'arrived',
      status_since: 7,
      status_reason: '',
      notes: 'Likes the window',
      archived_at: null,
      archive_reason: null,
    },
  ])
  db.exec(`UPDATE appointment SET status = 'roomed'; UPDATE appointment SET status = 'late_cancelled'`)
  expect(() => db.exec(`UPDATE appointment SET status = 'lost'`)).toThrow('CHECK')
  expect(() => db.exec(`INSERT INTO escort VALUES ('f', 'nobody', '', '', '', NULL, NULL, NULL, NULL)`)).toThrow(
    'FOREIGN KEY',
  )
  expect(db.prepare('SELECT appointment_id, expected_at FROM escort').all()).toEqual([
    { appointment_id: 'a', expected_at: null },
  ])
})

test('a step that would break a reference does not happen, and references are checked again after it', () => {
  const db = fileAt40()
  db.pragma('foreign_keys = ON')
  expect(() => migrate(db)).toThrow('Step 50 breaks a reference')
  expect(db.pragma('user_version', { simple: true })).toBe(40)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})
