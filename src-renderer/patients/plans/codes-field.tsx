import { useState } from 'react'
import { useController } from 'react-hook-form'
import { isUnbillableIcd10 } from '#domain/identifiers'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import type { PlanControl } from './typed-plan.ts'

/** The diagnoses of a plan on one line, `F33.2, F43.10`; headings that no payer takes are pointed out. */
export function CodesField({ control }: { control: PlanControl }) {
  const { plan } = useWords().patients
  const { field, fieldState } = useController({ control, name: 'clinical.icd10Codes' })
  const [typed, setTyped] = useState<string>()
  const codes = field.value
  const headings = codes.filter(isUnbillableIcd10)
  return (
    <TextField
      label={plan.codes}
      placeholder="F33.2"
      isRequired
      name={field.name}
      value={typed ?? codes.join(', ')}
      inputRef={field.ref}
      // A wrong code stands in the list: its own place is refused, not the field.
      error={fieldState.invalid ? (fieldState.error?.message ?? 'icd10') : undefined}
      hint={headings.length > 0 ? plan.unbillable(headings.join(', ')) : plan.codesHint}
      onChange={(text) => {
        setTyped(text)
        field.onChange(codesIn(text))
      }}
      onBlur={() => {
        setTyped(undefined)
        field.onBlur()
      }}
    />
  )
}

function codesIn(text: string): string[] {
  return [...new Set(text.toUpperCase().split(/[\s,;]+/))].filter((code) => code !== '')
}
