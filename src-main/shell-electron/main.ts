import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, powerMonitor, session } from 'electron'
import type { BrowserWindow } from 'electron'
import { createEngine, StartProblem } from '#engine'
import type { Engine } from '#engine'
import { logTo } from '#shell/log-file'
import { readOptions } from '#shell/options'
import { askWhereToSave, registerScheme, servePages } from './files.ts'
import { hardenContents, hardenSession } from './harden.ts'
import { joinWindow, WINDOW_CLIENT } from './ipc.ts'
import { bringForward, installMenu, loadStart, openWindow } from './window.ts'

// Addresses are resolved here, in the entry: a shared piece of the build lies in another folder.
const beside = (file: string) => new URL(file, import.meta.url)
const workers = { documents: beside('./press.js'), upkeep: beside('./upkeep.js') }
const pages = fileURLToPath(beside('../renderer/'))
const preload = fileURLToPath(beside('../preload/preload.cjs'))

const options = readOptions(process.argv.slice(app.isPackaged ? 1 : 2))
const log = options.sample ? (line: string) => void process.stderr.write(`${line}\n`) : logTo(options.dir)
let window: BrowserWindow | undefined

// All of this has to happen before the app is ready, so nothing above may be awaited.
app.enableSandbox()
registerScheme()
const profile = profileFolder()
app.setPath('userData', profile)
app.setPath('sessionData', profile)
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => bringForward(window))
  start().catch((error: unknown) => fail(error))
} else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  hardenContents()
  hardenSession(session.defaultSession)
  askWhereToSave(session.defaultSession)
  servePages(pages)
  const engine = await createEngine({
    dir: options.dir,
    workers,
    version: app.getVersion(),
    sample: options.sample,
    log,
  })
  closeCleanly(engine)
  for (const { signInName, password, role } of engine.sampleLogins())
    process.stdout.write(`  ${signInName} (${role}): ${password}\n`)

  powerMonitor.on('lock-screen', () => engine.lockAll('os-lock'))
  powerMonitor.on('suspend', () => engine.lockAll('suspend'))
  installMenu(() => engine.lockAll('menu'))
  window = openWindow(preload)
  joinWindow(engine, window)
  comeBackAfterCrash(engine, window)
  await loadStart(window)
}

/** A page that crashed forgets who sat there, and starts afresh. */
function comeBackAfterCrash(engine: Engine, crashing: BrowserWindow): void {
  crashing.webContents.on('render-process-gone', (_event, { reason }) => {
    engine.leave(WINDOW_CLIENT)
    log(`${new Date().toISOString()} the window's page ended: ${reason}`)
    if (reason !== 'clean-exit') crashing.webContents.reload()
  })
}

/** The file is folded together and closed before the process ends, whichever way the person leaves. */
function closeCleanly(engine: Engine): void {
  let closing = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    engine.close().then(
      () => leave(0),
      (error: unknown) => fail(error),
    )
  })
}

function fail(error: unknown): void {
  const known = error instanceof StartProblem
  if (!known) log(`${new Date().toISOString()} ${error instanceof Error ? error.stack : String(error)}`)
  dialog.showErrorBox('Infusion Desk', known ? error.message : 'Infusion Desk could not go on. Start it again.')
  leave(known ? 3 : 1)
}

function leave(code: number): void {
  if (options.sample) rmSync(profile, { recursive: true, force: true })
  app.exit(code)
}

/**
 * Where Chromium keeps its own small files. Beside the data, so that two data folders may be open at once; elsewhere when
 * that folder cannot be written, so that the engine gets to say so in words.
 */
function profileFolder(): string {
  const temporary = () => mkdtempSync(join(tmpdir(), 'infusion-desk-window-'))
  if (options.sample) return temporary()
  const folder = join(options.dir, 'window')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return temporary()
  }
}
