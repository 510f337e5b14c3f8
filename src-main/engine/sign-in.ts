import { foldSignInName } from '#vault/sign-in-name'
import type { Handlers } from '#contract/house'
import { may, permissions } from '#contract/permissions'
import type { Permission } from '#contract/permissions'
import type { Me } from '#contract/sign-in'
import { isPin, weakPin } from '#domain/passwords'
import { FileProblem } from '#db/open'
import type { Store } from '#db/open'
import { findPerson, findPin, findPracticeName, findSetting, findDevice, listPeople } from '#services/people'
import type { PersonRow } from '#services/people'
import { Refusal } from '#services/refusal'
import { afterFailure, isPinOff, nextTry, noAttempts } from '#vault/attempts'
import type { Attempts } from '#vault/attempts'
import { hashPin, verifyPin } from '#vault/pin'
import { openWithPassword } from '#vault/vault'
import type { Entrance, Stage } from './entrance.ts'
import { lockAfterMinutes } from './presence.ts'
import type { Seat } from './presence.ts'
import { startSentences } from './start-problem.ts'

const DAY = 24 * 60 * 60_000

/** Coming and going. */
export const signIn: Handlers<Entrance>['signIn'] = {
  async state(entrance) {
    const seat = entrance.presence.at(entrance.client)
    const store = entrance.premises.store
    const base = {
      isSample: entrance.isSample,
      version: entrance.version,
      lockAfterMinutes: lockAfterMinutes(seat?.roles ?? []),
    }
    if (store === undefined) {
      const stage: Stage = entrance.premises.keyFile === undefined ? 'new' : 'vault-closed'
      return { ...base, stage, practiceName: '', pcLabel: '', people: [], me: null }
    }
    const people = await listPeople(store.read)
    const person = people.find((one) => one.staffId === seat?.staffId)
    return {
      ...base,
      stage: await stageOf(store, seat),
      practiceName: await findPracticeName(store.read),
      pcLabel: (await findDevice(store.read)).label,
      people: people.map(({ staffId, name, hasPin }) => ({ staffId, name, hasPin })),
      me: person === undefined ? null : meOf(person),
    }
  },

  // One try after the other: tries that are looked at together would all be looked at before the first one counts.
  withPassword: (entrance, typed) =>
    entrance.turns.take(`password ${foldSignInName(typed.signInName)}`, () => withPassword(entrance, typed)),

  withPin: (entrance, typed) => entrance.turns.take(`pin ${typed.staffId}`, () => withPin(entrance, typed)),

  async setPin(entrance, { pin }) {
    const { premises } = entrance
    const sitting = entrance.presence.at(entrance.client)
    if (sitting === undefined || premises.store === undefined || premises.dataKey === undefined) {
      throw new Refusal('call.signed-out', 'Sign in first.')
    }
    if (!isPin(pin) || weakPin(pin)) {
      throw new Refusal('sign-in.pin-weak', 'Choose six digits that are not a row or a repetition.', { path: 'pin' })
    }
    const record = await hashPin(premises.dataKey, sitting.staffId, pin)
    await premises.store.write({ actor: sitting.staffId, location: null }, async (tx) => {
      tx.putLocal('local_pin', { staff_member_id: sitting.staffId, record, failures: 0, last_failure_at: 0 })
      tx.note({ action: 'pin-set' })
    })
    return {}
  },

  async stillHere() {
    return {}
  },

  async lock(entrance) {
    entrance.presence.lock(entrance.client)
    return {}
  },

  async out(entrance) {
    const sitting = entrance.presence.at(entrance.client)
    entrance.presence.leave(entrance.client)
    if (sitting !== undefined) {
      const author = { actor: sitting.staffId, location: null }
      await entrance.premises.store?.write(author, async (tx) => tx.note({ action: 'sign-out' }))
    }
    return {}
  },
}

type Typed<M extends 'withPassword' | 'withPin'> = Parameters<Handlers<Entrance>['signIn'][M]>[1]

async function withPassword(entrance: Entrance, { signInName, password }: Typed<'withPassword'>): Promise<Me> {
  const { premises, attempts } = entrance
  refuseTooSoon(attempts.waitFor(signInName, entrance.now()))
  const keyFile = premises.keyFile
  const opened = keyFile === undefined ? 'wrong' : await openWithPassword(keyFile, signInName, password)
  if (opened === 'wrong') {
    attempts.failed(signInName, entrance.now())
    await premises.store?.write(nobody, async (tx) => tx.note({ action: 'sign-in-failed' }))
    throw new Refusal('sign-in.wrong', 'The name or the password is not right.', { path: 'password' })
  }
  const store = await openFile(entrance, opened.dataKey)
  const person = await findPerson(store.read, opened.staffId)
  if (person === undefined) {
    throw new Refusal('sign-in.wrong', 'The name or the password is not right.', { path: 'password' })
  }
  attempts.succeeded(signInName)
  entrance.passwordWasRight()
  await store.write({ actor: person.staffId, location: null }, async (tx) => {
    const pin = await findPin(tx, person.staffId)
    if (pin !== undefined && pin.failures > 0) tx.putLocal('local_pin', { ...pin, failures: 0, last_failure_at: 0 })
    tx.note({ action: 'sign-in', detail: 'password' })
  })
  return seat(entrance, person)
}

async function withPin(entrance: Entrance, { staffId, pin }: Typed<'withPin'>): Promise<Me> {
  const store = entrance.premises.store
  const dataKey = entrance.premises.dataKey
  if (store === undefined || dataKey === undefined) {
    throw new Refusal('call.vault-closed', 'A password must open the file first.')
  }
  const person = await findPerson(store.read, staffId)
  const record = await findPin(store.read, staffId)
  const isTooOld = entrance.now() - entrance.lastPasswordAt > DAY
  if (person === undefined || record === undefined || isPinOff(triesOf(record)) || isTooOld) {
    throw new Refusal('sign-in.pin-off', 'The PIN is off. Sign in with the password.', { path: 'pin' })
  }
  const tries = nextTry(triesOf(record), entrance.now())
  refuseTooSoon(tries.allowedAt - entrance.now())
  const isRight = await verifyPin(dataKey, staffId, pin, record.record)
  await store.write({ actor: staffId, location: null }, async (tx) => {
    const after = isRight ? noAttempts : afterFailure(tries.attempts, entrance.now())
    tx.putLocal('local_pin', { ...record, failures: after.failures, last_failure_at: after.lastFailureAt })
    tx.note({ action: isRight ? 'sign-in' : 'sign-in-failed', detail: 'pin' })
  })
  if (!isRight) throw new Refusal('sign-in.pin-wrong', 'This PIN is not right.', { path: 'pin' })
  return seat(entrance, person)
}

const nobody = { actor: 'nobody', location: null }

async function stageOf(store: Store, seat: Seat | undefined): Promise<Stage> {
  if (seat === undefined) return 'signed-out'
  if (seat.isLocked) return 'locked'
  const isConfirmed = (await findSetting(store.read, 'recovery-code-confirmed')) === 'yes'
  return isConfirmed || !may(seat.roles, 'staff.manage') ? 'open' : 'recovery-code'
}

async function openFile(entrance: Entrance, dataKey: Buffer): Promise<Store> {
  try {
    return await entrance.premises.open(dataKey)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    throw new Refusal(error.code, startSentences[error.code] ?? error.message)
  }
}

/** Seats a person at the asking window and says who they are. */
export function seat(entrance: Entrance, person: PersonRow): Me {
  entrance.presence.sit(entrance.client, person, entrance.now())
  return meOf(person)
}

function meOf(person: PersonRow): Me {
  return {
    staffId: person.staffId,
    name: person.name,
    roles: [...person.roles],
    may: permissionNames().filter((permission) => may(person.roles, permission)),
    hasPin: person.hasPin,
  }
}

function permissionNames(): Permission[] {
  return Object.keys(permissions).filter((name): name is Permission => Object.hasOwn(permissions, name))
}

function refuseTooSoon(wait: number): void {
  if (wait <= 0) return
  const seconds = Math.ceil(wait / 1000)
  throw new Refusal('sign-in.wait', `Too many tries. Wait ${seconds} seconds.`, { facts: { seconds } })
}

function triesOf(record: { failures: number; last_failure_at: number }): Attempts {
  return { failures: record.failures, lastFailureAt: record.last_failure_at }
}
