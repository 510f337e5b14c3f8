import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { Readable, Writable } from 'node:stream'
// Playwright's package exports its protocol types through no door of their own; this is the only place that reaches in.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type Events = Protocol.Events
export type Commands = Protocol.CommandParameters
export type Answers = Protocol.CommandReturnValues
type Method = keyof Commands & keyof Answers

type Message = {
  id?: number
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
  sessionId?: string
}
type Pending = { method: string; resolve(value: unknown): void; reject(error: Error): void }

/** Typed events and commands of one protocol session; the browser itself is the session without an id. */
export class CdpSession {
  private readonly emitter = new EventEmitter().setMaxListeners(0)
  private readonly owner: Cdp
  private readonly id: string | undefined

  constructor(owner: Cdp, id: string | undefined) {
    this.owner = owner
    this.id = id
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.emitter.on(event, listener)
  }

  send<M extends Method>(method: M, params?: Commands[M]): Promise<Answers[M]> {
    return this.owner.command(method, params, this.id)
  }

  receive(method: string, params: unknown): void {
    this.emitter.emit(method, params)
  }
}

/**
 * Chromium over `--remote-debugging-pipe`: it dies with this process, even on SIGKILL. A WebSocket port is opened beside
 * it for Playwright, as a real Electron does for `--remote-debugging-port=0`.
 */
export class Cdp {
  readonly process: ChildProcess
  readonly browser: CdpSession
  private readonly input: Writable
  private readonly pending = new Map<number, Pending>()
  private readonly sessions = new Map<string, CdpSession>()
  private nextId = 0
  private buffer = ''

  constructor(launch: {
    path: string
    args: readonly string[]
    onDevtools(line: string): void
    onExit(why: string): void
  }) {
    this.process = spawn(launch.path, ['--remote-debugging-pipe', ...launch.args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // In a process group of its own: Ctrl-C in a terminal is for the app, which then ends Chromium itself.
      detached: true,
      // Without a bus address Chromium looks for a desktop bus and waits for it.
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
    })
    this.browser = new CdpSession(this, undefined)
    const [, , stderr, input, output] = this.process.stdio
    if (!(stderr instanceof Readable) || !(input instanceof Writable) || !(output instanceof Readable))
      throw new Error('[electron-double] the pipes to Chromium did not open')
    this.input = input
    let heard = ''
    stderr.on('data', (data) => {
      heard = (heard + String(data)).slice(-20_000)
      const line = /^DevTools listening on ws:.*$/m.exec(String(data))
      if (line) launch.onDevtools(line[0])
    })
    output.setEncoding('utf8').on('data', (data) => this.read(String(data)))
    // A pipe breaks when Chromium ends first; the exit event tells.
    input.on('error', () => {})
    output.on('error', () => {})
    this.process.on('error', (error) => launch.onExit(error.message))
    this.process.on('exit', (code, signal) => {
      for (const waiting of this.pending.values()) waiting.reject(new Error(`${waiting.method}: Chromium is gone`))
      this.pending.clear()
      launch.onExit(`${code ?? signal}\n${heard.slice(-2000)}`)
    })
  }

  session(id: string): CdpSession {
    const known = this.sessions.get(id)
    if (known) return known
    const made = new CdpSession(this, id)
    this.sessions.set(id, made)
    return made
  }

  command<M extends Method>(
    method: M,
    params: Commands[M] | undefined,
    sessionId: string | undefined,
  ): Promise<Answers[M]> {
    return new Promise<Answers[M]>((resolve, reject) => {
      const id = ++this.nextId
      // The protocol promises that the answer of an id has the shape of its method.
      this.pending.set(id, { method, resolve: (value) => resolve(value as Answers[M]), reject })
      this.input.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    })
  }

  kill(): void {
    this.process.kill('SIGKILL')
  }

  private read(data: string): void {
    this.buffer += data
    for (let end = this.buffer.indexOf('\0'); end >= 0; end = this.buffer.indexOf('\0')) {
      const message = JSON.parse(this.buffer.slice(0, end)) as Message
      this.buffer = this.buffer.slice(end + 1)
      this.deliver(message)
    }
  }

  private deliver(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.pending.get(message.id)
      this.pending.delete(message.id)
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
      else waiting?.resolve(message.result)
    } else if (message.method !== undefined) {
      const target = message.sessionId === undefined ? this.browser : this.session(message.sessionId)
      target.receive(message.method, message.params)
    }
  }
}
