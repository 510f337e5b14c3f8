export type RequestDetails = {
  id: number
  url: string
  method: string
  resourceType: string
  referrer: string
  timestamp: number
  webContentsId: number
}
export type BeforeAnswer = { cancel?: boolean; redirectURL?: string }
export type HeadersAnswer = { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }
type Listener<D, A> = (details: D, callback: (answer: A) => void) => void
type Filter = { urls?: readonly string[] }
type Entry<D, A> = { filter: Filter | undefined; listener: Listener<D, A> }

function matches(filter: Filter | undefined, url: string): boolean {
  if (!filter?.urls?.length) return true
  return filter.urls.some((pattern) => {
    if (pattern === '<all_urls>') return /^(?:https?|wss?|ftp|file):/.test(url)
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\*/g, '.*')
    return new RegExp(`^${source}$`).test(url)
  })
}

async function ask<D extends { url: string }, A>(entry: Entry<D, A> | undefined, details: D): Promise<A | undefined> {
  if (!entry || !matches(entry.filter, details.url)) return undefined
  return new Promise((resolve) => entry.listener(details, resolve))
}

function entryOf<D, A>(first: Filter | Listener<D, A> | null, second?: Listener<D, A> | null): Entry<D, A> | undefined {
  if (typeof first === 'function') return { filter: undefined, listener: first }
  return second ? { filter: first ?? undefined, listener: second } : undefined
}

/**
 * Only the last listener counts; null takes it away. Listeners see custom schemes too, because Electron wraps every loader
 * factory. Source: electron docs "Class: WebRequest", shell/browser/net/proxying_url_loader_factory.cc.
 */
export class WebRequest {
  private before: Entry<RequestDetails, BeforeAnswer> | undefined
  private headers: Entry<RequestDetails & { statusCode: number }, HeadersAnswer> | undefined

  onBeforeRequest(
    first: Filter | Listener<RequestDetails, BeforeAnswer> | null,
    second?: Listener<RequestDetails, BeforeAnswer> | null,
  ): void {
    this.before = entryOf(first, second)
  }
  onHeadersReceived(
    first: Filter | Listener<RequestDetails & { statusCode: number }, HeadersAnswer> | null,
    second?: Listener<RequestDetails & { statusCode: number }, HeadersAnswer> | null,
  ): void {
    this.headers = entryOf(first, second)
  }
  _askBefore(details: RequestDetails): Promise<BeforeAnswer | undefined> {
    return ask(this.before, details)
  }
  _askHeaders(details: RequestDetails & { statusCode: number }): Promise<HeadersAnswer | undefined> {
    return ask(this.headers, details)
  }
}
