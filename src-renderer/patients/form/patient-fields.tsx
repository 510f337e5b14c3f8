import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Fields, Whole } from '#ui/field'
import { Bound } from '#ui/form'
import { PhoneField, TextArea, TextField } from '#ui/text-field'
import { DayField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/form.module.css'
import type { PatientControl } from './typed-patient.ts'

/** What the desk writes down of a patient, new or known. */
export function PatientFields({ control }: { control: PatientControl }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  return (
    <Fields>
      <Bound control={control} name="fields.firstName">
        {(field) => <TextField label={patients.firstName} isRequired maxLength={80} {...field} />}
      </Bound>
      <Bound control={control} name="fields.lastName">
        {(field) => <TextField label={patients.lastName} isRequired maxLength={120} {...field} />}
      </Bound>
      <Bound control={control} name="fields.birthDay">
        {(field) => <DayField label={patients.birthDay} today={desk.today} isBirth isRequired {...field} />}
      </Bound>
      <Bound control={control} name="fields.preferredName">
        {(field) => (
          <TextField label={patients.preferredName} placeholder={patients.preferredHint} maxLength={80} {...field} />
        )}
      </Bound>
      <Bound control={control} name="fields.phone">
        {(field) => <PhoneField label={patients.phone} {...field} />}
      </Bound>
      <Bound control={control} name="fields.email">
        {(field) => <TextField label={common.email} type="email" maxLength={200} {...field} />}
      </Bound>
      <Bound control={control} name="fields.language">
        {(field) => (
          <SelectField
            label={patients.language}
            {...field}
            choices={[
              { value: 'en', label: patients.languages.en },
              { value: 'es', label: patients.languages.es },
            ]}
          />
        )}
      </Bound>
      <Bound control={control} name="fields.homeLocationId">
        {(field) => (
          <SelectField
            label={patients.homeLocation}
            isRequired
            {...field}
            choices={desk.locations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Bound>
      <Bound control={control} name="fields.address.street">
        {(field) => <TextField label={common.street} maxLength={120} {...field} />}
      </Bound>
      <Bound control={control} name="fields.address.street2">
        {(field) => <TextField label={common.street2} maxLength={120} {...field} />}
      </Bound>
      <Bound control={control} name="fields.address.city">
        {(field) => <TextField label={common.city} maxLength={80} {...field} />}
      </Bound>
      <div className={css['pair']}>
        <Bound control={control} name="fields.address.state">
          {(field) => (
            <TextField
              label={common.state}
              maxLength={2}
              {...field}
              onChange={(text) => field.onChange(text.toUpperCase())}
            />
          )}
        </Bound>
        <Bound control={control} name="fields.address.postalCode">
          {(field) => <TextField label={common.postalCode} inputMode="numeric" maxLength={10} {...field} />}
        </Bound>
      </div>
      <Whole>
        <Bound control={control} name="fields.deskNotes">
          {(field) => <TextArea label={patients.deskNotes} placeholder={patients.deskNotesHint} rows={2} {...field} />}
        </Bound>
      </Whole>
    </Fields>
  )
}
