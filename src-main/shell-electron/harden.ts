import { app } from 'electron'
import type { Session, WebContents } from 'electron'

/** The only origin that a window of ours ever shows. */
export const ORIGIN = 'app://clinic'

/** Denies what a page could ask of the PC, and every request that is not for our own files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // Its dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }))
}

/** Keeps every page where it is: no navigation, no new window, no embedded page. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Our files, what a page of ours holds in memory, and the developer tools, which a packaged app does not open. */
function isOurs(url: string): boolean {
  if (url.startsWith(`${ORIGIN}/`) || url.startsWith(`blob:${ORIGIN}/`)) return true
  return !app.isPackaged && url.startsWith('devtools://')
}
