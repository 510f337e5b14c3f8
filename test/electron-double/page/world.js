// One half of the context bridge. Injected into the main world (me 'M') and into the isolated world (me 'I') of a page.
// The two worlds share no JavaScript object: values cross as CustomEvent.detail, which Blink structured-clones between
// worlds. Primordials are taken at document start and no prototype method is called later, so a page that pollutes its
// prototypes cannot reach in. Source: electron docs "contextBridge" (parameter support table, frozen API, error text) and
// shell/renderer/api/electron_api_context_bridge.cc (recursion depth, "Cannot bind an API on top of …").
// oxlint-disable-next-line no-unused-vars -- called by the text that window/preload.ts puts after it
function doubleWorld(nonce, me, other) {
  const page = document
  const add = EventTarget.prototype.addEventListener
  const fire = EventTarget.prototype.dispatchEvent
  const Crossing = CustomEvent
  const { apply } = Reflect
  const { keys, freeze, hasOwn, defineProperty } = Object
  const { isArray } = Array
  const { isView } = ArrayBuffer
  const ThePromise = Promise
  const then = ThePromise.prototype.then
  const TheError = Error
  const detailOf = Object.getOwnPropertyDescriptor(Crossing.prototype, 'detail').get
  const cloneable = [Date, RegExp, Map, Set, ArrayBuffer, Blob]
  const isCloneable = (value) => {
    for (let i = 0; i < cloneable.length; i++) if (value instanceof cloneable[i]) return true
    return isView(value)
  }
  const functions = { __proto__: null }
  const promises = { __proto__: null }
  let count = 0
  let answer

  const on = (name, listener) => apply(add, page, [nonce + name + me, (event) => listener(apply(detailOf, event, []))])
  const emit = (name, detail) => apply(fire, page, [new Crossing(nonce + name + other, { detail })])
  const own = (value) => ({ value, enumerable: true, writable: true, configurable: true })
  const mapped = (list, change) => {
    const out = []
    for (let i = 0; i < list.length; i++) defineProperty(out, i, own(change(list[i])))
    return out
  }
  const messageOf = (error) => (error instanceof TheError ? error.message : `${error}`)

  const pack = (value, depth = 0) => {
    if (depth > 1000)
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    if (typeof value === 'function') {
      const id = me + ++count
      functions[id] = value
      return { t: 'function', id }
    }
    if (typeof value === 'symbol') throw new TheError('An object could not be cloned.')
    if (value === null || typeof value !== 'object' || isCloneable(value)) return { t: 'value', v: value }
    if (value instanceof ThePromise) {
      const id = me + ++count
      apply(then, value, [
        (result) => emit('done', { id, v: pack(result) }),
        (error) => emit('done', { id, e: messageOf(error) }),
      ])
      return { t: 'promise', id }
    }
    if (value instanceof TheError) return { t: 'error', m: value.message }
    if (isArray(value)) return { t: 'array', v: mapped(value, (x) => pack(x, depth + 1)) }
    const out = {}
    const names = keys(value)
    for (let i = 0; i < names.length; i++) out[names[i]] = pack(value[names[i]], depth + 1)
    return { t: 'object', v: out }
  }

  const unpack = (packed, frozen) => {
    const done = (value) => (frozen ? freeze(value) : value)
    switch (packed.t) {
      case 'value':
        return packed.v
      case 'error':
        return new TheError(packed.m)
      case 'array':
        return done(mapped(packed.v, (x) => unpack(x, frozen)))
      case 'object': {
        const out = {}
        const names = keys(packed.v)
        for (let i = 0; i < names.length; i++) defineProperty(out, names[i], own(unpack(packed.v[names[i]], frozen)))
        return done(out)
      }
      case 'promise':
        return new ThePromise((resolve, reject) => {
          promises[packed.id] = [resolve, reject]
        })
      case 'function':
        return done((...args) => {
          answer = undefined
          emit('call', { id: packed.id, args: mapped(args, (x) => pack(x)) })
          const got = answer
          if (!got) throw new TheError('[electron-double] the other side of the bridge is gone')
          if ('e' in got) throw new TheError(got.e)
          return unpack(got.v)
        })
    }
  }

  on('call', ({ id, args }) => {
    let result
    try {
      result = {
        v: pack(
          apply(
            functions[id],
            undefined,
            mapped(args, (x) => unpack(x)),
          ),
        ),
      }
    } catch (error) {
      result = { e: messageOf(error) }
    }
    emit('answer', result)
  })
  on('answer', (result) => {
    answer = result
  })
  on('done', ({ id, v, e }) => {
    const waiting = promises[id]
    delete promises[id]
    if (!waiting) return
    if (e === undefined) waiting[0](unpack(v))
    else waiting[1](new TheError(e))
  })
  on('expose', ({ key, tree }) => {
    if (hasOwn(globalThis, key)) {
      emit('answer', { e: 'Cannot bind an API on top of an existing property on the window object' })
      return
    }
    const api = { value: unpack(tree, true), enumerable: true, writable: false, configurable: false }
    defineProperty(globalThis, key, api)
    emit('answer', { v: { t: 'value' } })
  })

  const take = () => {
    const got = answer
    answer = undefined
    return got
  }
  return { pack, emit, take }
}
