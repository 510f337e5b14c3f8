import { EventEmitter } from 'node:events'
import { app } from '#double/app/app'
import { happening } from '#double/event'
import { browser, note, type OpenWindow, state } from '#double/state'
import { noted, strict } from '#double/strict'
import { type Host, WebContents } from '#double/window/web-contents'
import { checkedPreferences, type WebPreferences } from '#double/window/web-preferences'

type Bounds = { x: number; y: number; width: number; height: number }
type Options = Partial<Bounds> & { show?: boolean; title?: string; webPreferences?: WebPreferences }

const windows = new Map<number, BrowserWindow>()
let nextId = 1

/** Source: electron docs "BrowserWindow". */
export class BrowserWindow extends EventEmitter implements OpenWindow {
  readonly id = nextId++
  declare readonly webContents: WebContents
  private readonly started: Promise<void>
  private readonly contents: WebContents
  private bounds: Bounds
  private visible: boolean
  private focused = false
  private minimized = false
  private maximized = false
  private dead = false
  private refused = false
  private protectedContent = false
  private shownOnce = false
  private title: string

  constructor(options: Options = {}) {
    super()
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    this.visible = options.show !== false
    this.title = options.title ?? app.name
    const self = strict<BrowserWindow>('BrowserWindow', this)
    const { promise: started, resolve, reject } = Promise.withResolvers<void>()
    this.started = started
    const preferences = checkedPreferences(options.webPreferences)
    note('window-made', { preferences })
    this.contents = new WebContents(this._hostFor(self), preferences)
    Object.defineProperty(this, 'webContents', { value: this.contents.self, enumerable: true })
    state.contents.set(this.contents.id, this.contents)
    state.windows.set(this.id, this)
    windows.set(this.id, self)
    started.catch((error: unknown) => console.error('[electron-double] a window failed to start:', error))
    this.contents._start().then(resolve, reject)
    queueMicrotask(() => app.emit('browser-window-created', happening(), self))
    app.emit('web-contents-created', happening(), this.contents.self)
    if (this.visible) this.focus()
    return self
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url)
  }
  reload(): void {
    this.contents.reload()
  }
  show(): void {
    const was = this.visible
    this.visible = true
    if (!was) this.emit('show')
    this.focus()
  }
  hide(): void {
    this.visible = false
    this.emit('hide')
    this.blur()
  }
  isVisible(): boolean {
    return this.visible
  }
  focus(): void {
    for (const other of state.windows.values()) if (other.id !== this.id && other.isFocused()) other.blur()
    if (this.focused) return
    this.focused = true
    this.emit('focus')
    app.emit('browser-window-focus', happening(), windows.get(this.id))
  }
  blur(): void {
    if (!this.focused) return
    this.focused = false
    this.emit('blur')
    app.emit('browser-window-blur', happening(), windows.get(this.id))
  }
  isFocused(): boolean {
    return this.focused
  }
  minimize(): void {
    this.minimized = true
    this.emit('minimize')
  }
  restore(): void {
    this.minimized = false
    this.maximized = false
    this.emit('restore')
  }
  isMinimized(): boolean {
    return this.minimized
  }
  maximize(): void {
    this.maximized = true
    this.emit('maximize')
  }
  isMaximized(): boolean {
    return this.maximized
  }
  getBounds(): Bounds {
    return { ...this.bounds }
  }
  getNormalBounds(): Bounds {
    return { ...this.bounds }
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds }
    void this.started.then(() => this.contents._resize())
    this.emit('resize')
    this.emit('resized')
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  getSize(): [number, number] {
    return [this.bounds.width, this.bounds.height]
  }
  setTitle(title: string): void {
    this.title = title
  }
  getTitle(): string {
    return this.title
  }
  setContentProtection(enabled: boolean): void {
    this.protectedContent = enabled
  }
  isContentProtected(): boolean {
    return this.protectedContent
  }
  isDestroyed(): boolean {
    return this.dead
  }
  _refusedToClose(): boolean {
    return this.refused
  }
  /** docs "win.close()": the close event may refuse; "win.destroy()" never asks. */
  close(): void {
    if (this.dead) return
    const event = happening()
    this.emit('close', event)
    this.refused = event.defaultPrevented
    if (!this.refused) this.destroy()
  }
  destroy(): void {
    if (this.dead) return
    this.dead = true
    windows.delete(this.id)
    state.windows.delete(this.id)
    state.contents.delete(this.contents.id)
    const closing = this.started.then(() =>
      browser().browser.send('Target.closeTarget', { targetId: this.contents._target }),
    )
    closing.catch(() => note('window-already-gone', { id: this.id }))
    this.contents._destroyed()
    this.emit('closed')
    if (windows.size > 0 || state.quitting) return
    // docs "Event: 'window-all-closed'": without a listener the app quits.
    if (!app.emit('window-all-closed')) app.quit()
  }

  private _hostFor(self: BrowserWindow): Host {
    return {
      started: () => this.started,
      size: () => ({ width: this.bounds.width, height: this.bounds.height }),
      isFocused: () => this.focused,
      focus: () => self.focus(),
      close: () => self.close(),
      destroy: () => self.destroy(),
      loaded: () => {
        if (this.shownOnce) return
        this.shownOnce = true
        this.emit('ready-to-show')
      },
      titled: (title) => {
        const event = happening()
        this.emit('page-title-updated', event, title, true)
        if (!event.defaultPrevented) this.setTitle(title)
      },
      openChild: (options, url) => {
        const child = new BrowserWindow(options)
        this.contents.emit('did-create-window', child, { url })
        child.loadURL(url).catch((error: unknown) => note('child-failed', { error: String(error) }))
      },
    }
  }
}
Object.assign(
  BrowserWindow.prototype,
  noted('BrowserWindow', ['setMenu', 'removeMenu', 'setMenuBarVisibility', 'setAutoHideMenuBar', 'setMinimumSize']),
  noted('BrowserWindow', ['flashFrame', 'setProgressBar', 'setBackgroundColor', 'setIcon', 'moveTop', 'center']),
)

/** Source: electron docs "webContents", methods of the module. */
export const webContents = {
  fromId: (id: number) => BrowserWindow.getAllWindows().find((window) => window.webContents.id === id)?.webContents,
  fromDevToolsTargetId: (target: string) =>
    BrowserWindow.getAllWindows().find((window) => window.webContents._target === target)?.webContents,
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
}
