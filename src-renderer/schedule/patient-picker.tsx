import { useState, type Ref } from 'react'
import type { FoundPatient } from '#contract/patients'
import { useLook, type OutputOf } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Picker } from '#ui/picker'
import { shownName } from '#ui/shown-name'
import { LocationBadge } from '#ui/status-chip'
import { useWords, type FieldError } from '#ui/words'
import css from './css/booking.module.css'

type Props = {
  /** Whoever is meant; empty for nobody yet. */
  patientId: string
  onChange: (patientId: string | undefined) => void
  error: FieldError
  inputRef: Ref<HTMLInputElement>
  autoFocus: boolean
}

/** Finds a patient as the name is typed; who is meant already stands there. */
export function PatientPicker({ patientId, onChange, error, inputRef, autoFocus }: Props) {
  const { schedule } = useWords()
  const { isPrivate } = useDesk()
  const { day } = useFormats()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<FoundPatient>()
  const found = useLook(['patients', 'search'], { text, limit: 12, withArchived: false }, { keepLast: true })
  const isPicked = picked?.id === patientId
  const known = useLook(['patients', 'page'], { patientId }, { enabled: patientId !== '' && !isPicked })
  const value = isPicked ? picked : known.value && asFound(known.value)

  return (
    <Picker
      label={schedule.patient}
      placeholder={schedule.patientPlaceholder}
      found={found.value?.patients ?? []}
      isSearching={found.isLoading}
      value={patientId === '' ? undefined : value}
      error={error}
      inputRef={inputRef}
      autoFocus={autoFocus}
      onChange={(chosen) => {
        setPicked(chosen)
        onChange(chosen?.id)
      }}
      onSearch={setText}
      keyOf={(patient) => patient.id}
      textOf={(patient) => shownName(patient.name, isPrivate)}
      lineOf={(patient) => (
        <span className={css['found']}>
          <span>{shownName(patient.name, isPrivate)}</span>
          <small>{isPrivate ? patient.recordNumber : `${day(patient.birthDay)} · ${patient.recordNumber}`}</small>
          <LocationBadge code={patient.homeLocationCode} />
        </span>
      )}
    />
  )
}

function asFound(page: OutputOf<'patients', 'page'>): FoundPatient {
  return {
    id: page.id,
    recordNumber: page.recordNumber,
    name: page.name,
    preferredName: page.fields.preferredName,
    birthDay: page.fields.birthDay,
    age: page.age,
    phone: page.fields.phone,
    homeLocationCode: page.homeLocationCode,
    isArchived: page.isArchived,
  }
}
