import type { Booked } from './schedule.ts'

/** The bookings of one day by whom and what they hold, so that a search looks at nobody else's. */
export type DayHeld = {
  readonly ofRoom: (roomId: string) => readonly Booked[]
  /** Whether as provider or as nurse. */
  readonly ofPerson: (staffId: string) => readonly Booked[]
  readonly ofPatient: (patientId: string) => readonly Booked[]
}

const none: readonly Booked[] = []

/** A day's bookings, each found by its room, its people and its patient. */
export function dayHeld(booked: readonly Booked[]): DayHeld {
  const by = (keyOf: (one: Booked) => string | undefined) => {
    const found = Map.groupBy(booked, keyOf)
    return (key: string) => found.get(key) ?? none
  }
  return {
    ofRoom: by((one) => one.roomId),
    ofPerson: byPerson(booked),
    ofPatient: by((one) => one.patientId),
  }
}

function byPerson(booked: readonly Booked[]): DayHeld['ofPerson'] {
  const found = new Map<string, Booked[]>()
  for (const one of booked) {
    for (const who of new Set([one.providerId, one.nurseId])) {
      if (who === undefined) continue
      const theirs = found.get(who)
      if (theirs === undefined) found.set(who, [one])
      else theirs.push(one)
    }
  }
  return (staffId) => found.get(staffId) ?? none
}
