import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import type { DeskApp, Start } from './desk-app.ts'
import type { Troubles } from './troubles.ts'

const root = resolve(import.meta.dirname, '../../..')
const PATIENCE = 60_000

/** The built browser shell on the project's own Node. */
export class ServedDesk {
  readonly #child
  #output = ''

  constructor({ dataDir, sample, clockFile }: Start) {
    const args = ['--require', join(import.meta.dirname, 'clock.cjs'), join(root, 'out/main/serve.js'), '--no-open']
    this.#child = spawn(process.execPath, [...args, ...(sample ? ['--demo'] : [`--data=${dataDir}`])], {
      env: { ...process.env, E2E_CLOCK: clockFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout.on('data', (data) => (this.#output += String(data)))
    this.#child.stderr.on('data', (data) => (this.#output += String(data)))
  }

  get said(): string {
    return this.#output
  }

  /** The printed link; undefined when the program ended instead. */
  async link(): Promise<string | undefined> {
    const until = Date.now() + PATIENCE
    while (Date.now() < until) {
      const link = /^Infusion Desk: (http:\/\/127\.0\.0\.1:\d+\/\?ticket=\S+)$/m.exec(this.#output)?.[1]
      if (link !== undefined) return link
      if (this.#child.exitCode !== null) return undefined
      await wait(20)
    }
    throw new Error(`The browser shell printed no link:\n${this.#output}`)
  }

  /** The status, once the program has ended. */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit')
    return this.#child.exitCode
  }

  async stop(): Promise<number | null> {
    this.#child.kill('SIGINT')
    return this.ended()
  }
}

/** Starts the browser shell and opens its link. */
export async function openInBrowser(browser: Browser, start: Start, troubles: Troubles): Promise<DeskApp> {
  const served = new ServedDesk(start)
  const link = await served.link()
  if (link === undefined) throw new Error(`The browser shell ended:\n${served.said}`)
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    acceptDownloads: true,
  })
  troubles.watch(context)
  const page = await context.newPage()
  await troubles.listenIn(page)
  await page.goto(link)
  return {
    page,
    said: () => served.said,
    async saved(deed) {
      const [download] = await Promise.all([page.waitForEvent('download'), deed()])
      const path = join(start.papers, download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
    async quit() {
      await context.close()
      return served.stop()
    },
  }
}
