import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Engine } from '#engine'
import { securityHeaders } from '#shell/headers'
import { findPage } from '#shell/pages'
import { Door } from './door.ts'
import { plainPage } from './plain-page.ts'
import { Streams } from './streams.ts'

/** What the server needs. `patience` is how long, in milliseconds, a browser may be away before its sign-in ends. */
export type DeskServerOptions = {
  readonly engine: Engine
  /** Folder of the built window. */
  readonly pages: string
  readonly port: number
  readonly patience?: number
}
export type DeskServer = { newLink(): string; close(): Promise<void> }

const MEBIBYTE = 1024 * 1024

/** Serves the window and its calls on 127.0.0.1. Rejects when the port is taken. */
export async function serveDesk(options: DeskServerOptions): Promise<DeskServer> {
  const { engine } = options
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 })
  const door = new Door(await listen(server, options.port))
  const streams = new Streams((client) => engine.leave(client), options.patience ?? 60_000)
  const stopHearing = engine.onTouched((topics) => streams.announce(topics))
  server.on('request', (request, response) => {
    answer({ door, streams, engine, pages: options.pages }, request, response).catch(() => {
      // The browser went away in the middle, or a file of the window cannot be read: nothing of the clinic is involved.
      if (!response.headersSent) sendPlain(response, 500)
      else response.destroy()
    })
  })
  return {
    newLink: () => door.newLink(),
    async close() {
      stopHearing()
      streams.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), 2_000)
      await closed
      clearTimeout(force)
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'))
      else resolve(address.port)
    })
  })
}

type Inside = { door: Door; streams: Streams; engine: Engine; pages: string }

async function answer(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { door } = inside
  const refusal = door.refusalOf(request)
  if (refusal !== undefined) return sendPlain(response, refusal)
  const url = URL.parse(request.url ?? '/', door.origin)
  // A path that begins with two slashes would name another host.
  if (url === null || url.origin !== door.origin) return sendPlain(response, 404)
  const client = door.clientOf(request)
  if (request.method === 'GET' && url.pathname === '/' && url.searchParams.has('ticket')) {
    return enter(door, url.searchParams.get('ticket') ?? '', client, response)
  }
  const called = /^\/call\/([\w-]{1,64})\/([\w-]{1,64})$/.exec(url.pathname)
  if (called) {
    if (request.method !== 'POST') return sendPlain(response, 405, { allow: 'POST' })
    const callRefusal = door.callRefusalOf(request)
    if (callRefusal !== undefined) return sendPlain(response, callRefusal)
    if (client === undefined) return sendFault(response, 401, 'call.signed-out', 'This browser is not signed in.')
    return call(inside.engine, { room: called[1] ?? '', name: called[2] ?? '', client }, request, response)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendPlain(response, 405, { allow: 'GET, HEAD' })
  if (client === undefined) return sendPlain(response, 401)
  if (url.pathname === '/touched') {
    response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream' })
    return inside.streams.add(client, response)
  }
  // The raw path, not the URL's: that one has its dots resolved away before anybody could refuse them.
  const page = await findPage(inside.pages, (request.url ?? '/').split(/[?#]/)[0] ?? '/')
  if (page === undefined) return sendPlain(response, 404)
  send(response, 200, page.type, page.body)
}

/** A link is used once. A reload of the used link by the browser that used it simply goes on. */
function enter(door: Door, ticket: string, client: string | undefined, response: ServerResponse): void {
  const cookie = client === undefined ? door.admit(ticket) : undefined
  if (client === undefined && cookie === undefined) return sendPlain(response, 401)
  const headers = { ...securityHeaders, location: '/', ...(cookie === undefined ? {} : { 'set-cookie': cookie }) }
  response.writeHead(303, headers).end()
}

async function call(
  engine: Engine,
  asked: { room: string; name: string; client: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request)
  if (body === undefined) {
    response.setHeader('connection', 'close')
    return sendFault(response, 413, 'call.too-large', 'This is too large to send. Nothing was saved.')
  }
  const input = parsed(body)
  if (input === undefined) return sendFault(response, 400, 'call.not-json', 'This is not a readable message.')
  const reply = await engine.call(asked.room, asked.name, input.value, { client: asked.client })
  send(response, 200, 'application/json', JSON.stringify(reply))
}

/** The whole body, or undefined when it is over a mebibyte; the rest is then not read. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MEBIBYTE) return undefined
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > MEBIBYTE) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(body: string): { value: unknown } | undefined {
  // A call without input has an empty body: JSON has no word for undefined.
  if (body === '') return { value: undefined }
  try {
    return { value: JSON.parse(body) }
  } catch {
    return undefined
  }
}

function sendFault(response: ServerResponse, status: number, code: string, message: string): void {
  send(response, status, 'application/json', JSON.stringify({ ok: false, fault: { code, message } }))
}

function sendPlain(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  send(response, status, 'text/html; charset=utf-8', plainPage(status))
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
