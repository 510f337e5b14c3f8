import { randomInt } from 'node:crypto'

/** Writes one line of the program's own log. */
export type WriteLog = (line: string) => void

/**
 * Logs a bug whole, with a number that the person can read out, and answers with that number. The stack names places in
 * the program, never values: nothing of a patient reaches the log.
 */
export function logBug(write: WriteLog, where: string, error: unknown, now: number): string {
  const number = String(randomInt(100_000, 1_000_000))
  const stack = error instanceof Error ? (error.stack ?? error.message) : typeof error
  write(`${new Date(now).toISOString()} bug ${number} in ${where}: ${stack}`)
  return number
}
