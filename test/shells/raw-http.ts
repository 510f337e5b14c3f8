import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

/** One request exactly as written: fetch would tidy the path and refuse to set Host or Origin. */
export function ask(
  port: number,
  options: { method?: string; path?: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer },
): Promise<Answer> {
  const { method = 'GET', path = '/', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers: { connection: 'close', ...headers } },
      (got) => {
        let text = ''
        got.setEncoding('utf8')
        got.on('data', (part) => (text += String(part)))
        got.on('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers, text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
