import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { chainStart } from './chain.ts'
import { clockText, clockZero } from './clock.ts'
import { newId } from './ids.ts'

/** Gives a new file the identity of this PC and the starts of its clock and chains. */
export function beginDevice(db: Database, now: number): void {
  db.transaction(() => {
    db.prepare('INSERT INTO local_device VALUES (?, 1, 0, 1, ?)').run(shortId(), 'PC 1')
    db.prepare('INSERT INTO local_clock VALUES (1, ?)').run(clockText(clockZero, ''))
    const chain = db.prepare('INSERT INTO local_chain VALUES (?, 0, ?)')
    chain.run('change', chainStart)
    chain.run('audit', chainStart)
    db.prepare('INSERT INTO local_setting VALUES (?, ?)').run('database-id', newId(now))
  })()
}

/** Counts one more start of this PC. */
export function countBoot(db: Database): void {
  db.prepare('UPDATE local_device SET boot_count = boot_count + 1').run()
}

/** Ten hex digits: enough that no two PCs of a practice meet, short enough for every log entry. */
function shortId(): string {
  return randomBytes(5).toString('hex')
}
