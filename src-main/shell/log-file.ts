import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const fullAt = 1024 * 1024

/**
 * Writes the program's own log beside the data, one line a call, and keeps the one before when it is full. A log that
 * cannot be written must not stop the clinic, so its line goes to the error stream instead.
 */
export function logTo(folder: string): (line: string) => void {
  const file = join(folder, 'infusion-desk.log')
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(file) > fullAt) renameSync(file, `${file}.previous`)
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch {
      process.stderr.write(`${line}\n`)
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
