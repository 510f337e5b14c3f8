import { appointmentKinds, appointmentStatuses } from '#domain/appointment-status'
import { infusionStages } from '#domain/infusion'
import { isDay, type Day } from '#domain/dates'
import { isEin, isIcd10Shape, isLocationCode, isUnbillableIcd10, isNpi, normalPhone } from '#domain/identifiers'
import type { Cents } from '#domain/money'
import { roles } from '#domain/roles'
import { isZone } from '#domain/clock'
import { z } from 'zod'

/** The id of a row: UUIDv7 text. */
export const id = z.uuid()

/** One line of text that must not be empty; surrounding blanks are taken off. */
export function line(max: number) {
  return z.string().trim().min(1, 'required').max(max, 'too-long')
}

/** Text that may be empty. */
export function text(max: number) {
  return z.string().trim().max(max, 'too-long')
}

/** A calendar day, `YYYY-MM-DD`. */
export const dayText = z.custom<Day>((value) => typeof value === 'string' && isDay(value), 'day')

/** A minute of the clinic's own day, 0 to 1440. */
export const minuteOfDay = z.int().min(0).max(1440)

/** How long something takes, in minutes: one to 720. */
export const minutesLong = z.int().min(1).max(720)

/** An instant: epoch milliseconds, UTC. */
export const instant = z.int().min(0)

/** Money as integer cents, zero or more, up to $1,000,000.00. */
export const centsNotNegative = z.custom<Cents>(
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 100_000_000,
  'money',
)

/** Money as integer cents, more than zero. */
export const centsPositive = z.custom<Cents>(
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= 100_000_000,
  'money',
)

/** Money as integer cents of any sign, in answers. */
export const centsAny = z.custom<Cents>((value) => typeof value === 'number' && Number.isSafeInteger(value), 'money')

/** A United States phone number in any usual writing; empty when there is none. */
export const phone = text(40).refine((typed) => typed === '' || normalPhone(typed) !== undefined, 'phone')

/** An e-mail address, or empty. */
export const email = z.union([z.literal(''), z.email('email').max(200, 'too-long')])

/** A National Provider Identifier that passes its check digit, or empty. */
export const npi = text(10).refine((typed) => typed === '' || isNpi(typed), 'npi')

/** An Employer Identification Number, with or without its hyphen, or empty. */
export const ein = text(12).refine((typed) => typed === '' || isEin(typed), 'ein')

/** A clinic's short code, two to four capitals: it begins every invoice number. */
export const locationCode = text(4).refine(isLocationCode, 'location-code')

/** An IANA time zone that this PC knows. */
export const zone = text(60).refine(isZone, 'zone')

/** An ICD-10-CM code by its shape, and none of the headings that no payer takes. */
export const icd10 = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isIcd10Shape, 'icd10')
  .refine((code) => !isUnbillableIcd10(code), 'icd10-heading')

/** A role that a staff member can hold. */
export const role = z.enum(roles)

/** The language a patient's papers are printed in. */
export const language = z.enum(['en', 'es'])

/** How somebody pays. */
export const tender = z.enum(['cash', 'check', 'card', 'hsa', 'financing'])

/** What an appointment is for. */
export const appointmentKind = z.enum(appointmentKinds)

/** Where an appointment stands. */
export const appointmentStatus = z.enum(appointmentStatuses)

/** Where an infusion stands. */
export const infusionStage = z.enum(infusionStages)

/** An empty input. */
export const nothing = z.strictObject({})

/** An address as it is printed on a letter. */
export const address = z.strictObject({
  street: text(120),
  street2: text(120),
  city: text(80),
  state: text(2),
  postalCode: text(10).refine((typed) => typed === '' || /^\d{5}(-\d{4})?$/.test(typed), 'postal-code'),
})
