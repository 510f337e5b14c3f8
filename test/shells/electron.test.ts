import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {} from '#api/wire-bridge'
import { buildShell, Desk } from './electron-app.ts'
import type { StubRecord } from './stub-engine-module.ts'

declare global {
  // What the stub engine leaves in the main process, and what a test leaves there itself.
  var stub: StubRecord
  var ended: string
}

let shell: string
let desk: Desk
beforeAll(async () => {
  shell = await buildShell()
}, 60_000)
afterAll(() => rmSync(shell, { recursive: true, force: true }))
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.putAway())

describe('the page', () => {
  // One app for all of these: each gets a fresh page in it, which is most of what a start would bring.
  const shared = new Desk()
  let app: ElectronApplication
  let page: Page
  beforeAll(async () => {
    ;({ app, page } = await shared.open(shell))
  })
  beforeEach(async () => {
    const loaded = page.waitForEvent('load')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
    await loaded
  })
  afterAll(() => shared.putAway())

  test('has a bridge of exactly two functions, which it cannot change, and nothing of Node', async () => {
    const seen = await page.evaluate(async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'desk')
      const spoil = () => {
        throw new Error('spoiled')
      }
      // What a page does to its own prototypes must not reach the preload script.
      Reflect.set(Function.prototype, 'call', spoil)
      Reflect.set(Array.prototype, 'map', spoil)
      Reflect.set(Promise.prototype, 'finally', spoil)
      return {
        keys: Object.keys(window.desk ?? {}),
        frozen: Object.isFrozen(window.desk),
        fixed: [own?.writable, own?.configurable],
        node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis),
        reply: await window.desk?.call('patients', 'find', { text: 'Müller' }),
      }
    })
    expect(seen).toEqual({
      keys: ['call', 'onTouched'],
      frozen: true,
      fixed: [false, false],
      node: [],
      reply: {
        ok: true,
        value: {
          room: 'patients',
          name: 'find',
          input: { text: 'Müller' },
          client: 'window',
          version: '1.2.3',
          press: join(shell, 'out/main/press.js'),
        },
      },
    })
  })

  test('hears what was touched until it stops listening', async () => {
    await page.evaluate(() => {
      const heard: string[] = []
      const stop = window.desk?.onTouched((topics) => heard.push(topics.join()))
      Object.assign(window, { heard, stop })
    })
    await app.evaluate(() => globalThis.stub.announce(['invoices', 'ledger']))
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['invoices,ledger'])
    await page.evaluate(() => Reflect.get(window, 'stop')())
    await app.evaluate(() => globalThis.stub.announce(['patients']))
    await page.evaluate(() => window.desk?.call('patients', 'find', {}))
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['invoices,ledger'])
  })

  test('runs nothing inline, turns no text into code, and reaches nobody', async () => {
    const seen = await page.evaluate(async () => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
      const nameOf = (error: unknown) => (error instanceof Error ? error.name : '')
      const attempt = (run: () => void) => {
        try {
          run()
          return 'ran'
        } catch (error) {
          return nameOf(error)
        }
      }
      // What a debugger evaluates is let through; only a later task is under the policy.
      await new Promise((resolve) => setTimeout(resolve))
      const html = attempt(() => document.body.insertAdjacentHTML('beforeend', '<b>bold</b>'))
      const code = attempt(() => Reflect.construct(Function, ['return 1']))
      const image = new Image()
      image.src = 'https://elsewhere.example/pixel.png'
      const frame = document.createElement('iframe')
      frame.src = 'https://elsewhere.example/'
      const style = document.createElement('style')
      style.textContent = 'h1 { color: red }'
      document.body.append(image, frame, style)
      const fetched = await fetch('https://elsewhere.example/').then(() => 'answered', nameOf)
      await new Promise((resolve) => setTimeout(resolve, 200))
      return { html, code, fetched, violated: [...new Set(violated)].toSorted() }
    })
    expect(seen).toMatchObject({ html: 'TypeError', code: 'EvalError', fetched: 'TypeError' })
    expect(seen.violated).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'style-src-elem']))
  })

  test('is not left, and opens no other window', async () => {
    const before = page.url()
    for (const to of ['https://elsewhere.example/', 'file:///etc/passwd', 'app://elsewhere/index.html'])
      await page.evaluate((url) => void (location.href = url), to)
    expect(await page.evaluate(() => window.open('https://elsewhere.example/'))).toBeNull()
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://elsewhere.example/', target: '_blank' })
      document.body.append(link)
      link.click()
    })
    await page.waitForTimeout(200)
    expect(page.url()).toBe(before)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('is granted nothing of the PC', async () => {
    const seen = await page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      place: (await navigator.permissions.query({ name: 'geolocation' })).state,
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'refused',
      ),
    }))
    expect(seen).toEqual({ notifications: 'denied', place: 'denied', microphone: 'refused' })
  })

  test('never names a patient in the title bar', async () => {
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      'Infusion Desk',
    )
  })

  test('has no other files than the built window', async () => {
    const status = (path: string) => page.evaluate(async (at) => (await fetch(at)).status, path)
    expect(await status('/index.html')).toBe(200)
    expect(await status('/..%2fmain%2felectron.js')).toBe(404)
    expect(await status('/package.json')).toBe(404)
    expect(await page.evaluate(async () => (await fetch('/index.html', { method: 'POST' })).status)).toBe(404)
  })

  test('lies in the safest window there is', async () => {
    // Electron does not tell; the double notes with what each window was made.
    const notes: unknown = await app.evaluate((electron) =>
      Reflect.apply(Reflect.get(electron.app, '_notes'), null, []),
    )
    expect(notes).toContainEqual({
      at: expect.any(Number),
      what: 'window-made',
      detail: {
        preferences: expect.objectContaining({
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webviewTag: false,
          spellcheck: false,
        }),
      },
    })
  })

  test('is locked when the PC is locked, sleeps, or somebody says so', async () => {
    const locked = await app.evaluate(({ powerMonitor, Menu }) => {
      powerMonitor.emit('lock-screen')
      powerMonitor.emit('suspend')
      Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()
      return globalThis.stub.locked
    })
    expect(locked).toEqual(['os-lock', 'suspend', 'menu'])
  })
})

describe('another page', () => {
  test('that holds the same preload script is refused for its origin and its window', async () => {
    const { app } = await desk.open(shell)
    const preload = join(shell, 'out/preload/preload.cjs')
    const answers = await app.evaluate(async ({ BrowserWindow, protocol, session }, path) => {
      const ask = async (url: string) => {
        const other = new BrowserWindow({ show: false, webPreferences: { preload: path } })
        await other.loadURL(url)
        const told: unknown = await other.webContents.executeJavaScript(
          `window.desk.call('patients', 'find', {}).then(() => 'answered', (error) => error.message)`,
        )
        return told
      }
      const ours = await ask('app://clinic/index.html')
      // The outer walls are taken down to try the inner one.
      session.defaultSession.webRequest.onBeforeRequest(null)
      protocol.unhandle('app')
      protocol.handle('app', () => new Response('<title>x</title>', { headers: { 'content-type': 'text/html' } }))
      return [ours, await ask('app://elsewhere/index.html')]
    }, preload)
    expect(answers).toEqual([expect.stringContaining('may not call'), expect.stringContaining('may not call')])
  })

  test('from the network is not even loaded', async () => {
    const { app } = await desk.open(shell)
    const told = await app.evaluate(({ BrowserWindow }) =>
      new BrowserWindow({ show: false }).loadURL('https://elsewhere.example/').then(
        () => 'loaded',
        (error: unknown) => String(error),
      ),
    )
    expect(told).toContain('ERR_BLOCKED_BY_CLIENT')
  })
})

describe('saving a document', () => {
  const save = async (page: Awaited<ReturnType<Desk['open']>>['page'], href?: string) =>
    page.evaluate((given) => {
      const bytes = new Blob(['%PDF-1.7 invoice'], { type: 'application/pdf' })
      const link = Object.assign(document.createElement('a'), { href: given ?? URL.createObjectURL(bytes) })
      link.download = 'SM1-2026-000001.pdf'
      document.body.append(link)
      link.click()
    }, href)

  test('goes where the person says', async () => {
    const { app, page } = await desk.open(shell)
    const to = join(desk.data, 'chosen.pdf')
    await app.evaluate(({ session }, path) => {
      session.defaultSession.once('will-download', (_event, item) => {
        // On a real Electron this answers the save dialog.
        item.setSavePath(path)
        item.once('done', (_done, state) => (globalThis.ended = `${state} ${item.getFilename()}`))
      })
    }, to)
    await save(page)
    await expect.poll(() => app.evaluate(() => globalThis.ended)).toBe('completed SM1-2026-000001.pdf')
    expect(readFileSync(to, 'utf8')).toBe('%PDF-1.7 invoice')
  })
})

describe('the program', () => {
  test('whose page crashed comes back with nobody signed in', async () => {
    const { app } = await desk.open(shell)
    const answer = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      await new Promise<void>((resolve) => {
        contents?.once('render-process-gone', () => contents.once('did-finish-load', () => resolve()))
        contents?.forcefullyCrashRenderer()
      })
      return { left: globalThis.stub.left, bridge: await contents?.executeJavaScript('typeof window.desk.call') }
    })
    expect(answer).toEqual({ left: ['window'], bridge: 'function' })
  })

  test('closes its file before it ends', async () => {
    const { app } = await desk.open(shell)
    await app.close()
    expect(await desk.exitOf(app)).toBe(0)
    expect(existsSync(join(desk.data, 'closed-cleanly'))).toBe(true)
  })

  test('Ctrl-C closes its file too', async () => {
    const { app } = await desk.open(shell)
    const pid = await app.evaluate(() => process.pid)
    process.kill(pid, 'SIGINT')
    process.kill(pid, 'SIGINT')
    expect(await desk.exitOf(app)).toBe(0)
    expect(existsSync(join(desk.data, 'closed-cleanly'))).toBe(true)
  })

  test('a second start brings the first window forward and ends', async () => {
    const { app } = await desk.open(shell)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    await expect(desk.launch(shell)).rejects.toThrow()
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
      .toBe(false)
  })

  test('a folder that must not be used is told in its sentence, and the status says so', async () => {
    const sentence = 'Infusion Desk is already open on this data folder.'
    const app = await desk.launch(shell, { STUB_START_PROBLEM: sentence })
    expect(await desk.exitOf(app)).toBe(3)
    expect(desk.log).toContain(`[showErrorBox] Infusion Desk: ${sentence}`)
  })
})
