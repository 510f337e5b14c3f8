import { rmSync } from 'node:fs'
import { note } from '#double/state'
import { strict } from '#double/strict'

const unanswered = (method: string) => async (): Promise<never> => {
  throw new Error(
    `[electron-double] dialog.${method} opened and nobody can answer it: replace it in electronApp.evaluate(({ dialog }) => …)`,
  )
}
const blocking = (method: string) => (): never => {
  throw new Error(`[electron-double] dialog.${method} blocks the main process in Electron: use the asynchronous form`)
}

/** Source: electron docs "dialog". A real modal would stop a test for ever, so an unanswered one fails. */
export const dialog = strict('Dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showOpenDialogSync: blocking('showOpenDialogSync'),
  showSaveDialogSync: blocking('showSaveDialogSync'),
  showMessageBoxSync: blocking('showMessageBoxSync'),
  // docs: before ready the text goes to stderr on Linux; it always does here.
  showErrorBox(title: string, content: string): void {
    note('dialog.showErrorBox', { title, content })
    console.error(`[showErrorBox] ${title}: ${content}`)
  },
})

/** Source: electron docs "shell". Nothing is opened; it is noted. */
export const shell = strict('Shell', {
  async openExternal(url: string): Promise<void> {
    note('shell.openExternal', { url })
  },
  async openPath(path: string): Promise<string> {
    note('shell.openPath', { path })
    return ''
  },
  showItemInFolder(path: string): void {
    note('shell.showItemInFolder', { path })
  },
  async trashItem(path: string): Promise<void> {
    rmSync(path, { recursive: true })
  },
  beep(): void {},
})

let clipboardText = ''
/** Source: electron docs "clipboard"; its methods became asynchronous in Electron 44 (docs/breaking-changes.md). */
export const clipboard = strict('Clipboard', {
  async readText(): Promise<string> {
    return clipboardText
  },
  async writeText(text: string): Promise<void> {
    clipboardText = text
  },
  async clear(): Promise<void> {
    clipboardText = ''
  },
})
