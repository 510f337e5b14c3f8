import type { Role } from '#domain/roles'
import type { Reader } from '#db/open'
import { listPeople } from '#services/people'

/** Somebody at a window: who, since when quiet, and whether behind the lock. */
export type Seat = {
  readonly staffId: string
  readonly name: string
  readonly roles: readonly Role[]
  lastActiveAt: number
  isLocked: boolean
}

const MINUTE = 60_000

/** Minutes of quiet after which a window locks: two for who works the open desk alone, five for everybody else. */
export function lockAfterMinutes(roles: readonly Role[]): number {
  return roles.every((role) => role === 'front_desk') ? 2 : 5
}

/** Who sits at which window. A window is a browser's cookie or an Electron window. */
export class Presence {
  readonly #seats = new Map<string, Seat>()

  /** Who sits at a window; undefined when nobody does. */
  at(client: string): Seat | undefined {
    return this.#seats.get(client)
  }

  /** Seats a person, unlocked, in place of whoever sat there. */
  sit(client: string, person: { staffId: string; name: string; roles: readonly Role[] }, now: number): Seat {
    const seat = { ...person, lastActiveAt: now, isLocked: false }
    this.#seats.set(client, seat)
    return seat
  }

  /** The person at a window did something. */
  stir(client: string, now: number): void {
    const seat = this.#seats.get(client)
    if (seat !== undefined && !seat.isLocked) seat.lastActiveAt = now
  }

  /** Nobody sits at the window any more. */
  leave(client: string): void {
    this.#seats.delete(client)
  }

  /** Looks up everybody anew: who may no longer sign in loses the seat, changed roles hold at once. Whether any changed. */
  async refresh(read: Reader): Promise<boolean> {
    const people = await listPeople(read)
    let any = false
    for (const [client, seat] of this.#seats) {
      const person = people.find((one) => one.staffId === seat.staffId)
      if (person === undefined) this.#seats.delete(client)
      else if (person.name !== seat.name || person.roles.join() !== seat.roles.join()) {
        this.#seats.set(client, { ...seat, name: person.name, roles: person.roles })
      } else continue
      any = true
    }
    return any
  }

  /** Locks one window. */
  lock(client: string): void {
    const seat = this.#seats.get(client)
    if (seat !== undefined) seat.isLocked = true
  }

  /** Locks every window. */
  lockAll(): void {
    for (const seat of this.#seats.values()) seat.isLocked = true
  }

  /** Locks the windows that were quiet too long; answers whether any was. A clock set back counts as a long quiet. */
  lockQuiet(now: number): boolean {
    let any = false
    for (const seat of this.#seats.values()) {
      const quiet = now - seat.lastActiveAt
      if (seat.isLocked || (quiet >= 0 && quiet < lockAfterMinutes(seat.roles) * MINUTE)) continue
      seat.isLocked = true
      any = true
    }
    return any
  }

  /** Everybody is gone. */
  clear(): void {
    this.#seats.clear()
  }
}
