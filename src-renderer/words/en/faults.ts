import { type FaultCode, type FaultFacts } from '#contract/faults'
import { statuses } from './statuses.ts'

type Say = (facts: FaultFacts) => string

/** What was refused, why, and what to do. */
export const faults = {
  internal: (f) =>
    f['cause'] === 'unreachable'
      ? 'Infusion Desk does not answer. Nothing was saved. Check that it is still running on this PC.'
      : `Something went wrong. Nothing was saved.${f['number'] === undefined ? '' : ` (${f['number']})`}`,
  'call.unknown': () => 'This window is older than the program. Close it and open it again.',
  'call.bad-input': () => 'Something in the form cannot be right. Nothing was saved.',
  'call.not-allowed': () => 'Your role may not do this. Ask a manager.',
  'call.signed-out': () => 'Nobody is signed in. Sign in and try again.',
  'call.locked': () => 'The desk is locked. Unlock it and try again.',
  'call.vault-closed': () => 'The file is closed. Sign in with a password to open it.',
  'call.too-large': () => 'This is too large to be sent. Nothing was saved.',
  'call.not-json': () => 'This message could not be read. Nothing was saved.',
  'file.newer': () =>
    'This file was written by a newer version of Infusion Desk. Nothing was changed. Install the newer version on this PC.',
  'file.in-use': () => 'The data file cannot be read just now: another program may hold it. Try again in a moment.',
  'file.damaged': () =>
    'The file is damaged and was left as it is. Nothing was changed. Restore the last verified backup.',
  'file.not-ours': () => 'The file in this folder is not one of Infusion Desk. Nothing was changed.',
  'file.key-missing': () => 'The key file is missing beside the database. Put key.json back from a backup.',
  'file.key-damaged': () => 'The key file is damaged. Put key.json back from a backup.',
  'file.crypto-unsound': () => 'This copy of the program does not encrypt as it should. Install it anew on this PC.',
  'file.key-newer': () => 'The key file was written by a newer version. Install that version on this PC.',
  'file.second-start': () => 'Infusion Desk is already open on this PC with this folder. Use that window.',
  'file.network-folder': () =>
    'The data folder is on a network drive or is synced to a cloud, where a database can be damaged. Choose a folder on this PC.',
  'file.read-only': () => 'The data folder cannot be written to. Nothing was changed. Check its permissions.',
  'file.full': () => 'The disk is full. Nothing was saved. Make room on it and try again.',
  'setup.already-done': () => 'The practice is set up already. Sign in.',
  'setup.recovery-code-wrong': () =>
    'That is not the recovery code. Compare it letter by letter with what you wrote down.',
  'sign-in.wrong': () => 'The name and the password do not go together.',
  'sign-in.wait': (f) => `Too many wrong tries. Wait ${f['seconds'] ?? 'a few'} seconds.`,
  'sign-in.pin-off': () => 'The PIN is switched off. Use the password.',
  'sign-in.pin-wrong': () => 'That is not the PIN.',
  'sign-in.pin-weak': () => 'Six digits that are easy to guess, such as 123456 or a repeated digit, will not do.',
  'sign-in.password-too-short': () => 'At least 15 characters: three or four words are easy to remember.',
  'sign-in.password-too-long': () => 'At most 200 characters.',
  'sign-in.password-too-common': () => 'This password is on the lists that are tried first. Choose another.',
  'sign-in.password-contains-name': () => 'The password must not contain your name or that of the practice.',
  'record.not-found': () => 'This record is not there.',
  'record.archived': () => 'This record is archived. Restore it first.',
  'record.changed': (f) =>
    `${f['name'] ?? 'Somebody'} changed this in the meantime. What you typed is kept here; open the record again to see the change.`,
  'practice.location-code-taken': (f) =>
    `Another location uses the code${f['code'] === undefined ? '' : ` ${f['code']}`}.`,
  'practice.room-name-taken': (f) => `There is a room ${f['name'] ?? 'of that name'} already at this location.`,
  'practice.room-has-bookings': (f) => `This room has ${f['count'] ?? 'some'} bookings to come. Move them first.`,
  'staff.name-taken': () => 'Somebody signs in with this name already.',
  'staff.last-manager': () => 'This is the only manager. Make somebody else a manager first.',
  'patient.duplicate': (f) =>
    `This may be somebody we know already${f['name'] === undefined ? '' : `: ${f['name']}`}. Compare before you register.`,
  'patient.has-bookings': (f) => `${f['count'] ?? 'Some'} appointments are still to come. Cancel them first.`,
  'patient.born-in-future': () => 'This day of birth is in the future.',
  'plan.has-active-plan': () => 'There is an active plan already. Stop it or complete it first.',
  'plan.not-active': () => 'This plan is no longer active.',
  'plan.fewer-than-done': (f) => `${f['done'] ?? 'More'} infusions are done already; the plan cannot have fewer.`,
  'appointment.clash': (f) => clash(f),
  'appointment.closed': (f) => `${f['location'] ?? 'The clinic'} is closed on that day.`,
  'appointment.closed-day': (f) => `${f['location'] ?? 'The clinic'} is closed on that day: ${f['reason'] ?? ''}.`,
  'appointment.away': (f) => `${f['name'] ?? 'This person'} is not at ${f['location'] ?? 'the clinic'} at that time.`,
  'appointment.changed': (f) => `Somebody changed this appointment in the meantime${stands(f)}. Look at it once more.`,
  'appointment.no-such-time': () => 'There is no such time on that night: the clocks go forward.',
  'appointment.override-not-allowed': () => 'A provider or a manager has to allow this.',
  'readiness.not-yours': () => 'Somebody of another role has to confirm this.',
  'readiness.not-yet': () => 'Fasting is asked on the day of the visit.',
  'appointment.outside-hours': (f) =>
    f['open'] === undefined || f['close'] === undefined
      ? 'That is outside the opening hours.'
      : `That is outside the opening hours, ${f['open']} to ${f['close']}.`,
  'appointment.in-past': () => 'That time has passed.',
  'appointment.wrong-room': () => 'This room does not belong to that location, or is archived.',
  'appointment.wrong-person': () => 'This person does not work there in that role.',
  'appointment.which-plan': () => 'This patient has several plans. Choose the one that the infusion belongs to.',
  'appointment.cannot-become': () => 'The appointment is not at that step. Look at its status once more.',
  'appointment.has-infusion': () => 'An infusion has begun in this appointment; it cannot be moved or cancelled.',
  'appointment.no-plan': () => 'An infusion needs an active treatment plan. A provider starts one.',
  'resources.hours-order': () => 'These hours end before they begin.',
  'resources.hours-overlap': () => 'These hours overlap others of the same day.',
  'calendar.nothing': () => 'There is no appointment to write down.',
  'series.nothing-left': () => 'Every infusion of this plan is booked or done. A provider plans more first.',
  'series.fewer-left': ({ left = 0 }) =>
    Number(left) === 1 ? 'Only 1 infusion is left to book.' : `Only ${left} infusions are left to book.`,
  'prices.of-protocol': () => 'This service is for the infusions of a protocol.',
  'infusion.not-arrived': () => 'Check the patient in first.',
  'infusion.wrong-stage': () => 'The infusion is not at that step.',
  'infusion.no-weight': () => "Today's weight is missing.",
  'infusion.dose-out-of-range': () => 'The dose is outside the usual range. Check it, and confirm that it is meant.',
  'infusion.provider-only': () => 'A provider has to confirm a dose outside the usual range.',
  'infusion.no-escort': () => 'No escort is recorded. Write down who takes the patient home.',
  'infusion.escort-not-here': () => 'The escort has not arrived.',
  'infusion.no-reading': () => 'A set of vitals is missing.',
  'infusion.reading-not-fit': () => 'The last vitals do not allow this yet. Measure again.',
  'infusion.too-early': (f) =>
    f['minutes'] === undefined
      ? 'The recovery time is not over.'
      : `The recovery time is not over: ${f['minutes']} more minutes.`,
  'infusion.not-orientated': () => 'The patient must be orientated and walk steadily first.',
  'infusion.time-order': () => 'These times are out of order.',
  'infusion.time-in-future': () => 'This time is in the future.',
  'infusion.impossible-vitals': () => 'These vitals cannot be right. Measure or type them again.',
  'invoice.no-lines': () => 'An invoice needs at least one line.',
  'invoice.not-a-draft': () => 'This invoice is issued and cannot be changed.',
  'invoice.discarded': () => 'Somebody discarded this draft. Bill the visit again to start a new one.',
  'invoice.nothing-to-bill': () => 'There is nothing to bill in this visit yet.',
  'invoice.no-price': () => 'There is no price for this at this location. Set one in Settings.',
  'payment.over-balance': (f) =>
    f['balance'] === undefined ? 'That is more than what is owed.' : `That is more than the ${f['balance']} owed.`,
  'payment.too-little-cash': () => 'That is less cash than the amount.',
  'payment.settled': () => 'This invoice is settled already.',
  'payment.click-reused': () =>
    'This payment was taken already, for something else. Look at the payments, and start anew.',
} satisfies Record<FaultCode, Say>

/** How an appointment stands now: its day, time, room and status. */
function stands({ on, at, place, status }: FaultFacts): string {
  if (on === undefined || at === undefined || place === undefined) return ''
  const words: Readonly<Record<string, string>> = statuses
  return `: now ${on}, ${at}, ${place}, ${words[String(status)] ?? ''}`
}

function clash(f: FaultFacts): string {
  const when = f['from'] === undefined || f['to'] === undefined ? 'at that time' : `${f['from']}–${f['to']}`
  const by = f['with'] === undefined ? '' : ` (${f['with']})`
  return `${subjectOf(f)} is taken ${when}${by}.`
}

function subjectOf(f: FaultFacts): string | number {
  if (f['name'] !== undefined) return f['name']
  switch (f['what']) {
    case 'room':
      return 'The room'
    case 'provider':
      return 'The provider'
    case 'nurse':
      return 'The nurse'
    case 'patient':
      return 'The patient'
    case undefined:
    default:
      return 'This place'
  }
}
