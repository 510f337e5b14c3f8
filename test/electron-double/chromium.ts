import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app } from '#double/app/app'
import { Cdp, type Events } from '#double/cdp'
import { followDownloads } from '#double/session/downloads'
import { theSession } from '#double/session/session'
import { browser, state } from '#double/state'
import { webContents } from '#double/window/browser-window'

/**
 * Every page target starts paused. One that the double did not make is a popup: it is closed before it can load anything,
 * and the app's window-open handler decides. Source: electron docs "contents.setWindowOpenHandler(handler)".
 */
async function onAttached({ sessionId, targetInfo }: Events['Target.attachedToTarget']): Promise<void> {
  const chromium = browser()
  const isOwn = () => state.ownTargets.has(targetInfo.targetId)
  // createTarget announces its target before it answers with the id.
  while (targetInfo.openerId === undefined && state.targetsBeingMade > 0 && !isOwn()) await wait(2)
  const resume = () =>
    chromium
      .session(sessionId)
      .send('Runtime.runIfWaitingForDebugger')
      .catch(() => {})
  if (isOwn()) {
    await resume()
    return
  }
  await Promise.all([
    chromium.browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {}),
    resume(),
  ])
  await wait(20)
  const popup = state.popups.shift()
  const opener =
    (targetInfo.openerId === undefined ? undefined : state.byTarget.get(targetInfo.openerId)) ?? popup?.opener
  opener?._openedWindow(popup?.url ?? targetInfo.url)
}

/** Starts Chromium, after which the app is ready. `announce` prints the line by which Playwright finds the port. */
export async function startChromium(announce: (line: string) => void): Promise<void> {
  const given = process.env['DOUBLE_PROFILE']
  const profile = given ?? mkdtempSync(join(tmpdir(), 'electron-double-'))
  state.denyNetwork = process.env['DOUBLE_ALLOW_NET'] !== '1'
  const chromium = new Cdp({
    path: process.env['DOUBLE_CHROMIUM'] ?? '/usr/bin/chromium',
    onDevtools: announce,
    onExit: (why) => {
      if (state.quitting) return
      console.error(`[electron-double] Chromium ended: ${why}`)
      app.exit(1)
    },
    args: [
      ...(process.env['DOUBLE_HEADFUL'] === '1' ? [] : ['--headless=new']),
      ...(process.env['DOUBLE_CHROMIUM_ARGS'] ?? '').split(' ').filter((x) => x !== ''),
      '--no-sandbox',
      '--no-startup-window',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      ...app.commandLine._all(),
    ],
  })
  state.cdp = chromium
  process.on('exit', () => {
    chromium.kill()
    if (given === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  })
  const { product } = await chromium.browser.send('Browser.getVersion')
  Object.assign(process.versions, { chrome: product.split('/')[1] ?? '0' })

  chromium.browser.on('Target.targetDestroyed', ({ targetId }) => {
    state.byTarget.get(targetId)?._gone()
    state.byTarget.delete(targetId)
  })
  chromium.browser.on('Target.targetInfoChanged', ({ targetInfo }) =>
    state.byTarget.get(targetInfo.targetId)?._titled(targetInfo.title),
  )
  chromium.browser.on('Target.attachedToTarget', (attached) => void onAttached(attached))
  await chromium.browser.send('Target.setDiscoverTargets', { discover: true })
  await chromium.browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }, { exclude: true }],
  })
  await followDownloads(join(profile, 'held-downloads'), (event, item) => {
    theSession.emit('will-download', event, item, webContents.getAllWebContents()[0])
  })
  app._becomeReady()
}
