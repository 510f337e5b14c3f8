import { type Day } from '#domain/dates'
import { type Wanted } from '#ui/desk-context'

/** What a person was looking at: outlives a lock, not a sign-out. */
export type DeskMemory = {
  /** Undefined follows today. */
  day: Day | undefined
  locationFilter: string | undefined
  isPrivate: boolean
  selectedAppointmentId: string | undefined
  wanted: Wanted | undefined
}

/** The desk at the start: today, every location. */
export const freshMemory: DeskMemory = {
  day: undefined,
  locationFilter: undefined,
  isPrivate: false,
  selectedAppointmentId: undefined,
  wanted: undefined,
}
