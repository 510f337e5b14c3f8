import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why somebody stays outside, as an HTTP status. */
export type Refusal = 401 | 403 | 415 | 421

const digest = (text: string) => createHash('sha256').update(text).digest()
const secret = () => randomBytes(32).toString('base64url')

/**
 * The door of the browser shell. Who holds the printed link comes in once and gets a cookie that only this server reads;
 * every later request is checked for where it was sent (Host), where it came from (Origin, Sec-Fetch-Site) and who sends
 * it (cookie). Only digests of secrets are kept and they are compared in constant time.
 */
export class Door {
  readonly origin: string
  readonly #host: string
  readonly #cookieName: string
  readonly #clients = new Map<string, string>()
  #ticket: Buffer | undefined

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`
    this.origin = `http://${this.#host}`
    // Cookies do not know ports: two desks on one PC must not take each other's place.
    this.#cookieName = `desk-${port}`
  }

  /** Makes the link that opens the door once; a link made before no longer works. */
  newLink(): string {
    const ticket = secret()
    this.#ticket = digest(ticket)
    return `${this.origin}/?ticket=${ticket}`
  }

  /** Uses a ticket up and answers with the cookie for its bearer; undefined when it is wrong or was used. */
  admit(ticket: string): string | undefined {
    if (this.#ticket === undefined || !timingSafeEqual(digest(ticket), this.#ticket)) return undefined
    this.#ticket = undefined
    const pass = secret()
    this.#clients.set(digest(pass).toString('hex'), `browser-${this.#clients.size + 1}`)
    return `${this.#cookieName}=${pass}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** Whether the request was meant for this server and sent by its own page. */
  refusalOf(request: IncomingMessage): Refusal | undefined {
    if (request.headers.host !== this.#host) return 421
    const { origin, 'sec-fetch-site': site } = request.headers
    if (origin !== undefined && origin !== this.origin) return 403
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403
    return undefined
  }

  /** What a call must bring besides: the Origin that a browser always sends with a POST, and JSON. */
  callRefusalOf(request: IncomingMessage): Refusal | undefined {
    if (request.headers.origin !== this.origin) return 403
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    return type === 'application/json' ? undefined : 415
  }

  /** Which browser this is; undefined without a cookie of ours. */
  clientOf(request: IncomingMessage): string | undefined {
    const cookies = request.headers.cookie?.split(';') ?? []
    for (const cookie of cookies) {
      const [name, value] = cookie.trim().split('=')
      if (name !== this.#cookieName || value === undefined) continue
      // Looking up a digest tells a guesser nothing about how near the guess was.
      const client = this.#clients.get(digest(value).toString('hex'))
      if (client !== undefined) return client
    }
    return undefined
  }
}
