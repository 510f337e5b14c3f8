import { QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createApi, type Api } from '#api/client'
import { forget } from '#api/touched'
import { fakeWire } from '#kit/fake-wire'

const ok = { ok: true as const, value: {} }

function watch(api: Api, room: string, name: string, input: unknown = {}) {
  const observer = new QueryObserver(api.cache, {
    queryKey: [room, name, input],
    queryFn: () => api.call(room, name, input),
  })
  return { observer, stop: observer.subscribe(() => {}) }
}

async function settle() {
  await vi.advanceTimersByTimeAsync(50)
}

describe('what a screen has asked', () => {
  afterEach(() => vi.useRealTimers())

  test('is asked again when a topic it reads is touched, and only then', async () => {
    vi.useFakeTimers()
    const { wire, calls, announce } = fakeWire(() => ok)
    const api = createApi(wire)
    api.start()
    watch(api, 'patients', 'search')
    watch(api, 'prices', 'list')
    await settle()
    calls.length = 0
    announce('prices')
    await settle()
    expect(calls).toEqual(['prices.list'])
  })

  test('asks who sits here when the engine knows nobody: it was started anew', async () => {
    vi.useFakeTimers()
    const signedOut = { ok: false as const, fault: { code: 'call.signed-out' as const, message: '' } }
    const { wire, calls } = fakeWire((call) => (call === 'signIn.state' ? ok : signedOut))
    const api = createApi(wire)
    watch(api, 'signIn', 'state')
    await settle()
    calls.length = 0
    await api.client.patients.search({ text: '', limit: 1, withArchived: false })
    await settle()
    expect(calls).toEqual(['patients.search', 'signIn.state'])
  })

  test('is asked once for a burst of two hundred announcements', async () => {
    vi.useFakeTimers()
    const { wire, calls, announce } = fakeWire(() => ok)
    const api = createApi(wire)
    api.start()
    watch(api, 'patients', 'search')
    await settle()
    calls.length = 0
    for (let n = 0; n < 200; n += 1) announce('patients')
    await settle()
    expect(calls).toEqual(['patients.search'])
  })

  test('is asked again after a deed of our own, before the announcement comes round', async () => {
    vi.useFakeTimers()
    const { wire, calls } = fakeWire(() => ok)
    const api = createApi(wire)
    watch(api, 'patients', 'search')
    await settle()
    calls.length = 0
    await api.client.patients.addAlert({ patientId: 'any', text: 'Latex' })
    await settle()
    expect(calls).toEqual(['patients.addAlert', 'patients.search'])
  })

  test('is left alone by a deed that was refused', async () => {
    vi.useFakeTimers()
    const { wire, calls } = fakeWire((call) =>
      call === 'patients.addAlert' ? { ok: false, fault: { code: 'record.not-found', message: 'Not there.' } } : ok,
    )
    const api = createApi(wire)
    watch(api, 'patients', 'search')
    await settle()
    calls.length = 0
    await api.client.patients.addAlert({ patientId: 'any', text: 'Latex' })
    await settle()
    expect(calls).toEqual(['patients.addAlert'])
  })

  test('is asked again, all of it, when a broken road works again', async () => {
    vi.useFakeTimers()
    const { wire, calls, comeBack } = fakeWire(() => ok)
    const api = createApi(wire)
    api.start()
    watch(api, 'patients', 'search')
    watch(api, 'prices', 'list')
    await settle()
    calls.length = 0
    comeBack()
    await settle()
    expect(calls.toSorted()).toEqual(['patients.search', 'prices.list'])
  })

  test('is forgotten at a lock, once the window knows that it is locked', async () => {
    vi.useFakeTimers()
    const { wire, calls } = fakeWire(() => ok)
    const api = createApi(wire)
    watch(api, 'signIn', 'state')
    const { stop } = watch(api, 'patients', 'search', { text: 'Müller' })
    await settle()
    stop()
    calls.length = 0
    await forget(api.cache)
    expect(calls).toEqual(['signIn.state'])
    const kept = api.cache.getQueryCache().getAll()
    expect(kept.map((query) => query.queryKey[0])).toEqual(['signIn'])
  })
})
