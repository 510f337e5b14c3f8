import type { Database } from 'better-sqlite3'
import { up as deviceAndLogs } from './0010-device-and-logs.ts'
import { up as practiceAndPeople } from './0020-practice-and-people.ts'
import { up as treatment } from './0030-treatment.ts'
import { up as money } from './0040-money.ts'
import { up as scheduling } from './0050-scheduling.ts'
import { up as holdsAndServices } from './0060-holds-and-services.ts'

/** One step of the file's history: its number, and what it does inside one transaction. */
export type Migration = readonly [version: number, up: (db: Database) => void]

/** Every step there ever was, oldest first. A step is frozen once it has shipped. */
export const migrations: readonly Migration[] = [
  [10, deviceAndLogs],
  [20, practiceAndPeople],
  [30, treatment],
  [40, money],
  [50, scheduling],
  [60, holdsAndServices],
]
