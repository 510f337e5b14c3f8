import { EventEmitter } from 'node:events'
import { AppPaths } from '#double/app/paths'
import { SingleInstance } from '#double/app/single-instance'
import { happening } from '#double/event'
import { type Note, note, state } from '#double/state'
import { noted, strict } from '#double/strict'

/** Source: electron docs "Class: CommandLine". */
class CommandLine {
  private readonly switches = new Map<string, string>()

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value)
  }
  removeSwitch(name: string): void {
    this.switches.delete(name)
  }
  hasSwitch(name: string): boolean {
    return this.switches.has(name) || process.argv.some((x) => x === `--${name}` || x.startsWith(`--${name}=`))
  }
  getSwitchValue(name: string): string {
    return this.switches.get(name) ?? process.argv.find((x) => x.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''
  }
  appendArgument(value: string): void {
    note('commandLine.appendArgument', { value })
  }
  _all(): string[] {
    return [...this.switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  }
}

const { promise: whenReady, resolve: becomeReady } = Promise.withResolvers<void>()

/** Source: electron docs "app". */
class App extends EventEmitter {
  isPackaged = false
  name = 'Electron'
  userAgentFallback = 'electron-double'
  readonly commandLine = strict('CommandLine', new CommandLine())
  private readonly paths = new AppPaths()
  private readonly instance = new SingleInstance()
  private about = { version: '0.0.0', appPath: process.cwd() }

  isReady(): boolean {
    return state.ready
  }
  whenReady(): Promise<void> {
    return whenReady
  }
  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return this.about.version
  }
  getAppPath(): string {
    return this.about.appPath
  }
  getLocale(): string {
    return 'en-US'
  }
  getSystemLocale(): string {
    return 'en-US'
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-US']
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  getPath(name: string): string {
    return this.paths.get(name, this.name)
  }
  enableSandbox(): void {
    // docs: "This method can only be called before app is ready".
    if (state.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    note('app.enableSandbox')
  }
  disableHardwareAcceleration(): void {
    if (state.ready) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    return this.instance.request(this.getPath('userData'), additionalData, ({ argv, cwd, data }) =>
      this.emit('second-instance', happening(), argv, cwd, data),
    )
  }
  hasSingleInstanceLock(): boolean {
    return this.instance.isHeld()
  }
  releaseSingleInstanceLock(): void {
    this.instance.release()
  }

  /** docs "app.quit()": before-quit, every window may refuse, will-quit may refuse, quit. */
  quit(): void {
    if (state.quitting) return
    const before = happening()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    state.quitting = true
    for (const window of state.windows.values()) {
      window.close()
      if (window._refusedToClose()) {
        state.quitting = false
        return
      }
    }
    this._finish()
  }
  /** docs "app.exit()": no before-quit, no will-quit; windows are closed without asking. */
  exit(code = 0): void {
    this.emit('quit', happening(), code)
    this.releaseSingleInstanceLock()
    state.cdp?.kill()
    process.exit(code)
  }
  _finish(): void {
    const will = happening()
    this.emit('will-quit', will)
    if (will.defaultPrevented) state.quitting = false
    else this.exit(0)
  }

  _about(name: string, version: string, appPath: string): void {
    this.name = name
    this.about = { version, appPath }
  }
  _becomeReady(): void {
    state.ready = true
    this.emit('will-finish-launching')
    this.emit('ready', happening(), {})
    becomeReady()
  }
  /** For tests alone, through `electronApp.evaluate(({ app }) => app._notes())`; there is none in Electron. */
  _notes(): readonly Note[] {
    return state.notes
  }
}
Object.assign(
  App.prototype,
  noted('App', [
    'relaunch',
    'setAppUserModelId',
    'setAboutPanelOptions',
    'setLoginItemSettings',
    'focus',
    'hide',
    'show',
  ]),
)

export const app = strict('App', new App())
