import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { build } from 'vite'
import { findChromium } from '../run/browser.ts'

const root = resolve(import.meta.dirname, '../..')
/** Where Playwright finds the stand-in for Electron's executable; a real Electron is used when it is named instead. */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(root, 'test/electron-double/dist')

/** The Electron shell alone, built as for release but over a stub engine, with a placeholder page. */
export async function buildShell(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'))
  const common = { root, configFile: false, logLevel: 'error', publicDir: false } as const
  await build({
    ...common,
    resolve: { alias: { '#engine': join(import.meta.dirname, 'stub-engine-module.ts') } },
    build: {
      ssr: true,
      outDir: join(folder, 'out/main'),
      rolldownOptions: {
        input: { electron: join(root, 'src-main/shell-electron/main.ts') },
        external: ['electron'],
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  await build({
    ...common,
    build: {
      ssr: true,
      outDir: join(folder, 'out/preload'),
      rolldownOptions: {
        input: { preload: join(root, 'src-main/shell-electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
  mkdirSync(join(folder, 'out/renderer'))
  writeFileSync(join(folder, 'out/renderer/index.html'), '<!doctype html><title>Ana Pérez</title><h1>Placeholder</h1>')
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'shell',
      productName: 'Infusion Desk',
      version: '1.2.3',
      type: 'module',
      main: 'out/main/electron.js',
    }),
  )
  return folder
}

export type Started = { app: ElectronApplication; page: Page }

/** Starts apps on one data folder, and puts everything away. */
export class Desk {
  readonly data = mkdtempSync(join(tmpdir(), 'desk-'))
  readonly #apps = new Map<ElectronApplication, ChildProcess>()
  readonly #log = join(this.data, 'main-process.log')

  async launch(folder: string, env: Record<string, string> = {}): Promise<ElectronApplication> {
    const { path, args } = await findChromium()
    const given = Object.entries({ ...process.env, ...env }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const double = { DOUBLE_CHROMIUM: path, DOUBLE_CHROMIUM_ARGS: args.join(' '), DOUBLE_LOG: this.#log }
    const app = await _electron.launch({
      args: [folder, `--data=${this.data}`],
      env: { ...Object.fromEntries(given), ...double },
    })
    this.#apps.set(app, app.process())
    return app
  }

  async open(folder: string, env: Record<string, string> = {}): Promise<Started> {
    const app = await this.launch(folder, env)
    const page = await app.firstWindow()
    await page.waitForURL(/index\.html/)
    await page.waitForLoadState()
    return { app, page }
  }

  /** What the main process complained about. */
  get log(): string {
    return existsSync(this.#log) ? readFileSync(this.#log, 'utf8') : ''
  }

  /** The status with which the process ended, once it has. */
  async exitOf(app: ElectronApplication): Promise<number | null> {
    const running = this.#apps.get(app)
    if (running === undefined) throw new Error('This app was not started here.')
    await exited(running)
    return running.exitCode
  }

  async putAway(): Promise<void> {
    for (const [app, running] of this.#apps) {
      // Closing an app that is just ending by itself never answers, and one that has ended refuses.
      const closing = app.close().catch(() => undefined)
      await Promise.race([closing, exited(running)])
    }
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function exited(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return
  await new Promise<void>((resolve) => running.once('exit', () => resolve()))
}
