// Structured clone <-> JSON. One plain script for both sides: imported by Node, injected into the isolated world of a page.
// Source: electron docs "ipcRenderer.invoke": arguments are serialised with the structured clone algorithm, so prototype
// chains are not kept and functions, promises, symbols, WeakMaps or WeakSets throw. Message: shell/common/v8_value_serializer.
globalThis.__doubleCodec = (() => {
  const toBase64 = (bytes) => {
    let text = ''
    for (let i = 0; i < bytes.length; i += 0x8000)
      text += String.fromCharCode.apply(null, bytes.subarray(i, i + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (text) => {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
    return bytes
  }

  const pack = (value, seen) => {
    switch (typeof value) {
      case 'undefined':
        return { $: 'undefined' }
      case 'bigint':
        return { $: 'bigint', v: String(value) }
      case 'number':
        if (Number.isFinite(value) && !Object.is(value, -0)) return value
        return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
      case 'string':
      case 'boolean':
        return value
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.')
      case 'object':
        break
    }
    if (value === null) return null
    if (seen.has(value)) throw new Error('[electron-double] cyclic payloads are legal in Electron but not modelled')
    seen.add(value)
    try {
      if (Array.isArray(value)) return value.map((x) => pack(x, seen))
      if (value instanceof Date) return { $: 'date', v: value.getTime() }
      if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] }
      if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map((x) => pack(x, seen))) }
      if (value instanceof Set) return { $: 'set', v: [...value].map((x) => pack(x, seen)) }
      if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack] }
      if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) }
      if (ArrayBuffer.isView(value)) {
        // A Node Buffer arrives as a plain Uint8Array, as in Electron.
        const kind = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name
        return { $: 'view', kind, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
      }
      const out = {}
      for (const key of Object.keys(value)) out[key] = pack(value[key], seen)
      return '$' in out ? { $: 'object', v: out } : out
    } finally {
      seen.delete(value)
    }
  }

  const unpack = (value) => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(unpack)
    const plain = (source) => {
      const out = {}
      for (const key of Object.keys(source)) {
        const property = { value: unpack(source[key]), enumerable: true, writable: true, configurable: true }
        Object.defineProperty(out, key, property)
      }
      return out
    }
    switch (value.$) {
      case 'object':
        return plain(value.v)
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(value.v)
      case 'number':
        return Number(value.v)
      case 'date':
        return new Date(value.v)
      case 'regexp':
        return new RegExp(...value.v)
      case 'map':
        return new Map(value.v.map((pair) => pair.map(unpack)))
      case 'set':
        return new Set(value.v.map(unpack))
      case 'error': {
        const error = new (globalThis[value.v[0]] ?? Error)(value.v[1])
        error.stack = value.v[2]
        return error
      }
      case 'buffer':
        return fromBase64(value.v).buffer
      case 'view': {
        const bytes = fromBase64(value.v)
        return value.kind === 'Uint8Array' ? bytes : new globalThis[value.kind](bytes.buffer)
      }
      default:
        return plain(value)
    }
  }

  // structuredClone first: it refuses exactly what Electron's clone refuses (functions, symbols, WeakMap, Promise …).
  const encode = (value) => {
    try {
      structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    return pack(value, new Set())
  }
  return { encode, decode: unpack }
})()
