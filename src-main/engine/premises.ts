import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FileProblem, openStore } from '#db/open'
import type { Store } from '#db/open'
import { newestBackup } from '#upkeep/backup'
import { folderProblem } from '#upkeep/folder'
import { lockFolder } from '#upkeep/lock'
import type { FolderLock } from '#upkeep/lock'
import type { UpkeepThread } from '#upkeep/client'
import type { KeyFile } from '#vault/key-file'
import { createKeyFile, hasKeyFile, readKeyFile, updateKeyFile } from '#vault/key-file-disk'
import { deriveKey, toSqlKey } from '#vault/keys'
import { VaultProblem } from '#vault/problem'
import { proveCrypto } from '#vault/self-test'
import { StartProblem } from './start-problem.ts'

const FOUNDING = 'founding'

/** A data folder: its lock, its key file, and the store once somebody's password has opened it. */
export class Premises {
  readonly dir: string
  readonly #lock: FolderLock
  readonly #now: () => number
  readonly #upkeep: UpkeepThread
  #keyFile: KeyFile | undefined
  #open: { store: Store; dataKey: Buffer } | undefined
  #opening: Promise<Store> | undefined
  #isFounding = false

  private constructor(
    dir: string,
    lock: FolderLock,
    keyFile: KeyFile | undefined,
    now: () => number,
    upkeep: UpkeepThread,
  ) {
    this.dir = dir
    this.#lock = lock
    this.#keyFile = keyFile
    this.#now = now
    this.#upkeep = upkeep
  }

  /** Takes the folder. Throws StartProblem when it cannot or must not be used. */
  static async enter(dir: string, now: () => number, upkeep: UpkeepThread): Promise<Premises> {
    await checkCrypto()
    const problem = folderProblem(dir)
    if (problem !== undefined) throw new StartProblem(problem)
    const lock = lockFolder(dir)
    if (lock === undefined) throw new StartProblem('file.second-start')
    try {
      finishFounding(dir)
      return new Premises(dir, lock, await keyFileIn(dir), now, upkeep)
    } catch (error) {
      lock.release()
      throw error
    }
  }

  get file(): string {
    return join(this.dir, 'desk.db')
  }

  get backupFolder(): string {
    return join(this.dir, 'backups')
  }

  /** The wraps of the data key; undefined until a practice is founded. */
  get keyFile(): KeyFile | undefined {
    return this.#keyFile
  }

  /** The open file; undefined until a password opened it. */
  get store(): Store | undefined {
    return this.#open?.store
  }

  /** The key of the open file; undefined until a password opened it. */
  get dataKey(): Buffer | undefined {
    return this.#open?.dataKey
  }

  /**
   * Changes the key file; the one before is kept beside it, unless it must be forgotten: the old wrap of a person who
   * left would still open the file.
   */
  async changeKeyFile(
    change: (keyFile: KeyFile) => Promise<KeyFile> | KeyFile,
    options: { forgetPrevious?: boolean } = {},
  ): Promise<void> {
    this.#keyFile = await updateKeyFile(this.dir, change, options)
  }

  /** Opens the file with its key. Throws FileProblem when it must not be opened. */
  async open(dataKey: Buffer): Promise<Store> {
    if (this.#open !== undefined) return this.#open.store
    if (!existsSync(this.file)) throw new FileProblem('file.damaged', 'The data file is missing.')
    // Whoever asks while it is being opened gets the same store.
    this.#opening ??= this.#openIn(this.dir, dataKey, { mustExist: true })
    try {
      const store = await this.#opening
      this.#open ??= { store, dataKey }
      return store
    } finally {
      this.#opening = undefined
    }
  }

  /** Runs a founding; a second one at the same time is refused with the answer of `refuse`. */
  async foundOnce<T>(work: () => Promise<T>, refuse: () => Error): Promise<T> {
    if (this.#isFounding) throw refuse()
    this.#isFounding = true
    try {
      return await work()
    } finally {
      this.#isFounding = false
    }
  }

  /**
   * Founds the practice: file and key file come to be in a side folder and move in together once both are whole, so an
   * interrupted founding leaves either nothing or everything.
   */
  async found(keyFile: KeyFile, dataKey: Buffer, fill: (store: Store) => Promise<void>): Promise<Store> {
    const side = join(this.dir, FOUNDING)
    rmSync(side, { recursive: true, force: true })
    mkdirSync(side, { recursive: true, mode: 0o700 })
    const store = await this.#openIn(side, dataKey, { mustExist: false })
    try {
      await fill(store)
    } finally {
      await store.close()
    }
    await createKeyFile(side, keyFile)
    finishFounding(this.dir)
    this.#keyFile = keyFile
    return this.open(dataKey)
  }

  /** Copies the file and proves the copy, off this thread. */
  async backUp(): Promise<{ verifiedAt: number; patients: number; invoices: number }> {
    if (this.#open === undefined) throw new Error('There is no open file to copy.')
    const counts = await this.#copy(toSqlKey(this.#open.dataKey))
    return { verifiedAt: this.#now(), patients: counts.patients, invoices: counts.invoices }
  }

  /** When the newest proved copy was made; undefined when there is none. */
  lastVerifiedAt(): number | undefined {
    return newestBackup(this.backupFolder)
  }

  /** Re-derives every row and walks both chains, off this thread. */
  async verify(): Promise<{ rows: number; entries: number; faults: string[] }> {
    if (this.#open === undefined) throw new Error('There is no open file to verify.')
    const { dataKey } = this.#open
    const logKeyHex = deriveKey(dataKey, 'change-log').toString('hex')
    return this.#upkeep.verify({ file: this.file, hexKey: toSqlKey(dataKey), logKeyHex })
  }

  /** Closes the file and lets the folder go. */
  async leave(): Promise<void> {
    await this.#open?.store.close()
    this.#open?.dataKey.fill(0)
    this.#open = undefined
    this.#lock.release()
  }

  async #openIn(dir: string, dataKey: Buffer, { mustExist }: { mustExist: boolean }): Promise<Store> {
    const hexKey = toSqlKey(dataKey)
    return openStore({
      file: join(dir, 'desk.db'),
      hexKey,
      logKey: deriveKey(dataKey, 'change-log'),
      now: this.#now,
      mustExist,
      beforeMigration: async () => void (await this.#copy(hexKey)),
    })
  }

  #copy(hexKey: string): Promise<{ patients: number; invoices: number }> {
    const keyFile = join(this.dir, 'key.json')
    return this.#upkeep.backUp({ file: this.file, hexKey, folder: this.backupFolder, at: this.#now(), keyFile })
  }
}

function finishFounding(dir: string): void {
  const side = join(dir, FOUNDING)
  if (!existsSync(side)) return
  if (existsSync(join(side, 'key.json'))) {
    if (existsSync(join(side, 'desk.db'))) renameSync(join(side, 'desk.db'), join(dir, 'desk.db'))
    renameSync(join(side, 'key.json'), join(dir, 'key.json'))
  }
  rmSync(side, { recursive: true, force: true })
}

/** A key that is made or opened by ciphers that are not the right ones would be lost. */
async function checkCrypto(): Promise<void> {
  try {
    await proveCrypto()
  } catch (error) {
    if (error instanceof VaultProblem) throw new StartProblem('file.crypto-unsound')
    throw error
  }
}

async function keyFileIn(dir: string): Promise<KeyFile | undefined> {
  const hasFile = existsSync(join(dir, 'desk.db'))
  const hasKey = await hasKeyFile(dir)
  if (!hasKey && hasFile) throw new StartProblem('file.key-missing')
  if (!hasKey) return undefined
  try {
    return await readKeyFile(dir)
  } catch (error) {
    if (error instanceof VaultProblem) {
      throw new StartProblem(error.code === 'key-file.newer' ? 'file.key-newer' : 'file.key-damaged')
    }
    throw error
  }
}
