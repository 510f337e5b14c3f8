import { useWatch } from 'react-hook-form'
import { useLook } from '#api/hooks'
import type { FoundPatient } from '#contract/patients'
import type { Day } from '#domain/dates'
import { initials } from '#domain/names'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { LocationBadge, Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/form.module.css'
import type { PatientControl } from './typed-patient.ts'

/** Those who may be the person that is being typed, the likeliest first. */
export function useLookAlikes(control: PatientControl): readonly FoundPatient[] {
  const [firstName, lastName, birthDay, phone] = useWatch({
    control,
    name: ['fields.firstName', 'fields.lastName', 'fields.birthDay', 'fields.phone'],
  })
  // Not typed yet: a form holds no day where its schema promises one.
  const birth: Day | null | undefined = birthDay
  const isEnough = firstName.trim().length > 1 && lastName.trim().length > 1
  const known = useLook(
    ['patients', 'duplicates'],
    { firstName: firstName.trim(), lastName: lastName.trim(), birthDay: birth ?? null, phone, exceptId: null },
    { enabled: isEnough, keepLast: true },
  )
  return isEnough ? (known.value ?? []) : []
}

/** The look-alikes as a list to compare with; each can be opened instead. */
export function LookAlikes({ known, onOpen }: { known: readonly FoundPatient[]; onOpen: (patientId: string) => void }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { day, phone } = useFormats()
  return (
    <ul className={css['known']}>
      {known.map((patient) => {
        const name = desk.isPrivate ? initials(patient.name) : patient.name
        return (
          <li key={patient.id}>
            <button
              type="button"
              className={css['alike']}
              aria-label={patients.openAlike(name)}
              onClick={() => onOpen(patient.id)}
            >
              <span className={css['name']}>
                {name} <LocationBadge code={patient.homeLocationCode} />
              </span>
              {desk.isPrivate ? null : (
                <>
                  <span>{common.dayAndAge(day(patient.birthDay), patient.age)}</span>
                  {patient.phone === '' ? null : <span>{phone(patient.phone)}</span>}
                </>
              )}
              <span>
                {patient.recordNumber} {patient.isArchived ? <Tag>{patients.archived}</Tag> : null}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
