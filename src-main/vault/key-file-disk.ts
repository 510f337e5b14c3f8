import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type KeyFile, parseKeyFile, printKeyFile } from './key-file.ts'
import { VaultProblem } from './problem.ts'

/** The name of the key file, beside the database; it goes into every backup set. */
export const keyFileName = 'key.json'

/** The key file before the last change, kept for a person to fall back on; the program never does so by itself. */
export const previousKeyFileName = 'key.previous.json'

/** The one step that makes a new file count; a test can make it fail. */
export type Rename = (from: string, to: string) => Promise<void>

/** How a change is written. */
export type WriteOptions = {
  /** The previous file gets the new content too: for a person who left, whose old wrap would still open it. */
  readonly forgetPrevious?: boolean
  readonly rename?: Rename
}

/** The key file of a data folder. Throws VaultProblem 'key-file.missing', 'key-file.damaged' or 'key-file.newer'. */
export async function readKeyFile(dir: string, name: string = keyFileName): Promise<KeyFile> {
  return parseKeyFile(await readText(join(dir, name)))
}

/** Whether the folder has a key file, readable or not. */
export function hasKeyFile(dir: string): Promise<boolean> {
  return exists(join(dir, keyFileName))
}

/**
 * Writes the first key file of a folder. Throws VaultProblem 'key-file.exists' when there is one, or a previous one whose
 * successor went missing: replacing either could lose the only way into the data.
 */
export function createKeyFile(dir: string, keyFile: KeyFile, options: WriteOptions = {}): Promise<void> {
  return inTurn(dir, async () => {
    if ((await hasKeyFile(dir)) || (await exists(join(dir, previousKeyFileName)))) {
      throw new VaultProblem('key-file.exists', 'The folder already has a key file.')
    }
    await replace(dir, keyFileName, printKeyFile(keyFile), options.rename ?? rename)
  })
}

/**
 * Reads the key file, lets `change` make the next one, and writes that, keeping the previous; changes of one folder wait
 * for each other, so none is lost. A file that cannot be read, or is newer, is left untouched.
 */
export function updateKeyFile(
  dir: string,
  change: (keyFile: KeyFile) => Promise<KeyFile> | KeyFile,
  options: WriteOptions = {},
): Promise<KeyFile> {
  return inTurn(dir, async () => {
    const before = await readText(join(dir, keyFileName))
    const current = parseKeyFile(before)
    const next = await change(current)
    if (next.databaseId !== current.databaseId || next.keyCheck !== current.keyCheck) {
      throw new Error('A change of the key file may not change whose key it is.')
    }
    const text = printKeyFile(next)
    const move = options.rename ?? rename
    await replace(dir, previousKeyFileName, before, move)
    await replace(dir, keyFileName, text, move)
    if (options.forgetPrevious === true) await replace(dir, previousKeyFileName, text, move)
    return next
  })
}

const turns = new Map<string, Promise<unknown>>()

function inTurn<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const key = resolve(dir)
  const before = turns.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(key, mine)
  const leave = () => {
    if (turns.get(key) === mine) turns.delete(key)
  }
  mine.then(leave, leave)
  return mine
}

/** At every moment the name holds either the whole old content or the whole new one, also after a power cut. */
async function replace(dir: string, name: string, text: string, move: Rename): Promise<void> {
  const temporary = join(dir, `${name}.tmp`)
  await rm(temporary, { force: true })
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await move(temporary, join(dir, name))
  await syncFolder(dir)
}

async function syncFolder(dir: string): Promise<void> {
  // Windows cannot open a folder as a file; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) throw new VaultProblem('key-file.missing', 'The key file is missing.')
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
