/** Every kind of appointment, in the order in which screens list them. */
export const appointmentKinds = ['infusion', 'consultation', 'check'] as const

/** What a patient comes for: an infusion, a consultation with the provider, or a short check. */
export type AppointmentKind = (typeof appointmentKinds)[number]

/** Every appointment status, in the order of a visit; the three exits come last. */
export const appointmentStatuses = [
  'booked',
  'confirmed',
  'arrived',
  'roomed',
  'infusing',
  'recovering',
  'ready',
  'completed',
  'cancelled',
  'late_cancelled',
  'no_show',
] as const

/** The statuses of a visit that does not happen; they free room and people. */
export const freeingStatuses = [
  'cancelled',
  'late_cancelled',
  'no_show',
] as const satisfies readonly AppointmentStatus[]

/** The statuses of a visit that is over: it happened, or it does not. */
export const closedStatuses = ['completed', ...freeingStatuses] as const satisfies readonly AppointmentStatus[]

/** Where an appointment stands, from booked to completed, or cancelled or missed. */
export type AppointmentStatus = (typeof appointmentStatuses)[number]

type Steps = Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>>

// The first entry of a row is the usual next step; the others are short cuts, exits and ways back from a wrong click.
// There is no way back from infusing: from there on a treatment is on record.
const infusionSteps: Steps = {
  booked: ['confirmed', 'arrived', 'cancelled', 'late_cancelled', 'no_show'],
  confirmed: ['arrived', 'booked', 'cancelled', 'late_cancelled', 'no_show'],
  arrived: ['roomed', 'infusing', 'confirmed', 'booked', 'cancelled', 'late_cancelled'],
  roomed: ['infusing', 'arrived', 'cancelled', 'late_cancelled'],
  infusing: ['recovering'],
  recovering: ['ready'],
  ready: ['completed', 'recovering'],
  completed: [],
  cancelled: ['booked'],
  late_cancelled: ['booked'],
  no_show: ['booked', 'arrived'],
}

const visitSteps: Steps = {
  ...infusionSteps,
  arrived: ['completed', 'roomed', 'confirmed', 'booked', 'cancelled', 'late_cancelled'],
  roomed: ['completed', 'arrived', 'cancelled', 'late_cancelled'],
}

/**
 * Whether an appointment of this kind may go from one status straight to the other. A cancelled or missed one may come
 * back; whoever brings it back checks again that its time is still free.
 */
export function canBecome(from: AppointmentStatus, to: AppointmentStatus, kind: AppointmentKind): boolean {
  return stepsOf(kind)[from].includes(to)
}

/** The usual next status of the visit; undefined once it is completed, cancelled or missed. */
export function nextStep(status: AppointmentStatus, kind: AppointmentKind): AppointmentStatus | undefined {
  return isClosed(status) ? undefined : stepsOf(kind)[status][0]
}

/** Whether the visit is still to come or under way. */
export function isActive(status: AppointmentStatus): boolean {
  return !isClosed(status)
}

/** Whether an appointment with this status takes up its room, people and time; cancelled and missed ones free them. */
export function holdsResources(status: AppointmentStatus): boolean {
  return !freeingStatuses.some((freeing) => freeing === status)
}

/** Whether the visit may still be given another time or chair: nothing of it is on record yet. */
export function isMovable(status: AppointmentStatus): boolean {
  return status === 'booked' || status === 'confirmed' || status === 'arrived' || status === 'roomed'
}

/** Whether the visit is over: completed, cancelled or missed. */
export function isClosed(status: AppointmentStatus): boolean {
  return closedStatuses.some((closed) => closed === status)
}

function stepsOf(kind: AppointmentKind): Steps {
  return kind === 'infusion' ? infusionSteps : visitSteps
}
