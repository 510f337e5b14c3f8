import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstStart, foundedEngine, manager, TestEngine } from '#kit/engine'
import { afterEach, describe, expect, test } from 'vitest'

let desk: TestEngine | undefined

afterEach(async () => {
  await desk?.end()
  desk = undefined
})

const MINUTE = 60_000

describe('the first start', () => {
  test('asks for a practice, shows a recovery code, and asks for it back', async () => {
    desk = await new TestEngine().start()
    expect(await desk.done('signIn.state')).toMatchObject({ stage: 'new', me: null })
    const { recoveryCode } = await desk.done('setup.create', firstStart)
    expect(await desk.done('signIn.state')).toMatchObject({ stage: 'recovery-code', practiceName: 'Coast' })
    expect(await desk.code('setup.confirmRecoveryCode', { code: 'AAAAA-AAAAA' })).toBe('setup.recovery-code-wrong')
    await desk.done('setup.confirmRecoveryCode', { code: String(recoveryCode).toLowerCase() })
    expect(await desk.done('signIn.state')).toMatchObject({ stage: 'open', me: { name: 'Elena Márquez' } })
    expect(await desk.code('setup.create', firstStart)).toBe('setup.already-done')
  })

  test('with a weak password leaves nothing behind', async () => {
    desk = await new TestEngine().start()
    const weak = { ...firstStart, manager: { ...firstStart.manager, password: 'short' } }
    const reply = await desk.call('setup.create', weak)
    expect(reply).toMatchObject({
      ok: false,
      fault: { code: 'sign-in.password-too-short', path: 'manager.password' },
    })
    expect(await desk.done('signIn.state')).toMatchObject({ stage: 'new' })
  })

  test('a renewed recovery code replaces the first, also in what is kept beside the key file', async () => {
    desk = await new TestEngine().start()
    const { dir } = desk
    const { recoveryCode: first } = await desk.done('setup.create', firstStart)
    const { recoveryCode } = await desk.done('setup.renewRecoveryCode')
    expect(await desk.done('signIn.state')).toMatchObject({ stage: 'recovery-code' })
    expect(await desk.code('setup.confirmRecoveryCode', { code: first })).toBe('setup.recovery-code-wrong')
    // What is kept beside is the renewed one too: the old code opens neither.
    const [now, kept] = ['key.json', 'key.previous.json'].map((name) => readFileSync(join(dir, name), 'utf8'))
    expect(kept).toBe(now)
    expect(await desk.code('setup.confirmRecoveryCode', { code: recoveryCode })).toBe('ok')
  })

  test('from two windows at once makes one practice, whose code opens it', async () => {
    desk = await new TestEngine().start()
    const here = desk
    const replies = await Promise.all(['one', 'two'].map((window) => here.call('setup.create', firstStart, window)))
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.fault.code))).toEqual(['ok', 'setup.already-done'])
    await desk.stop()
    await desk.start()
    await desk.done('signIn.withPassword', manager)
    expect(await desk.done('practice.get')).toMatchObject({ practice: { name: 'Coast' } })
  })

  test('an emptied file is told as damaged, and left as it is', async () => {
    desk = await foundedEngine()
    await desk.stop()
    for (const name of ['desk.db-wal', 'desk.db-shm']) rmSync(join(desk.dir, name), { force: true })
    writeFileSync(join(desk.dir, 'desk.db'), '')
    await desk.start()
    expect(await desk.code('signIn.withPassword', manager)).toBe('file.damaged')
    expect(statSync(join(desk.dir, 'desk.db')).size).toBe(0)
  })
})

describe('signing in', () => {
  test('after a restart takes the password, and finds everything again', async () => {
    desk = await foundedEngine()
    await desk.stop()
    await desk.start()
    expect(await desk.done('signIn.state')).toMatchObject({ stage: 'vault-closed', people: [], practiceName: '' })
    expect(await desk.code('practice.get')).toBe('call.vault-closed')
    expect(await desk.code('signIn.withPassword', { ...manager, password: 'not the password at all' })).toBe(
      'sign-in.wrong',
    )
    await desk.done('signIn.withPassword', { ...manager, signInName: ' ELENA ' })
    expect(await desk.done('practice.get')).toMatchObject({ practice: { name: 'Coast' } })
  })

  test('tries made all at once count one by one: neither a password nor a PIN is found by many', async () => {
    desk = await foundedEngine()
    const here = desk
    const { me } = await desk.done('signIn.state').then((state) => ({ me: Reflect.get(Object(state), 'me') }))
    await desk.done('signIn.setPin', { pin: '482915' })
    await desk.done('signIn.lock')
    const staffId = String(Reflect.get(Object(me), 'staffId'))
    const guesses = [...Array.from({ length: 12 }, (_, n) => String(100_000 + n * 7919)), '482915']
    const pins = await Promise.all(guesses.map((pin) => here.code('signIn.withPin', { staffId, pin })))
    expect(pins.at(-1)).not.toBe('ok')
    expect(pins.filter((code) => code === 'sign-in.pin-wrong').length).toBeLessThanOrEqual(5)
    const words = Array.from({ length: 8 }, (_, n) => ({ ...manager, password: `not the password, try ${n}` }))
    const tried = await Promise.all([...words, manager].map((typed) => here.code('signIn.withPassword', typed)))
    expect(tried.at(-1)).toBe('sign-in.wait')
    expect(tried.filter((code) => code === 'sign-in.wrong')).toHaveLength(5)
  })

  test('after five wrong passwords waits, also after a restart', async () => {
    desk = await foundedEngine()
    await desk.done('signIn.out')
    for (let tries = 0; tries < 6; tries += 1) await desk.code('signIn.withPassword', { ...manager, password: 'wrong' })
    expect(await desk.code('signIn.withPassword', manager)).toBe('sign-in.wait')
    await desk.stop()
    await desk.start()
    expect(await desk.code('signIn.withPassword', manager)).toBe('sign-in.wait')
    desk.now += 10 * MINUTE
    expect(await desk.code('signIn.withPassword', manager)).toBe('ok')
  })

  test('a PIN switches while the file is open, and is off after a day or ten wrong tries', async () => {
    desk = await foundedEngine()
    const { me } = await desk.done('signIn.state')
    const staffId = typeof me === 'object' && me !== null ? Reflect.get(me, 'staffId') : undefined
    expect(await desk.code('signIn.setPin', { pin: '123456' })).toBe('sign-in.pin-weak')
    await desk.done('signIn.setPin', { pin: '604917' })
    await desk.done('signIn.lock')
    expect(await desk.code('practice.get')).toBe('call.locked')
    expect(await desk.code('signIn.withPin', { staffId, pin: '000000' })).toBe('sign-in.pin-wrong')
    expect(await desk.code('signIn.withPin', { staffId, pin: '604917' })).toBe('ok')
    expect(await desk.code('practice.get')).toBe('ok')
    desk.now += 25 * 60 * MINUTE
    expect(await desk.code('signIn.withPin', { staffId, pin: '604917' })).toBe('sign-in.pin-off')
    await desk.done('signIn.withPassword', manager)
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await desk.code('signIn.withPin', { staffId, pin: '000000' })).toBe('sign-in.pin-wrong')
      desk.now += 6 * MINUTE
    }
    expect(await desk.code('signIn.withPin', { staffId, pin: '604917' })).toBe('sign-in.pin-off')
  })

  test('a quiet window locks itself; another window stays', async () => {
    desk = await foundedEngine()
    await desk.done('signIn.withPassword', manager, 'other')
    desk.now += 4 * MINUTE
    await desk.done('signIn.stillHere', {}, 'other')
    desk.now += 2 * MINUTE
    expect(await desk.code('practice.get')).toBe('call.locked')
    expect(await desk.code('practice.get', {}, 'other')).toBe('ok')
  })

  test('locking everything locks every window and tells them', async () => {
    desk = await foundedEngine()
    const heard: string[] = []
    desk.engine.onTouched((topics) => heard.push(...topics))
    desk.engine.lockAll('suspend')
    expect(heard).toEqual(['*'])
    expect(await desk.code('practice.get')).toBe('call.locked')
  })

  test('a person whose sign-in is taken away is out at once', async () => {
    desk = await foundedEngine()
    const { staffId } = await desk.done('staff.add', {
      name: 'Ana Ruiz',
      signInName: 'ana',
      password: 'blue kettle on a small stove',
      credentials: '',
      npi: '',
      posts: [{ role: 'front_desk', locationId: null }],
    })
    await desk.done('signIn.withPassword', { signInName: 'ana', password: 'blue kettle on a small stove' }, 'desk')
    expect(await desk.code('staff.list', {}, 'desk')).toBe('ok')
    expect(await desk.code('practice.addRoom', {}, 'desk')).toBe('call.not-allowed')
    await desk.done('staff.archive', { staffId, reason: 'left' })
    expect(await desk.code('staff.list', {}, 'desk')).toBe('call.signed-out')
    expect(
      await desk.code('signIn.withPassword', { signInName: 'ana', password: 'blue kettle on a small stove' }, 'desk'),
    ).toBe('sign-in.wrong')
  })
})
