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
  for (const [version, up] of list) {
    if (version <= at) continue
    db.transaction(() => {
      up(db)
      db.pragma(`user_version = ${version}`)
    })()
  }
}
