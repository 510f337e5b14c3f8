import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

export type Handler = (event: unknown, ...args: unknown[]) => unknown

/** ipcMain and webContents.ipc. Source: electron lib/browser/ipc-main-impl.ts (semantics and messages). */
export class IpcMain extends EventEmitter {
  private readonly handlers = new Map<string, Handler>()

  constructor() {
    super()
    this.on('error', () => {})
  }

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    this.handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  _handlerOf(channel: string): Handler | undefined {
    return this.handlers.get(channel)
  }
}

export const ipcMain = strict('IpcMain', new IpcMain())
