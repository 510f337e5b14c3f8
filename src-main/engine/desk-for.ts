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
        const { keyFile, dataKey } = premises
        if (keyFile === undefined || dataKey === undefined) throw new Error('The file is not open.')
        const added = await addStaffWrap(keyFile, dataKey, { staffId, signInName, password })
        // Hashing took a while: only the new wrap is carried over, so that two additions never lose each other.
        const current = premises.keyFile ?? keyFile
        const wrap = added.wraps.filter((one) => one.kind === 'staff' && one.staffId === staffId)
        const others = current.wraps.filter((one) => one.kind !== 'staff' || one.staffId !== staffId)
        premises.saveKeyFile({ ...current, wraps: [...others, ...wrap] })
      },
      async remove(staffId) {
        const { keyFile } = premises
        if (keyFile === undefined) throw new Error('The file is not open.')
        premises.saveKeyFile(removeStaffWrap(keyFile, staffId))
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
