/** The `electron` module of the main process, as far as it is modelled. For tests alone: nothing in the product imports it. */
import { absent } from '#double/strict'

export { app } from '#double/app/app'
export { ipcMain } from '#double/ipc'
export { protocol, session } from '#double/session/session'
export { clipboard, dialog, shell } from '#double/system/dialogs'
export { Menu, MenuItem } from '#double/system/menu'
export { safeStorage } from '#double/system/safe-storage'
export { nativeTheme, net, powerMonitor, screen } from '#double/system/system'
export { BrowserWindow, webContents } from '#double/window/browser-window'

export const autoUpdater = absent('autoUpdater')
export const BaseWindow = absent('BaseWindow')
export const contentTracing = absent('contentTracing')
export const crashReporter = absent('crashReporter')
export const desktopCapturer = absent('desktopCapturer')
export const globalShortcut = absent('globalShortcut')
export const MessageChannelMain = absent('MessageChannelMain')
export const nativeImage = absent('nativeImage')
export const netLog = absent('netLog')
export const Notification = absent('Notification')
export const powerSaveBlocker = absent('powerSaveBlocker')
export const systemPreferences = absent('systemPreferences')
export const Tray = absent('Tray')
export const utilityProcess = absent('utilityProcess')
export const View = absent('View')
export const WebContentsView = absent('WebContentsView')
export const webFrameMain = absent('webFrameMain')
