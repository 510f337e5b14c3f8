import { afterEach, describe, expect, test, vi } from 'vitest'
import { createApi } from '#api/client'
import { createDrafts } from '#api/drafts'
import { wireBridge } from '#api/wire-bridge'
import { wireHttp } from '#api/wire-http'
import { fakeWire } from '#kit/fake-wire'

const unreachable = { ok: false, fault: { code: 'internal', facts: { cause: 'unreachable' } } }

describe('a road to the engine', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('carries the room, the name and the input of every call of the contract', async () => {
    const { wire, calls } = fakeWire((_call, input) => ({ ok: true, value: input }))
    const reply = await createApi(wire).client.prices.list({})
    expect({ reply, calls }).toEqual({ reply: { ok: true, value: {} }, calls: ['prices.list'] })
  })

  test('answers with a fault when the desktop shell is gone', async () => {
    const wire = wireBridge({ call: () => Promise.reject(new Error('gone')), onTouched: () => () => {} })
    expect(await wire.call('prices', 'list', {})).toMatchObject(unreachable)
  })

  test.each([
    ['is not there', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers with something that is no reply', () => Promise.resolve(new Response('<h1>Bad gateway</h1>'))],
    ['answers with a page of its own', () => Promise.resolve(Response.json({ error: 'no' }))],
  ])('answers with a fault when the browser shell %s', async (_what, fetch) => {
    vi.stubGlobal('fetch', fetch)
    expect(await wireHttp().call('prices', 'list', {})).toMatchObject(unreachable)
  })
})

describe('what was typed and not saved', () => {
  test('comes back to the person who typed it, and to nobody else', () => {
    const drafts = createDrafts()
    drafts.belongTo('ana')
    drafts.keep('patients.register', { firstName: 'Zoë' })
    drafts.belongTo('joy')
    const foundByJoy = drafts.find('patients.register')
    drafts.belongTo('ana')
    expect({ foundByJoy, foundByAna: drafts.find('patients.register') }).toEqual({
      foundByJoy: undefined,
      foundByAna: { firstName: 'Zoë' },
    })
  })

  test('is forgotten when everybody has left', () => {
    const drafts = createDrafts()
    drafts.belongTo('ana')
    drafts.keep('patients.register', { firstName: 'Zoë' })
    drafts.clear()
    expect(drafts.find('patients.register')).toBeUndefined()
  })
})
