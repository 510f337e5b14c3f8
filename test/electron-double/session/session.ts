import { EventEmitter } from 'node:events'
import { Protocol } from '#double/session/protocol'
import { WebRequest } from '#double/session/web-request'
import { note, state } from '#double/state'
import { noted, strict } from '#double/strict'

type Asker = { getURL(): string }
type RequestHandler = (contents: Asker, permission: string, answer: (granted: boolean) => void, details: object) => void
type CheckHandler = (contents: Asker | null, permission: string, origin: string, details: object) => boolean

/** Source: electron docs "Class: Session". There is one session; partitions are not modelled. */
export class Session extends EventEmitter {
  readonly protocol = strict('Protocol', new Protocol())
  readonly webRequest = strict('WebRequest', new WebRequest())
  private request: RequestHandler | null = null
  private check: CheckHandler | null = null
  private spellChecks = true

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.request = handler
    this._permissionsChanged()
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.check = handler
    this._permissionsChanged()
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecks = enabled
  }
  isSpellCheckerEnabled(): boolean {
    return this.spellChecks
  }
  isPersistent(): boolean {
    return true
  }
  async clearCache(): Promise<void> {
    note('Session.clearCache')
  }
  async clearStorageData(): Promise<void> {
    note('Session.clearStorageData')
  }

  /**
   * The verdict of the app's own handlers on one permission. Chromium asks nobody here: the handlers are asked up front and
   * their answer becomes the browser's permission state. docs: without a request handler Electron grants everything.
   */
  _allows(contents: Asker, permission: string, origin: string): boolean {
    const details = { requestingUrl: contents.getURL(), isMainFrame: true, mediaTypes: ['audio', 'video'] }
    let granted = this.request === null
    this.request?.(contents, permission, (answer) => (granted = answer), details)
    return granted && (this.check === null || this.check(contents, permission, origin, details))
  }
  private _permissionsChanged(): void {
    for (const contents of state.contents.values()) void contents._applyPermissions()
  }
}
Object.assign(
  Session.prototype,
  noted('Session', [
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
    'setBluetoothPairingHandler',
    'setUSBProtectedClassesHandler',
  ]),
  noted('Session', ['setCertificateVerifyProc', 'setSpellCheckerLanguages', 'setSpellCheckerDictionaryDownloadURL']),
)

export const theSession = strict('Session', new Session())
export const protocol = theSession.protocol
export const session = {
  get defaultSession() {
    if (!state.ready) throw new Error('Session can only be received when app is ready')
    return theSession
  },
}
