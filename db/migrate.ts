import type { Database } from 'better-sqlite3'
import { migrations, type Migration } from './migrations/list.ts'

/** The file was written by a newer version of the program; it is left untouched. */
export class DatabaseFromFuture extends Error {
  override readonly name = 'DatabaseFromFuture'
}

/** The number of the newest step this program knows. */
export const newestVersion = migrations.at(-1)?.[0] ?? 0

/** The number of the last step that happened in the file. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Brings the file up to the newest step. Each step and its number are one transaction: it happened, or it did not.
 * Throws DatabaseFromFuture, without touching the file, when the file is ahead of this program.
 */
export function migrate(db: Database, list: readonly Migration[] = migrations): void {
  const at = versionOf(db)
  const newest = list.at(-1)?.[0] ?? 0
  if (at > newest) throw new DatabaseFromFuture(`The file is at ${at}, this program knows ${newest}.`)
  const checksReferences = Number(db.pragma('foreign_keys', { simple: true })) === 1
  // A step that makes a table anew drops it on the way: references are checked as a whole before its commit instead.
  db.pragma('foreign_keys = OFF')
  try {
    for (const [version, up] of list) {
      if (version <= at) continue
      db.transaction(() => {
        up(db)
        if (db.prepare('PRAGMA foreign_key_check').all().length > 0)
          throw new Error(`Step ${version} breaks a reference.`)
        db.pragma(`user_version = ${version}`)
      })()
    }
  } finally {
    if (checksReferences) db.pragma('foreign_keys = ON')
  }
}
