// @ts-check
// `npm test` on a fresh clone, `npm run check` for the quick half: only the system's Node may be counted on at first.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { install, isInstalled } from '../../src-main/start/install.mjs'
import { ownNode } from '../../src-main/start/run.mjs'
import { countsOf, runStep } from './steps.mjs'

const root = resolve(import.meta.dirname, '../..')
const isQuick = process.argv.includes('--quick')
const unitReport = join(root, 'test-results/unit.json')
const windowsReport = join(root, 'test-results/windows.json')
const e2eReport = join(root, 'test-results/e2e.json')
const tool = (/** @type {string} */ path) => join(root, 'node_modules', path)

/** @type {readonly import('./steps.mjs').Step[]} */
const steps = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '-b'] },
  {
    name: 'lint',
    args: [
      tool('oxlint/bin/oxlint'),
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
      'src-main',
      'src-renderer',
      'db',
      'test',
      'electron.vite.config.ts',
    ],
  },
  { name: 'format', args: [tool('oxfmt/bin/oxfmt'), '--check', '.'] },
  {
    name: 'unit',
    args: [tool('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts'],
    report: unitReport,
  },
  { name: 'build', args: [tool('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], isSlow: true },
  {
    name: 'windows',
    args: [tool('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.windows.config.ts'],
    report: windowsReport,
    isSlow: true,
  },
  {
    name: 'end to end',
    args: [tool('@playwright/test/cli.js'), 'test', '-c', 'test/e2e'],
    report: e2eReport,
    isSlow: true,
  },
]

async function main() {
  if (!isInstalled(root)) {
    process.stdout.write('Installing what the tests need.\n')
    const problem = await install(root)
    if (problem !== undefined) {
      process.stderr.write(`${problem}\n`)
      process.exit(1)
    }
  }
  for (const report of [unitReport, windowsReport, e2eReport]) rmSync(report, { force: true })
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const step of steps) {
    if (isQuick && step.isSlow === true) continue
    const isGood = await runStep(root, ownNode(root), step)
    const counts = countsOf(step, isGood)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  process.stdout.write(`tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
  process.exit(total.failed === 0 ? 0 : 1)
}

await main()
