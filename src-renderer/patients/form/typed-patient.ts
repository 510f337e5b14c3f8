import type { Control, DefaultValues } from 'react-hook-form'
import { z } from 'zod'
import { patientFields } from '#contract/patients'
import type { Day } from '#domain/dates'
import { formatPhone, normalPhone } from '#domain/identifiers'
import { parseTypedDay } from '#domain/typed-dates'

/**
 * A patient as it is typed. `version` is that of the record when the form was opened, empty for a new one: it is kept
 * with the draft, so that a lock in between does not hide what somebody else changed.
 */
export const typedPatient = z.strictObject({ version: z.string(), fields: patientFields })

/** What binds the fields of this form. */
export type PatientControl = Control<z.input<typeof typedPatient>, unknown, z.output<typeof typedPatient>>

type Fields = z.output<typeof patientFields>

/** Where what was typed of a new patient outlives a lock. */
export const registerDraft = 'patients.register'

/** Where what was typed of a correction outlives a lock. */
export function correctDraft(patientId: string): string {
  return `patients.correct.${patientId}`
}

/** The fields as a form shows them: the phone in its usual writing. */
export function fieldsShown(fields: Fields): Fields {
  return { ...fields, phone: formatPhone(fields.phone) }
}

/** A new patient, begun with what was searched in vain: a phone, a birth date, or a name. */
export function beginWith(
  typed: string,
  home: { homeLocationId: string; state: string; language: 'en' | 'es' },
  today: Day,
): DefaultValues<z.input<typeof typedPatient>> {
  const digits = normalPhone(typed)
  const birthDay = parseTypedDay(typed, today, { birth: true })
  const isName = digits === undefined && birthDay === undefined && /\p{L}/u.test(typed) && !/\d/.test(typed)
  const [firstName = '', ...rest] = isName ? typed.split(/\s+/).map(capital) : []
  return {
    version: '',
    fields: {
      firstName,
      lastName: rest.join(' '),
      preferredName: '',
      ...(birthDay === undefined ? {} : { birthDay }),
      phone: digits === undefined ? '' : formatPhone(digits),
      email: '',
      address: { street: '', street2: '', city: '', state: home.state, postalCode: '' },
      language: home.language,
      homeLocationId: home.homeLocationId,
      deskNotes: '',
    },
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
