import { app, BrowserWindow, Menu, screen } from 'electron'
import { ORIGIN } from './harden.ts'

const TITLE = 'Infusion Desk'

/** Opens the one window. It is shown when its page is painted, so nobody sees a white frame. */
export function openWindow(preload: string): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    width: Math.min(1440, width),
    height: Math.min(900, height),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: TITLE,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.setMenuBarVisibility(false)
  // A title bar and a task list are read over a shoulder: they never name a patient.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.setContentProtection(!isRemoteDesktop())
  window.once('ready-to-show', () => window.show())
  return window
}

/** Shows the start page. */
export async function loadStart(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${ORIGIN}/index.html`)
}

/** Brings the window to the front for a second start. */
export function bringForward(window: BrowserWindow | undefined): void {
  if (window === undefined || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The keys that a person expects of any window (copy, zoom, quit); the bar itself stays hidden. */
export function installMenu(lock: () => void): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: TITLE, submenu: [{ id: 'lock', label: 'Lock', click: lock }, { role: 'quit' }] },
      { role: 'editMenu' },
      { label: 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }] },
    ]),
  )
}

/** Over Remote Desktop a window that refuses to be captured is black for its own user. */
function isRemoteDesktop(): boolean {
  return process.env['SESSIONNAME']?.startsWith('RDP-') === true
}
