import { contract } from '#contract/house'
import { may } from '#contract/permissions'
import { roles } from '#domain/roles'
import { foundedEngine } from '#kit/engine'
import type { TestEngine } from '#kit/engine'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let desk: TestEngine

const calls = Object.entries(contract).flatMap(([room, entries]) =>
  Object.entries(entries).map(([name, entry]) => ({ path: `${room}.${name}`, needs: entry.needs, kind: entry.kind })),
)

beforeAll(async () => {
  desk = await foundedEngine()
  for (const [place, role] of roles.entries()) {
    const password = `lanterns upon the pier ${place}${place}`
    const posts = [{ role, locationId: null }]
    await desk.done('staff.add', {
      name: `Person ${role}`,
      signInName: role,
      password,
      credentials: '',
      npi: '',
      posts,
    })
    await desk.done('signIn.withPassword', { signInName: role, password }, role)
  }
})

afterAll(() => desk.end())

describe('who may call what', () => {
  test.each(roles)('%s gets exactly what the table allows, whatever the input', async (role) => {
    for (const { path, needs } of calls) {
      if (needs === 'nobody' || needs === 'signed-in' || path.startsWith('signIn.')) continue
      const code = await desk.code(path, { nonsense: true }, role)
      // What is allowed gets as far as the check of its input.
      const allowed = may([role], needs) ? /^(call\.bad-input|ok|call\.vault-closed)$/ : /^call\.not-allowed$/
      expect(code, `${role} ${path}`).toMatch(allowed)
    }
  })

  test('nobody gets past the door without a sign-in', async () => {
    for (const { path, needs } of calls) {
      if (needs === 'nobody') continue
      expect(await desk.code(path, {}, 'stranger'), path).toBe('call.signed-out')
    }
  })

  test('a locked window gets nothing', async () => {
    const password = `lanterns upon the pier ${roles.indexOf('biller')}${roles.indexOf('biller')}`
    await desk.done('signIn.withPassword', { signInName: 'biller', password }, 'quiet')
    await desk.done('signIn.lock', {}, 'quiet')
    for (const { path, needs } of calls) {
      if (needs === 'nobody') continue
      expect(await desk.code(path, {}, 'quiet'), path).toBe('call.locked')
    }
  })

  test('clinical permissions are never held by the desk or the biller', () => {
    for (const permission of ['infusions.see', 'infusions.write', 'plans.see-clinical', 'plans.write'] as const) {
      expect(may(['front_desk', 'biller'], permission), permission).toBe(false)
    }
  })
})

describe('a call that cannot be', () => {
  test.each(['nothing.here', 'patients.nothing', 'toString.call', 'patients.constructor', '__proto__.x', '.'])(
    '%s is unknown',
    async (path) => {
      expect(await desk.code(path)).toBe('call.unknown')
    },
  )

  test('a wrong field is named, in words', async () => {
    const reply = await desk.call('patients.search', { text: 'x', limit: 0, withArchived: false })
    expect(reply).toEqual({
      ok: false,
      fault: { code: 'call.bad-input', message: 'This is too small.', path: 'limit', facts: { problem: 'too-small' } },
    })
    expect(await desk.call('patients.search', { text: 'x', limit: 5, withArchived: false, more: 1 })).toMatchObject({
      fault: { code: 'call.bad-input', facts: { problem: 'unknown-field' } },
    })
  })

  test.each([null, undefined, 'text', 7, [], { a: { b: {} } }])(
    'the input %j is refused, never thrown',
    async (input) => {
      expect(await desk.code('patients.register', input)).toBe('call.bad-input')
    },
  )
})
