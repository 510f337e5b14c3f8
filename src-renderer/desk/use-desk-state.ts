import { useNavigate } from '@tanstack/react-router'
import { type Me } from '#contract/sign-in'
import { type OutputOf } from '#api/hooks'
import { type Desk, type DeskParts, type DeskScreen } from '#ui/desk-context'
import { type DeskMemory } from './desk-memory.ts'
import { useClock } from './use-clock.ts'

const paths = {
  day: '/day',
  patients: '/patients',
  lists: '/lists',
  billing: '/billing/{-$invoiceId}',
  settings: '/settings',
} as const

/** What every screen of the desk shares, made of who is here, the practice, and what was looked at last. */
export function useDeskState(given: {
  me: Me
  practice: OutputOf<'practice', 'get'>
  memory: DeskMemory
  onMemory: (change: Partial<DeskMemory>) => void
  parts: DeskParts
}): Desk {
  const { me, practice, memory, onMemory, parts } = given
  const { locations } = practice
  const navigate = useNavigate()
  const chosen = locations.find((location) => location.id === memory.locationFilter)
  const zone = (chosen ?? locations[0])?.zone ?? 'America/Los_Angeles'
  const { now, today } = useClock(practice.now, zone)
  const goTo = (screen: DeskScreen) => void navigate({ to: paths[screen], params: {} })
  return {
    me,
    may: (permission) => me.may.includes(permission),
    practiceName: practice.practice.name,
    locations,
    shownLocations: chosen === undefined ? locations : [chosen],
    now,
    today,
    zone,
    day: memory.day ?? today,
    setDay: (day) => onMemory({ day: day === today ? undefined : day }),
    locationFilter: chosen?.id,
    setLocationFilter: (locationFilter) => onMemory({ locationFilter }),
    isPrivate: memory.isPrivate,
    setPrivate: (isPrivate) => onMemory({ isPrivate }),
    selectedAppointmentId: memory.selectedAppointmentId,
    selectAppointment: (selectedAppointmentId) => onMemory({ selectedAppointmentId }),
    openPatient: (patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } }),
    openAppointment: (selectedAppointmentId, day) => {
      onMemory({ selectedAppointmentId, day: day === today ? undefined : day })
      goTo('day')
    },
    bookFor: (patientId) => {
      onMemory({ wanted: { what: 'booking', wish: { patientId } } })
      goTo('day')
    },
    bookSeries: (patientId, planId) => {
      onMemory({ wanted: { what: 'series', patientId, planId } })
      goTo('day')
    },
    openInvoice: (invoiceId) => void navigate({ to: '/billing/{-$invoiceId}', params: { invoiceId } }),
    goTo,
    wanted: memory.wanted,
    setWanted: (wanted) => onMemory({ wanted }),
    parts,
  }
}
