import { randomUUID } from 'node:crypto'
import { type FSWatcher, mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type SecondStart = { argv: string[]; cwd: string; data: unknown }

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}

/**
 * One owner for each userData folder. A later process hands over its arguments and is told no; a lock whose owner was
 * killed is taken over. Source: electron docs "app.requestSingleInstanceLock" and chrome process_singleton_posix.cc.
 */
export class SingleInstance {
  private lock: string | undefined
  private watcher: FSWatcher | undefined

  isHeld(): boolean {
    return this.lock !== undefined
  }

  request(folder: string, data: unknown, onSecond: (start: SecondStart) => void): boolean {
    if (this.lock !== undefined) return true
    mkdirSync(folder, { recursive: true })
    const lock = join(folder, 'double-singleton')
    const mailbox = join(folder, 'double-second-start')
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(lock, String(process.pid), { flag: 'wx' })
        this.lock = lock
        this._listen(mailbox, onSecond)
        return true
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
      if (isAlive(Number(readFileSync(lock, 'utf8')))) {
        const letter = join(mailbox, randomUUID())
        writeFileSync(`${letter}.tmp`, JSON.stringify({ argv: process.argv, cwd: process.cwd(), data }))
        renameSync(`${letter}.tmp`, letter)
        return false
      }
      rmSync(lock, { force: true })
    }
    return false
  }

  release(): void {
    if (this.lock === undefined) return
    rmSync(this.lock, { force: true })
    this.watcher?.close()
    this.lock = undefined
  }

  private _listen(mailbox: string, onSecond: (start: SecondStart) => void): void {
    rmSync(mailbox, { recursive: true, force: true })
    mkdirSync(mailbox)
    this.watcher = watch(mailbox, (_kind, name) => {
      if (name === null || name.endsWith('.tmp')) return
      try {
        const letter = join(mailbox, name)
        const start = JSON.parse(readFileSync(letter, 'utf8')) as SecondStart
        rmSync(letter)
        onSecond(start)
      } catch {
        // The watcher also reports the removal of a letter that was read.
      }
    })
    this.watcher.unref()
  }
}
