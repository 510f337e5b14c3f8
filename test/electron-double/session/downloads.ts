import { EventEmitter } from 'node:events'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { happening } from '#double/event'
import { toApp } from '#double/session/scheme'
import { browser, note } from '#double/state'
import { strict } from '#double/strict'

/**
 * One download. Chromium writes it under a random name into a holding folder; the file moves to its save path when it is
 * complete. Source: electron docs "Class: DownloadItem".
 */
class DownloadItem extends EventEmitter {
  private readonly guid: string
  private readonly url: string
  private readonly fileName: string
  private savePath = ''
  private dialogOptions: { defaultPath?: string } = {}
  private received = 0
  private total = 0
  private stateName: 'progressing' | 'completed' | 'cancelled' | 'interrupted' = 'progressing'

  constructor(guid: string, url: string, fileName: string) {
    super()
    this.guid = guid
    this.url = url
    this.fileName = fileName
  }

  setSavePath(path: string): void {
    this.savePath = path
  }
  setSaveDialogOptions(options: { defaultPath?: string }): void {
    this.dialogOptions = options
  }
  getSaveDialogOptions(): { defaultPath?: string } {
    return this.dialogOptions
  }
  getSavePath(): string {
    return this.savePath
  }
  getFilename(): string {
    return this.fileName
  }
  getURL(): string {
    return toApp(this.url)
  }
  getMimeType(): string {
    return this.fileName.endsWith('.pdf') ? 'application/pdf' : ''
  }
  getReceivedBytes(): number {
    return this.received
  }
  getTotalBytes(): number {
    return this.total
  }
  getState(): string {
    return this.stateName
  }
  isDone(): boolean {
    return this.stateName !== 'progressing'
  }
  cancel(): void {
    if (!this.isDone())
      void browser()
        .browser.send('Browser.cancelDownload', { guid: this.guid })
        .catch(() => {})
  }

  _progress(received: number, total: number): void {
    this.received = received
    this.total = total
    this.emit('updated', happening(), 'progressing')
  }
  _end(folder: string, completed: boolean): void {
    const held = join(folder, this.guid)
    this.stateName = completed ? 'completed' : 'cancelled'
    if (completed && this.savePath !== '') {
      mkdirSync(dirname(this.savePath), { recursive: true })
      renameSync(held, this.savePath)
    } else rmSync(held, { force: true })
    this.emit('done', happening(), this.stateName)
  }
}

/** Tells the session of every download. */
export async function followDownloads(
  folder: string,
  announce: (event: ReturnType<typeof happening>, item: DownloadItem) => void,
): Promise<void> {
  const items = new Map<string, DownloadItem>()
  const { browser: session } = browser()
  session.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename }) => {
    const item = strict('DownloadItem', new DownloadItem(guid, url, suggestedFilename))
    items.set(guid, item)
    const event = happening()
    announce(event, item)
    note('will-download', { file: suggestedFilename, savePath: item.getSavePath() })
    // docs: without a save path "Electron will use the original routine to determine the save path; this usually prompts
    // a save dialog". Nobody answers it here: it counts as dismissed. A test sets the path in a listener of its own.
    if (event.defaultPrevented || item.getSavePath() === '') item.cancel()
  })
  session.on('Browser.downloadProgress', ({ guid, state, receivedBytes, totalBytes }) => {
    const item = items.get(guid)
    item?._progress(receivedBytes, totalBytes)
    if (state === 'inProgress') return
    items.delete(guid)
    item?._end(folder, state === 'completed')
  })
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  })
}
