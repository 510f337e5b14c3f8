import { createContext, useContext, type ComponentType } from 'react'
import { type Card } from '#contract/appointments'
import { type Permission } from '#contract/permissions'
import { type LocationView } from '#contract/practice'
import { type Me } from '#contract/sign-in'
import { type Day } from '#domain/dates'

/** What every screen of the desk shares: the day and place in view, who is here, and the ways to another screen. */
export type Desk = {
  me: Me
  may: (permission: Permission) => boolean
  practiceName: string
  locations: readonly LocationView[]
  /** The locations in view: all of them, or the one that was chosen. */
  shownLocations: readonly LocationView[]
  /** The engine's clock, epoch milliseconds. */
  now: () => number
  /** Today at the clinics. */
  today: Day
  /** The time zone of the clinics in view. */
  zone: string
  day: Day
  setDay: (day: Day) => void
  /** The id of the chosen location; undefined for all together. */
  locationFilter: string | undefined
  setLocationFilter: (locationId: string | undefined) => void
  /** Names are shown as initials while a patient can see the screen. */
  isPrivate: boolean
  setPrivate: (isPrivate: boolean) => void
  selectedAppointmentId: string | undefined
  selectAppointment: (appointmentId: string | undefined) => void
  openPatient: (patientId: string) => void
  /** Goes to the day of the appointment and opens it beside the board. */
  openAppointment: (appointmentId: string, day: Day) => void
  /** Opens the day board with a booking for this patient begun. */
  bookFor: (patientId: string) => void
  /** Opens the proposal for all infusions of a plan that are not booked. */
  bookSeries: (patientId: string, planId: string) => void
  openInvoice: (invoiceId: string) => void
  goTo: (screen: DeskScreen) => void
  /** A booking that was asked for, here or on another screen; the day board takes it up and clears it. Outlives a lock. */
  wanted: Wanted | undefined
  setWanted: (wanted: Wanted | undefined) => void
  /** Parts that one feature lends to the others; features never import each other. */
  parts: DeskParts
}

/** Lent by a feature, shown on the screens of others. Each shows nothing to those who may not see it. */
export type DeskParts = {
  /** From treatment: the infusion of an appointment. */
  Infusion: ComponentType<{ card: Card }>
  /** From treatment: who takes the patient home. */
  Escort: ComponentType<{ card: Card }>
  /** From billing: what an appointment costs, its draft, invoice and payments. */
  Checkout: ComponentType<{ card: Card }>
  /** From billing: the invoices of a patient. */
  Money: ComponentType<{ patientId: string }>
}

/** The screens of the rail. */
export type DeskScreen = 'day' | 'patients' | 'lists' | 'billing' | 'settings'

/** What another screen asks the day board to begin. */
export type Wanted = { what: 'booking'; wish: BookingWish } | { what: 'series'; patientId: string; planId: string }

/** What is known of a booking before its form is filled in; the day in view when no day is told. */
export type BookingWish = {
  readonly day?: Day
  readonly patientId?: string
  readonly roomId?: string
  readonly startMinute?: number
}

const Context = createContext<Desk | undefined>(undefined)

/** Given by the frame. */
export const DeskProvider = Context.Provider

/** What every screen of the desk shares. */
export function useDesk(): Desk {
  const desk = useContext(Context)
  if (desk === undefined) throw new Error('no desk: only screens inside the frame share one')
  return desk
}

/** A location by its id. */
export function useLocation(locationId: string): LocationView | undefined {
  return useDesk().locations.find((location) => location.id === locationId)
}
