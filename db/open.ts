import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { connect } from './connect.ts'
import { LogAppender } from './change-log.ts'
import { migrate, newestVersion, versionOf } from './migrate.ts'
import { beginDevice, countBoot } from './device.ts'
import type { Schema } from './schema-local.ts'
import { trustSchema } from './trust.ts'
import { loggedWrites } from './logged-writes.ts'
import type { Author, Reader, Writer } from './writer.ts'

export type { Author, Reader, Writer } from './writer.ts'
export { FileProblem } from './connect.ts'
export { newId } from './ids.ts'

/** The open file: looks through `read`, touches through `write`. */
export type Store = {
  /** Sees what was last committed; cannot write. Throws inside a write: use its `tx` there. */
  readonly read: Reader
  /**
   * Runs the work in one immediate transaction and commits when it resolves; a throw rolls everything back. One at a
   * time. Inside, await nothing but the database.
   */
  write<T>(author: Author, work: (tx: Writer) => Promise<T>): Promise<T>
  /** When something was last committed here, epoch milliseconds; undefined before the first commit of this start. */
  lastSavedAt(): number | undefined
  /** Folds the log into the file and closes it. */
  close(): Promise<void>
}

/** What opening needs: the file, its key (64 hex digits), the key of the log chains, a clock, and what to do first. */
export type OpenOptions = {
  readonly file: string
  readonly hexKey: string
  readonly logKey: Buffer
  readonly now: () => number
  /** The file has been there before: an empty one is a damaged one, not a new one. */
  readonly mustExist?: boolean
  /** Runs before a pending step touches a file that is not new: makes and proves a copy. */
  readonly beforeMigration?: () => Promise<void>
}

/** Opens the file, brings it up to date and counts the start. Throws FileProblem when it must not be opened. */
export async function openStore(options: OpenOptions): Promise<Store> {
  const db = connect(options.file, options.hexKey, { readonly: false, mustExist: options.mustExist === true })
  try {
    const at = versionOf(db)
    if (at > 0 && at < newestVersion) await options.beforeMigration?.()
    migrate(db)
    trustSchema(db)
    if (at === 0) beginDevice(db, options.now())
    countBoot(db)
    return storeOver(db, options)
  } catch (error) {
    db.close()
    throw error
  }
}

const inside = new AsyncLocalStorage<true>()

function storeOver(db: Database, options: OpenOptions): Store {
  const reading = connect(options.file, options.hexKey, { readonly: true })
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reading }) })
  const write = new Kysely<Schema>({ dialect: new SqliteDialect({ database: db }) })
  const guard = { isOpen: false }
  db.function('guard_write', { varargs: false }, (table: unknown) => {
    if (!guard.isOpen) throw new Error(`A write to ${String(table)} went round the Writer.`)
    return 1
  })
  let queue: Promise<unknown> = Promise.resolve()
  let savedAt: number | undefined

  async function transaction<T>(author: Author, work: (tx: Writer) => Promise<T>): Promise<T> {
    db.exec('BEGIN IMMEDIATE')
    const span = { isOver: false }
    try {
      const log = new LogAppender(db, options.logKey, options.now, author)
      const tx = writerOver(write, loggedWrites(db, log, guard, span, options.now))
      const result = await inside.run(true, () => work(tx))
      guard.isOpen = true
      log.settle()
      db.exec('COMMIT')
      savedAt = options.now()
      return result
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    } finally {
      span.isOver = true
      guard.isOpen = false
    }
  }

  return {
    get read() {
      if (inside.getStore()) throw new Error('inside write(): use tx, not store.read')
      // ReadonlyKysely is Kysely's own narrower view of the same object.
      return read as unknown as Reader
    },
    write(author, work) {
      if (inside.getStore()) throw new Error('write() inside write()')
      const turn = queue.then(() => transaction(author, work))
      queue = turn.catch(() => undefined)
      return turn
    },
    lastSavedAt: () => savedAt,
    async close() {
      await queue
      await read.destroy()
      db.pragma('wal_checkpoint(TRUNCATE)')
      await write.destroy()
      // Kysely closes only what it has used, and a file that stays open can be neither moved nor thrown away on Windows.
      if (reading.open) reading.close()
      if (db.open) db.close()
    },
  }
}

/** The looks of Kysely and the logged writes as one object; Kysely's own writes are out of reach. */
function writerOver(kysely: Kysely<Schema>, writes: object): Writer {
  const looks = new Set<PropertyKey>(['selectFrom', 'selectNoFrom', 'with', 'withRecursive', 'fn', 'dynamic', 'case'])
  const tx = new Proxy(kysely, {
    get(target, name) {
      if (Object.hasOwn(writes, name)) return Reflect.get(writes, name)
      if (name === 'then') return undefined
      if (!looks.has(name)) throw new Error(`A Writer has no ${String(name)}: use insert, change or archive.`)
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  // The proxy is exactly the two halves that Writer names.
  return tx as unknown as Writer
}
