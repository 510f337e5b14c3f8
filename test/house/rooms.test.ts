import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** One bad import for every rule of the room table: where it is planted, and what it opens. */
const planted: readonly (readonly [file: string, opens: string])[] = [
  ['src-main/domain/bad.ts', '#contract/house'],
  ['src-main/domain/bad.ts', 'node:fs'],
  ['src-main/domain/bad.ts', 'zod'],
  ['src-main/domain/bad.ts', 'kysely'],
  ['src-main/domain/bad.ts', 'react'],
  ['src-main/domain/bad.ts', '../services/desk.ts'],
  ['src-main/contract/bad.ts', '#services/desk'],
  ['src-main/contract/bad.ts', '#db/open'],
  ['src-main/contract/bad.ts', 'node:crypto'],
  ['src-main/contract/bad.ts', 'electron'],
  ['src-main/documents/bad.ts', '#services/desk'],
  ['src-main/documents/bad.ts', '#db/open'],
  ['src-main/documents/bad.ts', 'node:fs'],
  ['src-main/documents/worker/bad.ts', '#db/open'],
  ['src-main/documents/worker/bad.ts', 'electron'],
  ['src-main/vault/bad.ts', '#db/open'],
  ['src-main/vault/bad.ts', '#contract/house'],
  ['src-main/vault/bad.ts', 'better-sqlite3'],
  ['src-main/services/bad.ts', 'node:fs'],
  ['src-main/services/bad.ts', 'kysely'],
  ['src-main/services/bad.ts', 'electron'],
  ['src-main/services/bad.ts', '#db/connect'],
  ['src-main/services/bad.ts', '#engine'],
  ['src-main/services/bad.ts', '../engine.ts'],
  ['src-main/sample/bad.ts', '#services/desk'],
  ['src-main/sample/bad.ts', '#db/open'],
  ['src-main/sample/bad.ts', 'node:fs'],
  ['src-main/upkeep/bad.ts', '#services/desk'],
  ['src-main/upkeep/bad.ts', 'electron'],
  ['src-main/upkeep/bad.ts', 'kysely'],
  ['src-main/sync/bad.ts', '#contract/house'],
  ['src-main/engine/bad.ts', '#db/connect'],
  ['src-main/engine/bad.ts', '#db/queries/versions'],
  ['src-main/engine/bad.ts', 'electron'],
  ['src-main/engine/bad.ts', 'kysely'],
  ['src-main/engine/bad.ts', 'better-sqlite3'],
  ['src-main/shell-electron/bad.ts', '#services/desk'],
  ['src-main/shell-electron/bad.ts', '#db/open'],
  ['src-main/shell-electron/bad.ts', 'better-sqlite3'],
  ['src-main/shell-browser/bad.ts', 'electron'],
  ['src-main/shell-browser/bad.ts', '#services/desk'],
  ['src-main/shell-browser/bad.ts', '../shell-electron/main.ts'],
  ['src-main/shell/bad.ts', '#db/open'],
  ['src-main/shell/bad.ts', 'electron'],
  ['src-main/start/bad.ts', '#engine'],
  ['src-main/start/bad.ts', 'kysely'],
  ['src-renderer/bad.tsx', '#contract/house'],
  ['src-renderer/bad.tsx', 'node:fs'],
  ['src-renderer/api/bad.ts', '#ui/button'],
  ['src-renderer/api/bad.ts', '#services/desk'],
  ['src-renderer/ui/bad.tsx', '#api/hooks'],
  ['src-renderer/ui/bad.tsx', 'zod'],
  ['src-renderer/words/bad.ts', '#domain/dates'],
  ['src-renderer/words/bad.ts', 'react'],
  ['src-renderer/patients/bad.tsx', '#db/queries/patients'],
  ['src-renderer/patients/bad.tsx', '../billing/billing-screen.tsx'],
  ['src-renderer/schedule/bad.tsx', '../patients/patients-screen.tsx'],
  ['src-renderer/treatment/bad.tsx', '@tanstack/react-query'],
  ['src-renderer/billing/bad.tsx', 'electron'],
  ['src-renderer/settings/bad.tsx', 'kysely'],
  ['src-renderer/drug-log/bad.tsx', '#services/desk'],
  ['src-renderer/reports/bad.tsx', '../billing/billing-screen.tsx'],
  ['src-renderer/desk/bad.tsx', '#engine'],
  ['db/bad.ts', '#services/desk'],
  ['db/bad.ts', 'react'],
  ['db/queries/bad.ts', '#contract/house'],
  ['db/queries/bad.ts', 'electron'],
  ['db/migrations/bad.ts', '#db/ids'],
  ['db/migrations/bad.ts', 'kysely'],
  ['db/migrations/bad.ts', 'node:fs'],
]

/** Imports that the table allows, one or more for every room. */
const allowed: readonly (readonly [file: string, opens: string])[] = [
  ['src-main/domain/good.ts', './money.ts'],
  ['src-main/contract/good.ts', '#domain/money'],
  ['src-main/contract/good.ts', 'zod'],
  ['src-main/documents/good.ts', '#domain/money'],
  ['src-main/documents/good.ts', 'pdfkit'],
  ['src-main/documents/worker/good.ts', 'node:fs'],
  ['src-main/vault/good.ts', '@node-rs/argon2'],
  ['src-main/services/good.ts', '#db/queries/versions'],
  ['src-main/services/good.ts', '#db/open'],
  ['src-main/upkeep/good.ts', '#db/connect'],
  ['src-main/engine/good.ts', '#services/desk'],
  ['src-main/shell-electron/good.ts', 'electron'],
  ['src-main/shell-electron/good.ts', '#engine'],
  ['src-main/shell-browser/good.ts', 'node:http'],
  ['src-renderer/api/good.ts', '@tanstack/react-query'],
  ['src-renderer/ui/good.tsx', '#domain/dates'],
  ['src-renderer/patients/good.tsx', '#api/hooks'],
  ['src-renderer/patients/good.tsx', 'react-hook-form'],
  ['db/good.ts', 'kysely'],
  ['db/queries/good.ts', '#domain/money'],
]

const ways = [
  (from: string) => `import { x } from '${from}'\nconsole.info(x)\n`,
  (from: string) => `import type { X } from '${from}'\nexport type Y = X\n`,
  (from: string) => `export { x } from '${from}'\n`,
]

type Verdict = { code: string; filename: string; labels: unknown[] }

let tree: string
const verdicts = new Map<string, number>()

function nameOf(file: string, index: number, way: number): string {
  return file.replace(/(bad|good)/, `$1-${index}-${way}`)
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'rooms-'))
  cpSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  for (const list of [planted, allowed]) {
    for (const [index, [file, opens]] of list.entries()) {
      for (const [way, write] of ways.entries()) {
        const path = join(tree, nameOf(file, index, way))
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, write(opens))
      }
    }
  }
  const lint = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json', '.'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const report: { diagnostics: Verdict[] } = JSON.parse(lint.stdout)
  for (const { code, filename } of report.diagnostics) {
    if (code.includes('no-restricted-imports')) verdicts.set(filename, (verdicts.get(filename) ?? 0) + 1)
  }
})

afterAll(() => rmSync(tree, { recursive: true }))

describe('who may import whom', () => {
  test.each(planted.map(([file, opens], index) => ({ file, opens, index })))(
    '$file may not open $opens',
    ({ file, index }) => {
      expect(ways.map((_, way) => verdicts.get(nameOf(file, index, way)) ?? 0)).toEqual([1, 1, 1])
    },
  )

  test.each(allowed.map(([file, opens], index) => ({ file, opens, index })))(
    '$file may open $opens',
    ({ file, index }) => {
      expect(ways.map((_, way) => verdicts.get(nameOf(file, index, way)) ?? 0)).toEqual([0, 0, 0])
    },
  )

  test('every rule of the table has a bad import planted for it', () => {
    const config: { overrides: { files: string[]; rules: Record<string, unknown> }[] } = JSON.parse(
      execFileSync('cat', [join(root, '.oxlintrc.json')], { encoding: 'utf8' }),
    )
    const rooms = config.overrides
      .filter((one) => Array.isArray(one.rules['no-restricted-imports']))
      .flatMap((one) => one.files)
      .map((glob) => glob.replace(/\*.*$/, ''))
    const unplanted = rooms.filter((room) => !planted.some(([file]) => file.startsWith(room) || room.startsWith(file)))
    expect(unplanted.filter((room) => room !== 'src-main/engine.ts')).toEqual([])
  })
})
