import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
// A shell has no door of its own: nothing in the product imports it, only its entry runs.
import { serveDesk } from '../../src-main/shell-browser/http.ts'
import type { DeskServer } from '../../src-main/shell-browser/http.ts'
import { ask } from './raw-http.ts'
import { stubEngine } from './stub-engine.ts'
import type { StubEngine } from './stub-engine.ts'

let folder: string
let engine: StubEngine
let server: DeskServer
let link: URL
let port: number
let own: Record<string, string>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'door-'))
  const pages = join(folder, 'renderer')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Desk</title>')
  writeFileSync(join(pages, 'assets/main.js'), 'export {}')
  writeFileSync(join(pages, 'notes.txt'), 'not a page')
  writeFileSync(join(folder, 'secret.js'), 'outside')
  symlinkSync(join(folder, 'secret.js'), join(pages, 'link.js'))
  engine = stubEngine()
  server = await serveDesk({ engine, pages, port: 0, patience: 60 })
  link = new URL(server.newLink())
  port = Number(link.port)
  own = { host: link.host, origin: link.origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const typed = () => ({ host: link.host, 'sec-fetch-site': 'none' })

async function cookieOf(url: URL): Promise<string> {
  const entered = await ask(port, { path: url.pathname + url.search, headers: typed() })
  return entered.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
const call = (cookie: string, headers: Record<string, string> = {}, body: string | Buffer = '{"day":"2026-03-10"}') =>
  ask(port, { method: 'POST', path: '/call/appointments/onDay', headers: { ...own, cookie, ...headers }, body })

describe('the link', () => {
  test('opens once, leaves a cookie that scripts cannot read, and disappears from the address', async () => {
    const entered = await ask(port, { path: link.pathname + link.search, headers: typed() })
    expect(entered).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(entered.headers['set-cookie']?.[0]).toMatch(/^desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    const again = await ask(port, { path: link.pathname + link.search, headers: typed() })
    expect(again.status).toBe(401)
    expect(again.text).toContain('new link')
  })

  test('opened again by the browser that used it, it just works', async () => {
    const cookie = await cookieOf(link)
    const again = await ask(port, { path: link.pathname + link.search, headers: { ...typed(), cookie } })
    expect(again).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  test('a wrong one opens nothing, and a new one makes the unused one worthless', async () => {
    expect((await ask(port, { path: '/?ticket=guess', headers: typed() })).status).toBe(401)
    const fresh = new URL(server.newLink())
    expect(await cookieOf(link)).toBe('')
    expect(await cookieOf(fresh)).not.toBe('')
  })

  test('two browsers are two clients', async () => {
    const first = await cookieOf(link)
    const second = await cookieOf(new URL(server.newLink()))
    const clients = [await call(first), await call(second)].map(({ text }) => /"client":"([^"]+)"/.exec(text)?.[1])
    expect(new Set(clients).size).toBe(2)
  })
})

describe('a call', () => {
  test('with everything right reaches the engine', async () => {
    const reply = await call(await cookieOf(link))
    expect(reply.status).toBe(200)
    expect(JSON.parse(reply.text)).toEqual({
      ok: true,
      value: { room: 'appointments', name: 'onDay', input: { day: '2026-03-10' }, client: 'browser-1' },
    })
  })

  test.each<[number, string, Record<string, string>]>([
    [421, 'another host', { host: 'evil.example' }],
    [421, 'a name of this PC', { host: 'localhost' }],
    [403, 'another origin', { origin: 'https://evil.example' }],
    [403, 'no origin at all', { origin: '' }],
    [403, 'an origin that hides itself', { origin: 'null' }],
    [403, 'another site', { 'sec-fetch-site': 'cross-site' }],
    [403, 'another port of this PC', { 'sec-fetch-site': 'same-site' }],
    [415, 'a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    [415, 'plain text, which needs no permission across origins', { 'content-type': 'text/plain' }],
    [401, 'no cookie', { cookie: '' }],
    [401, 'a made-up cookie', { cookie: 'desk=aaaa' }],
  ])('is refused with %i from %s', async (status, _what, headers) => {
    const given = 'host' in headers && headers['host'] === 'localhost' ? { host: `localhost:${port}` } : headers
    expect((await call(await cookieOf(link), given)).status).toBe(status)
  })

  test('of more than a mebibyte is refused as too large, announced or not', async () => {
    const cookie = await cookieOf(link)
    const large = Buffer.alloc(1024 * 1024 + 1, 0x20)
    const announced = await call(cookie, { 'content-length': String(large.length) }, large)
    expect(announced.status).toBe(413)
    expect(JSON.parse(announced.text)).toMatchObject({ ok: false, fault: { code: 'call.too-large' } })
    const chunked = await call(cookie, { 'transfer-encoding': 'chunked' }, large)
    expect(chunked.status).toBe(413)
  })

  test('that is not JSON is a fault in words', async () => {
    const reply = await call(await cookieOf(link), {}, '{"day":')
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, fault: { code: 'call.not-json' } })
  })

  test('is never a GET, and a page is never a POST', async () => {
    const cookie = await cookieOf(link)
    expect((await ask(port, { path: '/call/appointments/onDay', headers: { ...own, cookie } })).status).toBe(405)
    expect((await ask(port, { method: 'POST', path: '/', headers: { ...own, cookie } })).status).toBe(405)
  })
})

describe('a page', () => {
  test('is only for who came in, and carries every protective header', async () => {
    expect((await ask(port, { headers: typed() })).status).toBe(401)
    const page = await ask(port, { headers: { ...typed(), cookie: await cookieOf(link) } })
    expect(page).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';/),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cache-control': 'no-store',
      },
    })
  })

  test.each([
    [403, { origin: 'https://evil.example' }],
    [403, { 'sec-fetch-site': 'cross-site' }],
    [421, { host: 'evil.example' }],
  ])('and the announcements are refused with %i for %j, cookie or not', async (status, headers) => {
    const cookie = await cookieOf(link)
    for (const path of ['/', '/touched'])
      expect((await ask(port, { path, headers: { ...typed(), cookie, ...headers } })).status).toBe(status)
  })

  test('a screen has an address of its own that can be reloaded', async () => {
    const headers = { ...typed(), cookie: await cookieOf(link) }
    expect((await ask(port, { path: '/patients/0198', headers })).text).toContain('<title>Desk</title>')
    expect((await ask(port, { path: '/assets/main.js', headers })).status).toBe(200)
  })

  test.each([
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/assets/../../secret.js',
    '/assets/..%5c..%5csecret.js',
    '/....//secret.js',
    '/secret.js%00.html',
    '/link.js',
    '/notes.txt',
    '/assets/missing.js',
    '/%zz.js',
    '//evil.example/main.js',
  ])('nothing outside of the built window can be reached: %s', async (path) => {
    const answer = await ask(port, { path, headers: { ...typed(), cookie: await cookieOf(link) } })
    expect(answer).toMatchObject({ status: 404 })
    expect(answer.text).not.toContain('outside')
  })
})

describe('what was touched', () => {
  async function listen(cookie: string): Promise<{ read(): Promise<string>; stop(): void }> {
    const away = new AbortController()
    const response = await fetch(`${link.origin}/touched`, { headers: { cookie }, signal: away.signal })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    return { read: async () => (await reader?.read())?.value ?? '', stop: () => away.abort() }
  }

  test('is told to every browser that is in', async () => {
    const stream = await listen(await cookieOf(link))
    expect(await stream.read()).toBe(': listening\n\n')
    engine.announce(['invoices', 'ledger'])
    expect(await stream.read()).toBe('data: ["invoices","ledger"]\n\n')
    stream.stop()
  })

  test('nobody without a cookie hears it', async () => {
    expect((await ask(port, { path: '/touched', headers: typed() })).status).toBe(401)
  })

  test('a browser that stays away has left; one that comes back in time has not', async () => {
    const cookie = await cookieOf(link)
    const first = await listen(cookie)
    first.stop()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = await listen(cookie)
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(engine.left).toEqual([])
    second.stop()
    await expect.poll(() => engine.left).toEqual(['browser-1'])
  })
})

test('a port that is taken is told, not shared', async () => {
  await expect(serveDesk({ engine, pages: folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
