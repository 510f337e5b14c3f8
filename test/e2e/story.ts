import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { expect } from './pages/matchers.ts'
import { openInBrowser } from './shells/browser-shell.ts'
import { DeskClock } from './shells/desk-clock.ts'
import type { DeskApp, ShellName, Start } from './shells/desk-app.ts'
import { openInElectron } from './shells/electron-shell.ts'
import { Troubles } from './shells/troubles.ts'

export { expect }
export type { DeskApp, ShellName }

/** A PC of its own for each test: a data folder, a clock, and programs that are started on it. */
export type Pc = {
  readonly dataDir: string
  readonly clock: DeskClock
  start(options?: { readonly sample?: boolean }): Promise<DeskApp>
}

type Given = { shell: ShellName; pc: Pc }

/** Tuesday, March 10, 2026, 9:40 in the morning in California. */
const TUESDAY = Date.UTC(2026, 2, 10, 16, 40)

/** The fixtures of every spec. Any breach of the policy, error of a page or line on its console fails the test. */
export const test = base.extend<Given>({
  shell: ['browser', { option: true }],
  pc: async ({ browser, shell }, give) => {
    const folder = mkdtempSync(join(tmpdir(), 'e2e-'))
    const start: Omit<Start, 'sample'> = {
      dataDir: join(folder, 'data'),
      clockFile: join(folder, 'clock'),
      papers: join(folder, 'papers'),
    }
    mkdirSync(start.dataDir)
    mkdirSync(start.papers)
    const clock = new DeskClock(folder, TUESDAY)
    const troubles = new Troubles()
    const running = new Set<DeskApp>()
    await give({
      dataDir: start.dataDir,
      clock,
      async start({ sample = false } = {}) {
        const given = { ...start, sample }
        const app =
          shell === 'browser'
            ? await openInBrowser(browser, given, troubles)
            : await openInElectron(shell, given, troubles)
        running.add(app)
        return {
          ...app,
          async quit() {
            running.delete(app)
            return app.quit()
          },
        }
      },
    })
    for (const app of running) await app.quit()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    expect(troubles.seen, 'what the pages complained about').toEqual([])
  },
})
