import { useEffect, useState, type Ref } from 'react'
import type { FoundPatient } from '#contract/patients'
import { useLook } from '#api/hooks'
import { useFormats } from '#ui/formats'
import { Picker } from '#ui/picker'
import { LocationBadge } from '#ui/status-chip'
import { useWords, type FieldError } from '#ui/words'
import css from './css/booking.module.css'

type Props = {
  value: FoundPatient | undefined
  onChange: (patient: FoundPatient | undefined) => void
  /** A patient that is meant already; found by id and set. */
  knownId: string | undefined
  error: FieldError
  inputRef: Ref<HTMLInputElement>
}

/** Finds a patient as the name is typed. */
export function PatientPicker({ value, onChange, knownId, error, inputRef }: Props) {
  const { schedule } = useWords()
  const { day } = useFormats()
  const [text, setText] = useState('')
  const found = useLook(['patients', 'search'], { text, limit: 12, withArchived: false }, { keepLast: true })
  const known = useLook(['patients', 'page'], { patientId: knownId ?? '' }, { enabled: knownId !== undefined })

  const page = known.value
  const isKnown = value !== undefined
  useEffect(() => {
    if (page === undefined || isKnown) return
    onChange({
      id: page.id,
      recordNumber: page.recordNumber,
      name: page.name,
      preferredName: page.fields.preferredName,
      birthDay: page.fields.birthDay,
      age: page.age,
      phone: page.fields.phone,
      homeLocationCode: page.homeLocationCode,
      isArchived: page.isArchived,
    })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the page of the patient that is meant arrives
  }, [page])

  return (
    <Picker
      label={schedule.patient}
      placeholder={schedule.patientPlaceholder}
      found={found.value?.patients ?? []}
      isSearching={found.isLoading}
      value={value}
      error={error}
      inputRef={inputRef}
      autoFocus={knownId === undefined}
      onChange={onChange}
      onSearch={setText}
      keyOf={(patient) => patient.id}
      textOf={(patient) => patient.name}
      lineOf={(patient) => (
        <span className={css['found']}>
          <span>{patient.name}</span>
          <small>
            {day(patient.birthDay)} · {patient.recordNumber}
          </small>
          <LocationBadge code={patient.homeLocationCode} />
        </span>
      )}
    />
  )
}
