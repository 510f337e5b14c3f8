import type { CdpSession, Events } from '#double/cdp'
import { isModelled, policyForChromium, toApp, toChromium } from '#double/session/scheme'
import { theSession } from '#double/session/session'
import type { RequestDetails } from '#double/session/web-request'
import { note, state } from '#double/state'

type Paused = Events['Fetch.requestPaused']
type Reason = 'Aborted' | 'BlockedByClient' | 'InternetDisconnected' | 'Failed'

/** Source of the names: electron docs "WebRequest", `resourceType`. */
const resourceTypes: Readonly<Record<string, string>> = {
  Script: 'script',
  Stylesheet: 'stylesheet',
  Image: 'image',
  XHR: 'xhr',
  Fetch: 'xhr',
  Font: 'font',
  Media: 'media',
  WebSocket: 'webSocket',
}

export type Page = {
  readonly session: CdpSession
  readonly id: number
  isMainFrame(frameId: string): boolean
  /** Whether the app's listeners let this document load happen; a load that the app itself asked for is always let. */
  _mayNavigate(rawUrl: string, frameId: string): boolean
}

function requestOf({ request }: Paused, url: string): Request {
  const parts = (request.postDataEntries ?? []).map((entry) => Buffer.from(entry.bytes ?? '', 'base64'))
  const headers = Object.entries(request.headers)
  if (parts.length === 0) return new Request(url, { method: request.method, headers })
  return new Request(url, { method: request.method, headers, body: Buffer.concat(parts) })
}

function headersForChromium(headers: Readonly<Record<string, string | string[]>>, url: string) {
  return Object.entries(headers).flatMap(([given, values]) =>
    [values].flat().map((value) => {
      const name = given.toLowerCase()
      if (name === 'location') return { name, value: toChromium(new URL(value, url).href) }
      return { name, value: name === 'content-security-policy' ? policyForChromium(value) : value }
    }),
  )
}

/**
 * One request of a page: navigation listeners, then webRequest, then the protocol handler. A request to the outside is
 * noted and, unless DOUBLE_ALLOW_NET=1, fails as if the cable were out.
 */
export async function answerRequest(page: Page, paused: Paused): Promise<void> {
  const { requestId, request, frameId, resourceType } = paused
  const fail = async (errorReason: Reason): Promise<void> => {
    await page.session.send('Fetch.failRequest', { requestId, errorReason })
  }
  // Chrome asks for an icon; Electron does not.
  if (isModelled(request.url) && new URL(request.url).pathname === '/favicon.ico') {
    await page.session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
    return
  }
  const url = toApp(request.url)
  const isDocument = resourceType === 'Document'
  if (isDocument && !page._mayNavigate(request.url, frameId)) {
    note('navigation-blocked', { url })
    return fail('Aborted')
  }
  const main = isDocument && page.isMainFrame(frameId)
  const documentType = main ? 'mainFrame' : 'subFrame'
  const details: RequestDetails = {
    id: 1,
    url,
    method: request.method,
    resourceType: isDocument ? documentType : (resourceTypes[resourceType] ?? 'other'),
    referrer: '',
    timestamp: Date.now(),
    webContentsId: page.id,
  }
  const before = await theSession.webRequest._askBefore(details)
  if (before?.redirectURL !== undefined)
    throw new Error('[electron-double] onBeforeRequest redirectURL is not modelled')
  if (before?.cancel === true) {
    note('request-cancelled', { url })
    return fail('BlockedByClient')
  }
  const scheme = new URL(url).protocol.slice(0, -1)
  const handler = theSession.protocol._handlerOf(scheme)
  if (!handler) {
    if (isModelled(request.url)) return fail('Failed')
    note('external-request', { url })
    if (/^(?:https?|wss?)$/.test(scheme) && state.denyNetwork) return fail('InternetDisconnected')
    await page.session.send('Fetch.continueRequest', { requestId })
    return
  }
  let response: Response
  try {
    response = await handler(requestOf(paused, url))
    if (!(response instanceof Response)) throw new TypeError('a protocol.handle handler must return a Response')
  } catch (error) {
    console.error(`protocol.handle(${scheme}) failed for ${url}:`, error)
    return fail('Failed')
  }
  const original = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]))
  const changed = await theSession.webRequest._askHeaders({ ...details, statusCode: response.status })
  if (changed?.cancel === true) return fail('BlockedByClient')
  await page.session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headersForChromium(changed?.responseHeaders ?? original, url),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}
