import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The clock of the PC that the program runs on. It goes on from where it was set; the browser's own stays as it is. */
export class DeskClock {
  readonly file: string
  #ahead: number

  constructor(folder: string, at: number) {
    this.file = join(folder, 'clock')
    this.#ahead = at - Date.now()
    this.#write()
  }

  get now(): number {
    return Date.now() + this.#ahead
  }

  pass(minutes: number): void {
    this.#ahead += minutes * 60_000
    this.#write()
  }

  #write(): void {
    writeFileSync(`${this.file}.new`, String(this.#ahead))
    renameSync(`${this.file}.new`, this.file)
  }
}
