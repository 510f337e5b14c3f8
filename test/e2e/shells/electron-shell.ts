import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { findChromium } from '../../run/browser.ts'
import type { DeskApp, Start } from './desk-app.ts'
import type { Troubles } from './troubles.ts'

const root = resolve(import.meta.dirname, '../../..')

declare global {
  // What the tests leave in the main process: the name of the last paper that was saved.
  var savedPaper: string | undefined
}

/** Starts the built Electron app, on the double or on Electron itself, and waits for its window. */
export async function openInElectron(which: 'double' | 'electron', start: Start, troubles: Troubles): Promise<DeskApp> {
  const { path, args } = await findChromium()
  // Playwright asks Electron's own package for the executable, which looks at the variables of this very process.
  if (which === 'double') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/electron-double/dist')
  const double = { DOUBLE_CHROMIUM: path, DOUBLE_CHROMIUM_ARGS: [...args, '--lang=en-US'].join(' ') }
  const given = Object.entries({ ...process.env, ...(which === 'double' ? double : {}), E2E_CLOCK: start.clockFile })
  const app = await _electron.launch({
    args: [
      '-r',
      join(import.meta.dirname, 'clock.cjs'),
      root,
      ...(start.sample ? ['--demo'] : [`--data=${start.dataDir}`]),
    ],
    env: Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  })
  const child = app.process()
  let output = ''
  child.stdout?.on('data', (data) => (output += String(data)))
  child.stderr?.on('data', (data) => (output += String(data)))
  troubles.watch(app.context())
  const page = await app.firstWindow()
  await page.waitForURL(/index\.html/)
  await page.waitForLoadState()
  await page.setViewportSize({ width: 1280, height: 720 })
  // The window was loading before anybody could listen: it is loaded once more, with open ears.
  await troubles.listenIn(page)
  const loaded = page.waitForEvent('load')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await loaded
  return {
    page,
    said: () => output,
    async saved(deed) {
      await app.evaluate(({ session }, folder) => {
        globalThis.savedPaper = undefined
        session.defaultSession.once('will-download', (_event, item) => {
          // On a real Electron this answers the save dialog.
          item.setSavePath(`${folder}/${item.getFilename()}`)
          item.once('done', (_done, state) => {
            globalThis.savedPaper = state === 'completed' ? item.getFilename() : state
          })
        })
      }, start.papers)
      await deed()
      const name = await app.evaluate(async () => {
        while (globalThis.savedPaper === undefined) await new Promise((resolve) => setTimeout(resolve, 20))
        return globalThis.savedPaper
      })
      return join(start.papers, name)
    },
    async quit() {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined
      await app.close()
      await ended
      return child.exitCode
    },
  }
}
