import type { Booked } from './schedule.ts'

/** The bookings of one day by whom and what they hold, so that a search looks at nobody else's. */
export type DayHeld = {
  readonly ofRoom: (roomId: string) => readonly Booked[]
  readonly ofProvider: (providerId: string) => readonly Booked[]
  readonly ofNurse: (nurseId: string) => readonly Booked[]
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
    ofProvider: by((one) => one.providerId),
    ofNurse: by((one) => one.nurseId),
    ofPatient: by((one) => one.patientId),
  }
}
