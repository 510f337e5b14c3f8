// The isolated world of a sandboxed page: ipcRenderer, contextBridge and the polyfilled `require` of a preload script.
// Source: electron docs "Process Sandboxing" (what a sandboxed preload may require), lib/sandboxed_renderer/init.ts and
// preload.ts (wrapper arguments, "module not found", "Unable to load preload script"), lib/renderer/api/ipc-renderer.ts.
// oxlint-disable-next-line no-unused-vars -- called by the text that window/preload.ts puts after it
function doubleIsolated(processInfo, nonce, preloads) {
  if (window !== window.top) return // nodeIntegrationInSubFrames: false
  const post = globalThis.__doublePost
  delete globalThis.__doublePost
  const { encode, decode } = globalThis.__doubleCodec
  delete globalThis.__doubleCodec
  const bridge = doubleWorld(nonce, 'I', 'M')
  const pending = new Map()
  let count = 0

  class EventEmitter {
    constructor() {
      this.listenersOf = new Map()
    }
    on(name, listener) {
      const list = this.listenersOf.get(name) ?? []
      this.listenersOf.set(name, list)
      list.push(listener)
      return this
    }
    once(name, listener) {
      const wrapped = (...args) => {
        this.off(name, wrapped)
        listener.apply(this, args)
      }
      wrapped.listener = listener
      return this.on(name, wrapped)
    }
    off(name, listener) {
      const list = this.listenersOf.get(name) ?? []
      const at = list.findLastIndex((x) => x === listener || x.listener === listener)
      if (at >= 0) list.splice(at, 1)
      return this
    }
    emit(name, ...args) {
      const list = this.listenersOf.get(name) ?? []
      for (const listener of list.slice()) listener.apply(this, args)
      return list.length > 0
    }
    removeAllListeners(name) {
      if (name === undefined) this.listenersOf.clear()
      else this.listenersOf.delete(name)
      return this
    }
    listenerCount(name) {
      return this.listenersOf.get(name)?.length ?? 0
    }
    addListener(name, listener) {
      return this.on(name, listener)
    }
    removeListener(name, listener) {
      return this.off(name, listener)
    }
  }

  const strict = (name, object) =>
    new Proxy(object, {
      get(target, key) {
        if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') return target[key]
        throw new Error(`[electron-double] ${name}.${key} is not modelled`)
      },
    })
  const tell = (message) => post(JSON.stringify(message))

  const ipcRenderer = strict(
    'ipcRenderer',
    Object.assign(new EventEmitter(), {
      send(channel, ...args) {
        tell({ t: 'send', channel, args: encode(args) })
      },
      async invoke(channel, ...args) {
        const payload = encode(args)
        const id = ++count
        const { error, result } = await new Promise((resolve) => {
          pending.set(id, resolve)
          tell({ t: 'invoke', id, channel, args: payload })
        })
        if (error) throw new Error(`Error invoking remote method '${channel}': ${error}`)
        return decode(result)
      },
      sendSync() {
        throw new Error('[electron-double] sendSync blocks the page in Electron and is not modelled: use invoke')
      },
    }),
  )
  Object.defineProperty(globalThis, '__doubleReceive', {
    value: (text) => {
      const message = JSON.parse(text)
      if (message.id) {
        pending.get(message.id)?.(message)
        pending.delete(message.id)
        return
      }
      const event = { sender: ipcRenderer, senderId: 0, ports: [], preventDefault() {} }
      ipcRenderer.emit(message.channel, event, ...decode(message.args))
    },
  })

  const electron = strict("require('electron') in a sandboxed preload", {
    ipcRenderer,
    contextBridge: strict('contextBridge', {
      exposeInMainWorld(key, api) {
        bridge.emit('expose', { key, tree: bridge.pack(api) })
        const answer = bridge.take()
        if (answer && 'e' in answer) throw new Error(answer.e)
      },
    }),
  })
  const timers = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate: (run, ...args) => setTimeout(run, 0, ...args),
    clearImmediate: clearTimeout,
  }
  const events = Object.assign(EventEmitter, { EventEmitter, default: EventEmitter })
  const modules = {
    electron,
    'electron/common': electron,
    'electron/renderer': electron,
    events,
    timers,
    url: { URL, URLSearchParams },
  }
  for (const name of ['events', 'timers', 'url']) modules[`node:${name}`] = modules[name]
  const require = (name) => {
    if (Object.hasOwn(modules, name)) return modules[name]
    throw new Error(`module not found: ${name}`)
  }
  const process = Object.assign(new EventEmitter(), processInfo)

  for (const { path, run, error } of preloads) {
    try {
      if (error) throw new SyntaxError(error)
      const module = { exports: {} }
      run(require, process, module.exports, module, globalThis, timers.setImmediate, timers.clearImmediate)
    } catch (failure) {
      console.error(`Unable to load preload script: ${path}`)
      console.error(failure)
      tell({ t: 'preload-error', path, error: encode(failure) })
    }
  }
  // The main world's window.open() is replaced (window/preload.ts); it reports here.
  document.addEventListener(`${nonce}open`, (event) => tell({ t: 'window-open', url: String(event.detail) }))
}
