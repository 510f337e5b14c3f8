import { EventEmitter } from 'node:events'
import type { CdpSession, Events } from '#double/cdp'
import { decode, decodeList, encode } from '#double/codec'
import { happening } from '#double/event'
import { IpcMain, ipcMain } from '#double/ipc'
import { permissionNames } from '#double/session/permissions'
import { isModelled, originOf, toApp, toChromium } from '#double/session/scheme'
import { theSession, type Session } from '#double/session/session'
import { browser, note, state } from '#double/state'
import { strict } from '#double/strict'
import { listenToPage } from '#double/window/page-events'
import { type Frame, Frames } from '#double/window/frames'
import { injectPreload } from '#double/window/preload'
import { printPage } from '#double/window/printing'
import type { WebPreferences } from '#double/window/web-preferences'

/** What a page needs of the window around it. */
export type Host = {
  started(): Promise<void>
  size(): { width: number; height: number }
  isFocused(): boolean
  focus(): void
  close(): void
  destroy(): void
  loaded(): void
  titled(title: string): void
  openChild(options: object | undefined, url: string): void
}
type OpenDetails = { url: string; frameName: string; features: string; disposition: string }
type OpenAnswer = { action: 'deny' } | { action: 'allow'; overrideBrowserWindowOptions?: object }
type Message =
  | { t: 'preload-error'; path: string; error: unknown }
  | { t: 'window-open'; url: string }
  | { t: 'send'; channel: string; args: unknown }
  | { t: 'invoke'; id: number; channel: string; args: unknown }

let nextId = 1
const withoutHash = (url: string) => url.split('#')[0] ?? url

/** Source: electron docs "webContents". */
export class WebContents extends EventEmitter {
  readonly id = nextId++
  readonly session: Session = theSession
  readonly ipc = strict('IpcMain', new IpcMain())
  readonly self: WebContents = strict('WebContents', this)
  private readonly host: Host
  private readonly preferences: WebPreferences
  private readonly contexts = new Map<number, string>()
  private readonly expected = new Set<string>()
  private page: CdpSession | undefined
  private target = ''
  private frames = new Frames('')
  private url = ''
  private title = ''
  private loading = false
  private destroyed = false
  private crashed = false
  private zoom = 1
  private openHandler: ((details: OpenDetails) => OpenAnswer) | undefined

  constructor(host: Host, preferences: WebPreferences) {
    super()
    this.setMaxListeners(0)
    this.host = host
    this.preferences = preferences
  }

  get mainFrame(): Frame {
    return this.frames.view(this.target)
  }

  async _start(): Promise<void> {
    const chromium = browser()
    const { width, height } = this.host.size()
    state.targetsBeingMade++
    const made = await chromium.browser
      .send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
      .finally(() => state.targetsBeingMade--)
    this.target = made.targetId
    this.frames = new Frames(this.target)
    state.ownTargets.add(this.target)
    const { sessionId } = await chromium.browser.send('Target.attachToTarget', { targetId: this.target, flatten: true })
    this.page = chromium.session(sessionId)
    listenToPage(this, this.page)
    await Promise.all([
      this.page.send('Page.enable'),
      this.page.send('Runtime.enable'),
      this.page.send('Inspector.enable'),
      this.page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      injectPreload(this.page, this.preferences.preload),
      this._resize(),
    ])
    state.byTarget.set(this.target, this)
  }

  // ---- loading
  async loadURL(address: string): Promise<void> {
    await this.host.started()
    const url = toChromium(address)
    this.expected.add(withoutHash(url))
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const loaded = () => settle(resolve)
    const failed = (_event: unknown, code: number, text: string) =>
      settle(() =>
        reject(Object.assign(new Error(`${text} (${code}) loading '${address}'`), { code: text, errno: code })),
      )
    const settle = (end: () => void) => {
      this.off('did-finish-load', loaded)
      this.off('did-fail-load', failed)
      end()
    }
    this.on('did-finish-load', loaded)
    this.on('did-fail-load', failed)
    promise.catch(() => {})
    const { errorText } = await this._connected().send('Page.navigate', { url })
    if (errorText !== undefined) {
      this.expected.delete(withoutHash(url))
      this.emit('did-fail-load', happening(), -2, errorText.replace('net::', ''), address, true, 1, 1)
    }
    return promise
  }
  reload(): void {
    this.expected.add(withoutHash(toChromium(this.url)))
    this.crashed = false
    void this.page?.send('Page.reload', {}).catch(() => {})
  }
  stop(): void {
    void this.page?.send('Page.stopLoading')
  }
  getURL(): string {
    return this.url
  }
  getTitle(): string {
    return this.title
  }
  isLoading(): boolean {
    return this.loading
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  isCrashed(): boolean {
    return this.crashed
  }
  getType(): string {
    return 'window'
  }
  isFocused(): boolean {
    return this.host.isFocused()
  }
  focus(): void {
    this.host.focus()
  }
  close(): void {
    this.host.close()
  }
  setWindowOpenHandler(handler: (details: OpenDetails) => OpenAnswer): void {
    this.openHandler = handler
  }

  // ---- talking to the page
  send(channel: string, ...args: unknown[]): void {
    const packed = encode(args)
    void this.host.started().then(() => {
      for (const [context, frame] of this.contexts)
        if (frame === this.target) void this._deliver(context, { channel, args: packed })
    })
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    await this.host.started()
    const answer = await this._connected().send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    const failure = answer.exceptionDetails
    if (failure) throw new Error(failure.exception?.description ?? failure.text)
    return answer.result.value
  }
  async printToPDF(options: object = {}): Promise<Buffer> {
    await this.host.started()
    return printPage(this._connected(), options)
  }
  setZoomFactor(factor: number): void {
    this.zoom = factor
    void this.page?.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor })
  }
  getZoomFactor(): number {
    return this.zoom
  }
  openDevTools(): void {
    // docs "webPreferences.devTools": if it is false, openDevTools does nothing.
    note('openDevTools', { opened: this.preferences['devTools'] === true })
  }
  isDevToolsOpened(): boolean {
    return false
  }
  forcefullyCrashRenderer(): void {
    this._connected()
      .send('Page.crash')
      .catch(() => {})
  }

  // ---- what the rest of the double calls
  get _target(): string {
    return this.target
  }
  _isMain(frameId: string): boolean {
    return frameId === this.target
  }
  _frames(): Frames {
    return this.frames
  }
  _contexts(): Map<number, string> {
    return this.contexts
  }
  async _resize(): Promise<void> {
    const metrics = { ...this.host.size(), deviceScaleFactor: 1, mobile: false }
    await this.page?.send('Emulation.setDeviceMetricsOverride', metrics)
  }
  _arrived(rawUrl: string): void {
    this.url = toApp(rawUrl)
    void this._applyPermissions()
  }
  _setLoading(loading: boolean): void {
    this.loading = loading
    this.emit(loading ? 'did-start-loading' : 'did-stop-loading')
  }
  _finished(): void {
    if (this.url === '' || this.url === 'about:blank') return
    this.emit('did-finish-load')
    this.host.loaded()
  }
  _crashed(): void {
    this.crashed = true
    this.emit('render-process-gone', happening(), { reason: 'crashed', exitCode: 5 })
  }
  _destroyed(): void {
    this.destroyed = true
    this.emit('destroyed')
  }
  _titled(title: string): void {
    if (title === this.title) return
    this.title = title
    this.host.titled(title)
  }
  _gone(): void {
    this.host.destroy()
  }

  /** docs "Event: 'will-frame-navigate'" and "Event: 'will-navigate'": not emitted for loadURL, reload or in-page moves. */
  _mayNavigate(rawUrl: string, frameId: string): boolean {
    const main = this._isMain(frameId)
    if (main && this.expected.delete(withoutHash(rawUrl))) return true
    const url = toApp(rawUrl)
    const about = {
      url,
      isMainFrame: main,
      isSameDocument: false,
      frame: this.frames.view(frameId),
      initiator: this.mainFrame,
    }
    const frame = happening(about)
    this.emit('will-frame-navigate', frame)
    if (!main || frame.defaultPrevented) return !frame.defaultPrevented
    const whole = happening(about)
    this.emit('will-navigate', whole, url, false, true, 1, 1)
    return !whole.defaultPrevented
  }

  _openedWindow(rawUrl: string): void {
    const url = toApp(rawUrl)
    const details = { url, frameName: '', features: '', disposition: 'new-window' }
    const answer: OpenAnswer = this.openHandler?.(details) ?? { action: 'allow' }
    note('window-open', { url, action: answer.action })
    if (answer.action === 'allow') this.host.openChild(answer.overrideBrowserWindowOptions, url)
  }

  async _applyPermissions(): Promise<void> {
    const address = toChromium(this.url === '' ? 'about:blank' : this.url)
    if (!isModelled(address)) return
    const { origin } = new URL(address)
    for (const [permission, names] of Object.entries(permissionNames)) {
      const setting = theSession._allows(this.self, permission, originOf(this.url)) ? 'granted' : 'denied'
      for (const name of names) {
        await browser()
          .browser.send('Browser.setPermission', { permission: { name }, setting, origin })
          .catch((error: unknown) => note('permission-unknown-to-chromium', { name, error: String(error) }))
      }
    }
  }

  /** A message from the preload's world. Source: lib/browser/api/web-contents.ts and ipc-main-impl.ts, with their texts. */
  async _message({ payload, executionContextId }: Events['Runtime.bindingCalled']): Promise<void> {
    const message = JSON.parse(payload) as Message
    const senderFrame = this.frames.view(this.contexts.get(executionContextId) ?? this.target)
    const event = { type: 'frame', sender: this.self, senderFrame, processId: 1, frameId: 1, ports: [] }
    switch (message.t) {
      case 'preload-error': {
        const error = decode(message.error)
        console.error(`Unable to load preload script: ${message.path}\n${String(error)}`)
        this.emit('preload-error', happening(), message.path, error)
        return
      }
      case 'window-open':
        return this._openedWindow(message.url)
      case 'send': {
        const reply = (channel: string, ...args: unknown[]) =>
          void this._deliver(executionContextId, { channel, args: encode(args) })
        const told = happening({ ...event, reply })
        const args = decodeList(message.args)
        this.emit('ipc-message', told, message.channel, ...args)
        this.ipc.emit(message.channel, told, ...args)
        ipcMain.emit(message.channel, told, ...args)
        return
      }
      case 'invoke': {
        const { id, channel } = message
        const handler = this.ipc._handlerOf(channel) ?? ipcMain._handlerOf(channel)
        try {
          if (!handler) throw new Error(`No handler registered for '${channel}'`)
          const result = encode(await handler(happening(event), ...decodeList(message.args)))
          await this._deliver(executionContextId, { id, result })
        } catch (error) {
          if (handler) console.error(`Error occurred in handler for '${channel}':`, error)
          await this._deliver(executionContextId, { id, error: String(error) })
        }
      }
    }
  }

  private async _deliver(contextId: number, message: object): Promise<void> {
    const expression = `__doubleReceive(${JSON.stringify(JSON.stringify(message))})`
    // The page may have gone while the answer was made; Electron drops it too.
    await this.page?.send('Runtime.evaluate', { contextId, expression }).catch(() => {})
  }
  private _connected(): CdpSession {
    if (!this.page) throw new Error('[electron-double] the window has not started')
    return this.page
  }
}
