import BetterSqlite, { type Database } from 'better-sqlite3'
import { DatabaseFromFuture, newestVersion, versionOf } from './migrate.ts'

/** Marks a file as ours: "InfD" in the header's application id. */
export const applicationId = 0x496e6644

/** Why a file could not be opened, as a fault code. */
export type FileProblemCode = 'file.damaged' | 'file.in-use' | 'file.not-ours' | 'file.newer'

/** The file cannot be opened; it was left untouched. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  readonly code: FileProblemCode

  constructor(code: FileProblemCode, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Opens the encrypted file with its key (64 hex digits) and proves that it is ours, undamaged at its front, and not
 * newer than this program. Throws FileProblem otherwise. Nothing is written unless the file is new; with `mustExist` an
 * empty one is damaged instead.
 */
export function connect(
  file: string,
  hexKey: string,
  options: { readonly readonly: boolean; readonly mustExist?: boolean },
): Database {
  const db = reach(file, options.readonly)
  try {
    db.pragma(`cipher='sqlcipher'`)
    db.pragma(`key="x'${hexKey}'"`)
    const isEmpty = isEmptyFile(db)
    if (isEmpty && options.mustExist === true) throw new FileProblem('file.damaged', 'The data file is empty.')
    const isNew = isEmpty && !options.readonly
    if (isNew) db.pragma(`application_id = ${applicationId}`)
    proveOurs(db)
    harden(db, options.readonly)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function reach(file: string, isReadonly: boolean): Database {
  try {
    return new BetterSqlite(file, { readonly: isReadonly })
  } catch (error) {
    throw problemOf(error)
  }
}

/** Whether the file is empty; throws when it cannot be decrypted or is not a database. */
function isEmptyFile(db: Database): boolean {
  try {
    return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_master').get()?.n === 0
  } catch (error) {
    throw problemOf(error)
  }
}

/** Only what is no database, or a broken one, is damaged; a file that another program holds is whole. */
function problemOf(error: unknown): FileProblem {
  const code = error instanceof BetterSqlite.SqliteError ? error.code : ''
  const isDamaged = /^SQLITE_(NOTADB|CORRUPT)/.test(code)
  return new FileProblem(isDamaged ? 'file.damaged' : 'file.in-use', `The file cannot be read: ${String(error)}`)
}

function proveOurs(db: Database): void {
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId) {
    throw new FileProblem('file.not-ours', 'The file belongs to another program.')
  }
  const version = versionOf(db)
  if (version > newestVersion) {
    const ahead = new DatabaseFromFuture(`The file is at ${version}, this program knows ${newestVersion}.`)
    throw new FileProblem('file.newer', ahead.message)
  }
}

function harden(db: Database, isReadonly: boolean): void {
  if (!isReadonly) {
    const mode = db.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal') throw new Error(`The journal mode is ${String(mode)}, not wal.`)
    db.pragma('synchronous = FULL')
    db.pragma('fullfsync = ON')
    db.pragma('foreign_keys = ON')
    db.pragma('wal_autocheckpoint = 1000')
  }
  // With the default, a large sort would spill decrypted rows to disk.
  db.pragma('temp_store = MEMORY')
  db.pragma('cell_size_check = ON')
  // Off until the schema in the file has been compared with what our steps make; see trustSchema.
  db.pragma('trusted_schema = OFF')
  db.pragma('busy_timeout = 5000')
  db.pragma('cache_size = -65536')
  if (isReadonly) db.pragma('query_only = ON')
}
