import { ipcMain } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import type { Engine } from '#engine'
import { ORIGIN } from './harden.ts'

/** Name under which the engine knows the one window. */
export const WINDOW_CLIENT = 'window'

/** Joins the window to the engine: calls in, announcements out. Nothing else crosses. */
export function joinWindow(engine: Engine, window: BrowserWindow): void {
  ipcMain.handle('call', (event, room: unknown, name: unknown, input: unknown) => {
    if (!isOurWindow(event, window)) throw new Error('This page may not call.')
    return engine.call(String(room), String(name), input, { client: WINDOW_CLIENT })
  })
  engine.onTouched((topics) => {
    if (!window.isDestroyed()) window.webContents.send('touched', [...topics])
  })
}

/** A frame that still exists, is the whole page, shows our origin, and sits in our window. All four. */
function isOurWindow(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    frame.origin === ORIGIN &&
    !window.isDestroyed() &&
    event.sender === window.webContents
  )
}
