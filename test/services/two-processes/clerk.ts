import { may } from '#contract/permissions'
import { newId } from '#db/ids'
import { openStore } from '#db/open'
import { kitKeys } from '#kit/practice'
import { roomAt } from '#kit/room'
import type { Book } from '#kit/visit'
import { appointments } from '#services/appointments'
import type { Desk } from '#services/desk'

/** What a clerk is told: the file, the time, who asks, and everything to book at once. */
export type Orders = { file: string; now: number; staffId: string; bookings: Book[] }
/** What became of each booking: what was in the way, or nothing. */
export type Report = { said: string[] }

// A process of its own with the file open below the lock of the premises. It books everything at the same moment, as
// soon as it is told to begin, so that both clerks begin together.
process.once('message', (orders: Orders) => {
  void work(orders)
})

async function work({ file, now, staffId, bookings }: Orders): Promise<void> {
  const store = await openStore({ file, ...kitKeys, now: () => now })
  const roles = ['front_desk'] as const
  const nothing = async () => {
    throw new Error('a clerk only books')
  }
  const desk: Desk = {
    store: {
      get read() {
        return store.read
      },
      write: (task, location) => store.write({ actor: staffId, location: location ?? null }, task),
    },
    me: { staffId, name: 'Ana Ruiz', roles },
    may: (permission) => may(roles, permission),
    now: () => now,
    newId: () => newId(now),
    print: nothing,
    secrets: { add: nothing, remove: nothing },
    upkeep: { lastSavedAt: () => undefined, lastVerifiedAt: nothing, backUp: nothing, verify: nothing },
  }
  const room = roomAt('appointments', appointments, desk)
  process.send?.('ready')
  process.once('message', () => {
    void Promise.all(bookings.map((book) => room.book(book)))
      .then(async (replies) => {
        await store.close()
        const said = replies.map((reply) => (reply.ok ? 'booked' : reply.fault.code))
        return new Promise((sent) => process.send?.({ said } satisfies Report, sent))
      })
      .then(() => process.disconnect())
  })
}
