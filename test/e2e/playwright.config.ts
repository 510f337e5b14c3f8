import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { ShellName } from './shells/desk-app.ts'
import { findChromium } from '../run/browser.ts'

const root = resolve(import.meta.dirname, '../..')
const { path, args, from } = await findChromium()
const withElectron = hasElectron()

// The workers read this file again: what is said once is said by the first process.
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  const without = withElectron ? '' : ' Electron is not on this PC: its double stands in for it.'
  process.stdout.write(`The browser of the tests is from ${from}.${without}\n`)
}

// What the pages say in Spanish is the same in every shell; bad starts and calls are told by the process and its door,
// and those of Electron have tests of their own in test/shells.
const testIgnore = ['spanish.spec.ts', 'bad-start.spec.ts']

export default defineConfig<{ shell: ShellName }>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Every test has its own program and its own data folder.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    launchOptions: { executablePath: path, args },
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
  },
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    { name: 'double', use: { shell: 'double' }, testIgnore },
    ...(withElectron ? [{ name: 'electron', use: { shell: 'electron' }, testIgnore } as const] : []),
  ],
})

/** Whether the real binary is here and can open a window. It is never downloaded for the tests. */
function hasElectron(): boolean {
  const home = join(root, 'node_modules/electron')
  const note = join(home, 'path.txt')
  if (!existsSync(note) || !existsSync(join(home, 'dist', readFileSync(note, 'utf8').trim()))) return false
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']
  return process.platform !== 'linux' || display !== undefined
}
