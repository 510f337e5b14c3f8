import type { Handlers } from '#contract/house'
import { passwordProblem } from '#domain/passwords'
import type { Store } from '#db/open'
import { foundPractice } from '#services/found-practice'
import { Refusal } from '#services/refusal'
import { passwordRefusal } from '#services/passwords'
import type { KeyFile } from '#vault/key-file'
import { newDataKey, wipe } from '#vault/keys'
import { addRecoveryWrap, addStaffWrap, newKeyFile, openWithRecoveryCode } from '#vault/vault'
import { findPerson } from '#services/people'
import type { Entrance } from './entrance.ts'
import { seat } from './sign-in.ts'

/** The first start. */
export const setup: Handlers<Entrance>['setup'] = {
  create: (entrance, input) => entrance.premises.foundOnce(() => create(entrance, input), alreadyDone),

  async confirmRecoveryCode(entrance, { code }) {
    const { keyFile, store } = opened(entrance)
    const opening = await openWithRecoveryCode(keyFile, code)
    if (opening === 'wrong' || opening === 'mistyped') {
      throw new Refusal('setup.recovery-code-wrong', 'This is not the code that was shown. Check each group.', {
        path: 'code',
      })
    }
    wipe(opening.dataKey)
    await settle(entrance, store, 'yes', 'recovery-code-confirmed')
    return {}
  },

  async renewRecoveryCode(entrance) {
    const { store } = opened(entrance)
    const dataKey = entrance.premises.dataKey
    if (dataKey === undefined) throw new Refusal('call.vault-closed', 'A password must open the file first.')
    let shown = ''
    // First the file asks for a confirmed code again: whatever happens then, nobody relies on one that was never shown.
    await settle(entrance, store, 'no', 'recovery-code-renewed')
    await entrance.premises.changeKeyFile(
      async (current) => {
        const renewed = await addRecoveryWrap(current, dataKey)
        shown = renewed.code
        return renewed.keyFile
      },
      { forgetPrevious: true },
    )
    return { recoveryCode: shown }
  },

  async openSample(entrance) {
    if (entrance.premises.keyFile !== undefined) throw alreadyDone()
    const people = await entrance.openSample()
    return { people: people.map(({ signInName, password, name, role }) => ({ signInName, password, name, role })) }
  },
}

type Founding = Parameters<Handlers<Entrance>['setup']['create']>[1]

async function create(entrance: Entrance, input: Founding): Promise<{ recoveryCode: string }> {
  const { premises } = entrance
  if (premises.keyFile !== undefined) throw alreadyDone()
  const { name, signInName, password } = input.manager
  const problem = passwordProblem(password, { names: [name, signInName, input.practice.name] })
  if (problem !== undefined) throw passwordRefusal(problem, 'manager.password')

  const dataKey = newDataKey()
  const managerId = entrance.newId()
  const bare = newKeyFile(entrance.newId(), dataKey)
  const withManager = await addStaffWrap(bare, dataKey, { staffId: managerId, signInName, password })
  const { keyFile, code } = await addRecoveryWrap(withManager, dataKey)
  const store = await premises.found(keyFile, dataKey, async (fresh) => {
    await fresh.write({ actor: managerId, location: null }, async (tx) => {
      foundPractice(tx, { newId: entrance.newId, now: entrance.now }, input, managerId)
      tx.note({ action: 'practice-founded' })
    })
  })
  entrance.passwordWasRight()
  const manager = await findPerson(store.read, managerId)
  if (manager !== undefined) seat(entrance, manager)
  return { recoveryCode: code }
}

function alreadyDone(): Refusal {
  return new Refusal('setup.already-done', 'This PC has a practice already, or is making one just now.')
}

function opened(entrance: Entrance): { keyFile: KeyFile; store: Store } {
  const { keyFile, store } = entrance.premises
  if (keyFile === undefined || store === undefined) {
    throw new Refusal('call.vault-closed', 'A password must open the file first.')
  }
  return { keyFile, store }
}

async function settle(entrance: Entrance, store: Store, confirmed: 'yes' | 'no', action: string): Promise<void> {
  const actor = entrance.presence.at(entrance.client)?.staffId ?? 'nobody'
  await store.write({ actor, location: null }, async (tx) => {
    tx.putLocal('local_setting', { name: 'recovery-code-confirmed', value: confirmed })
    tx.note({ action })
  })
}
