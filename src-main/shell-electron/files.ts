import { basename, join } from 'node:path'
import { app, protocol } from 'electron'
import type { DownloadItem, Session } from 'electron'
import { securityHeaders } from '#shell/headers'
import { findPage } from '#shell/pages'
import { ORIGIN } from './harden.ts'

/** Makes `app://` a real origin with fetch and module scripts. Only possible before the app is ready, and once. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the built window at `app://clinic/`, with the same headers as the browser shell. */
export function servePages(folder: string): void {
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url)
    const page = isAsked(request) ? await findPage(folder, pathname) : undefined
    if (page === undefined) return new Response(null, { status: 404, headers: securityHeaders })
    return new Response(page.body, { headers: { ...securityHeaders, 'content-type': page.type } })
  })
}

function isAsked({ url, method }: Request): boolean {
  return method === 'GET' && url.startsWith(`${ORIGIN}/`)
}

/** A document of ours is saved where the person says; anything else is not saved at all. */
export function askWhereToSave(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) return event.preventDefault()
    offerName(item)
  })
}

function offerName(item: DownloadItem): void {
  const name = basename(item.getFilename())
  const filters = name.endsWith('.pdf') ? [{ name: 'PDF', extensions: ['pdf'] }] : []
  item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), name), filters })
}
