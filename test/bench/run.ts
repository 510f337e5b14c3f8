import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { tableOf } from './measure.ts'
import { paintRows } from './paint.ts'
import { scheduleRows } from './schedule.ts'

// `npm run bench` prints a table, with `-- --json` a line a row; either way the lines are kept with commit and machine.
const isForMachines = process.argv.includes('--json')
const rows = [...(await scheduleRows(100)), ...(await paintRows(15))]
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const machine = `${cpus().length}x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`
const lines = rows.map((row) => JSON.stringify({ at: new Date().toISOString(), commit, machine, ...row })).join('\n')
const history = join(import.meta.dirname, 'history')
mkdirSync(history, { recursive: true })
appendFileSync(join(history, 'schedule.jsonl'), `${lines}\n`)
process.stdout.write(isForMachines ? `${lines}\n` : `${tableOf(rows)}\n`)
