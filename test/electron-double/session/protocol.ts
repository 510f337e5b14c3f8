import { privileged, type Privileges } from '#double/session/scheme'
import { state } from '#double/state'

export type ProtocolHandler = (request: Request) => Response | Promise<Response>
let registered = false

/** Source: electron docs "protocol" and lib/browser/api/protocol.ts. */
export class Protocol {
  private readonly handlers = new Map<string, ProtocolHandler>()

  registerSchemesAsPrivileged(list: readonly { scheme: string; privileges?: Privileges }[]): void {
    // docs: "This method can only be used before the ready event of the app module gets emitted and can be called only once."
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (registered) throw new Error('[electron-double] registerSchemesAsPrivileged may be called only once')
    registered = true
    for (const { scheme, privileges } of list) privileged.set(scheme, privileges ?? {})
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    if (!state.ready) throw new Error('[electron-double] protocol.handle before ready: the session does not exist yet')
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!/^(?:https?|file)$/.test(scheme) && privileged.get(scheme)?.standard !== true)
      throw new Error(`[electron-double] ${scheme} is not registered as a standard scheme; only those are modelled`)
    this.handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme)
  }
  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme)
  }
  _handlerOf(scheme: string): ProtocolHandler | undefined {
    return this.handlers.get(scheme)
  }
}
