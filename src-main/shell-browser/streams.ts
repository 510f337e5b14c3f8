import type { ServerResponse } from 'node:http'

const HEARTBEAT = 25_000

/** The open event streams of all browsers. A browser that stays away for `patience` milliseconds has left. */
export class Streams {
  readonly #open = new Map<string, Set<ServerResponse>>()
  readonly #leaving = new Map<string, NodeJS.Timeout>()
  readonly #onLeft: (client: string) => void
  readonly #patience: number
  readonly #heartbeat: NodeJS.Timeout

  constructor(onLeft: (client: string) => void, patience: number) {
    this.#onLeft = onLeft
    this.#patience = patience
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT)
    this.#heartbeat.unref()
  }

  /** Keeps this answer open for announcements until the browser goes. */
  add(client: string, response: ServerResponse): void {
    clearTimeout(this.#leaving.get(client))
    this.#leaving.delete(client)
    const streams = this.#open.get(client) ?? new Set()
    this.#open.set(client, streams.add(response))
    response.on('close', () => {
      streams.delete(response)
      if (streams.size === 0) this.#expectReturn(client)
    })
    response.write(': listening\n\n')
  }

  /** Tells every browser which topics were touched. */
  announce(topics: readonly string[]): void {
    this.#write(`data: ${JSON.stringify(topics)}\n\n`)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const streams of this.#open.values()) for (const stream of streams) stream.end()
    this.#open.clear()
    for (const timer of this.#leaving.values()) clearTimeout(timer)
    this.#leaving.clear()
  }

  #write(text: string): void {
    for (const streams of this.#open.values()) for (const stream of streams) stream.write(text)
  }

  #expectReturn(client: string): void {
    // close() ends the streams too; nobody is waited for then.
    if (!this.#open.delete(client)) return
    const timer = setTimeout(() => {
      this.#leaving.delete(client)
      this.#onLeft(client)
    }, this.#patience)
    timer.unref()
    this.#leaving.set(client, timer)
  }
}
