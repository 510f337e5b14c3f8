import { may } from '#contract/permissions'
import type { Press } from '#documents/worker/client'
import type { Desk } from '#services/desk'
import { addStaffWrap, removeStaffWrap } from '#vault/vault'
import type { Premises } from './premises.ts'
import type { Seat } from './presence.ts'

type Around = {
  readonly premises: Premises
  readonly seat: Seat | undefined
  readonly now: () => number
  readonly newId: () => string
  readonly press: Press
}

/** The desk of one call: the open file and everything else a use case may touch, in the name of who asks. */
export function deskFor({ premises, seat, now, newId, press }: Around): Desk {
  const { store } = premises
  if (store === undefined || seat === undefined) throw new Error('A desk needs an open file and a person.')
  return {
    store: {
      get read() {
        return store.read
      },
      write: (work, location) => store.write({ actor: seat.staffId, location: location ?? null }, work),
    },
    me: { staffId: seat.staffId, name: seat.name, roles: seat.roles },
    may: (permission) => may(seat.roles, permission),
    now,
    newId,
    print: (paper) => press.print(paper),
    secrets: {
      async add(staffId, signInName, password) {
        const { dataKey } = premises
        if (dataKey === undefined) throw new Error('The file is not open.')
        await premises.changeKeyFile((current) => addStaffWrap(current, dataKey, { staffId, signInName, password }))
      },
      async remove(staffId) {
        await premises.changeKeyFile((current) => removeStaffWrap(current, staffId), { forgetPrevious: true })
      },
    },
    upkeep: {
      lastSavedAt: () => store.lastSavedAt(),
      lastVerifiedAt: async () => premises.lastVerifiedAt(),
      backUp: () => premises.backUp(),
      verify: () => premises.verify(),
    },
  }
}
