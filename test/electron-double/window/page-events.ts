import type { CdpSession } from '#double/cdp'
import { happening } from '#double/event'
import { toApp } from '#double/session/scheme'
import { note, state } from '#double/state'
import { isolatedWorld } from '#double/window/preload'
import { answerRequest } from '#double/window/requests'
import type { WebContents } from '#double/window/web-contents'

const levels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', assert: 'error' }

/** Turns Chromium's events of one page into those of webContents. Source: electron docs "webContents", instance events. */
export function listenToPage(contents: WebContents, page: CdpSession): void {
  const frames = contents._frames()
  const contexts = contents._contexts()
  const isMain = (frameId: string) => contents._isMain(frameId)

  page.on('Page.frameAttached', ({ frameId, parentFrameId }) => frames.attach(frameId, parentFrameId))
  page.on('Page.frameDetached', ({ frameId }) => frames.detach(frameId))
  page.on('Page.frameNavigated', ({ frame }) => {
    const main = frame.parentId === undefined
    frames.navigate(frame.id, { url: frame.url, parentId: frame.parentId, name: frame.name ?? '' })
    if (main) {
      contents._arrived(frame.url)
      contents.emit('did-navigate', happening(), toApp(frame.url), 200, 'OK')
    }
    contents.emit('did-frame-navigate', happening(), toApp(frame.url), 200, 'OK', main, 1, 1)
  })
  page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (isMain(frameId)) contents._arrived(url)
    contents.emit('did-navigate-in-page', happening(), toApp(url), isMain(frameId), 1, 1)
  })
  page.on('Page.frameStartedLoading', ({ frameId }) => isMain(frameId) && contents._setLoading(true))
  page.on('Page.frameStoppedLoading', ({ frameId }) => isMain(frameId) && contents._setLoading(false))
  page.on('Page.domContentEventFired', () => contents.emit('dom-ready', happening()))
  page.on('Page.loadEventFired', () => contents._finished())
  page.on('Page.windowOpen', ({ url }) => state.popups.push({ url, opener: contents }))
  page.on('Inspector.targetCrashed', () => contents._crashed())
  page.on('Runtime.executionContextCreated', ({ context }) => {
    const frameId: unknown = context.auxData?.['frameId']
    if (context.name === isolatedWorld && typeof frameId === 'string') contexts.set(context.id, frameId)
  })
  page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId))
  page.on('Runtime.executionContextsCleared', () => contexts.clear())
  page.on('Runtime.bindingCalled', (call) => {
    if (call.name === '__doublePost') void contents._message(call)
  })
  page.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const message = args.map((x) => String(x.value ?? x.description ?? '')).join(' ')
    const at = stackTrace?.callFrames[0]
    const place = { lineNumber: at?.lineNumber ?? 0, sourceId: toApp(at?.url ?? '') }
    contents.emit('console-message', happening({ level: levels[type] ?? 'info', message, ...place }))
  })
  page.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, lineNumber, url } }) => {
    const message = `Uncaught ${exception?.description ?? text}`
    contents.emit('console-message', happening({ level: 'error', message, lineNumber, sourceId: toApp(url ?? '') }))
  })
  page.on('Fetch.requestPaused', (paused) => {
    const asking = {
      session: page,
      id: contents.id,
      isMainFrame: isMain,
      _mayNavigate: (url: string, frameId: string) => contents._mayNavigate(url, frameId),
    }
    // A request whose page closed meanwhile cannot be answered; it is noted, not lost.
    answerRequest(asking, paused).catch((error: unknown) => note('request-failed', { error: String(error) }))
  })
}
