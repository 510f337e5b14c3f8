import BetterSqlite from 'better-sqlite3'
import { join } from 'node:path'

/** A held lock on a data folder; the system lets go of it when the process ends, however it ends. */
export type FolderLock = { release(): void }

/**
 * Takes the one lock of a data folder; undefined when another process holds it. The lock is an exclusive transaction on
 * a small file, so a killed process never leaves a stale one behind.
 */
export function lockFolder(dir: string): FolderLock | undefined {
  const db = new BetterSqlite(join(dir, 'desk.lock'), { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
  return { release: () => void db.close() }
}
