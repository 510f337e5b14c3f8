import { useState } from 'react'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Bound } from '#ui/form'
import { TextField } from '#ui/text-field'
import { DayField, NumberField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/booking.module.css'
import { MissesHint } from './misses-hint.tsx'
import { PatientPicker } from './patient-picker.tsx'
import type { BookingForm, BookingPeople } from './use-booking-people.ts'

// An empty value would read as nothing chosen.
const nobody = 'nobody'

type Props = { form: BookingForm; people: BookingPeople; onTouched: () => void }

/** Who, what for, when, where, with whom. */
export function BookingFields({ form, people, onTouched }: Props) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { control, setValue, watch } = form
  const kind = watch('kind')
  const patientId = watch('patientId')
  const [wasKnown] = useState(patientId !== '')
  const rooms = desk.locations.flatMap((location) =>
    location.rooms
      .filter((room) => !room.isArchived)
      .map((room) => ({ value: room.id, label: `${location.code} · ${room.name}` })),
  )

  return (
    <div className={css['fields']} onInput={onTouched}>
      <div className={css['wide']}>
        <Bound control={control} name="patientId">
          {(field) => (
            <PatientPicker
              error={field.error}
              patientId={field.value}
              inputRef={field.inputRef}
              autoFocus={!wasKnown}
              onChange={(chosen) => {
                onTouched()
                field.onChange(chosen ?? '')
              }}
            />
          )}
        </Bound>
        <MissesHint patientId={patientId} />
      </div>
      <Bound control={control} name="kind">
        {(field) => (
          <SelectField
            label={schedule.kind}
            {...field}
            onChange={(chosen) => {
              people.chose('minutes', false)
              field.onChange(chosen)
            }}
            choices={[
              { value: 'infusion', label: common.kinds.infusion },
              { value: 'consultation', label: common.kinds.consultation },
              { value: 'check', label: common.kinds.check },
            ]}
          />
        )}
      </Bound>
      {people.plans.length === 0 ? null : (
        <div className={css['wide']}>
          <Bound control={control} name="planId">
            {(field) => (
              <SelectField
                label={schedule.plan}
                {...field}
                value={field.value ?? ''}
                onChange={(chosen) => {
                  people.chose('minutes', false)
                  field.onChange(chosen)
                }}
                choices={people.plans.map((one) => ({ value: one.planId, label: one.protocolName }))}
              />
            )}
          </Bound>
        </div>
      )}
      <Bound control={control} name="slot.roomId">
        {(field) => (
          <SelectField
            label={schedule.place}
            {...field}
            choices={rooms}
            onChange={(roomId) => {
              field.onChange(roomId)
              const at = desk.locations.find((location) => location.rooms.some((room) => room.id === roomId))
              if (at !== undefined) setValue('slot.locationId', at.id)
            }}
          />
        )}
      </Bound>
      <Bound control={control} name="slot.day">
        {(field) => <DayField label={schedule.day} {...field} today={desk.today} />}
      </Bound>
      <Bound control={control} name="slot.startMinute">
        {(field) => <TimeField label={schedule.start} {...field} />}
      </Bound>
      <Bound control={control} name="slot.minutes">
        {(field) => (
          <NumberField
            label={schedule.minutes}
            {...field}
            affix="min"
            onChange={(typed) => {
              people.chose('minutes')
              field.onChange(typed)
            }}
          />
        )}
      </Bound>
      <Bound control={control} name="slot.providerId">
        {(field) => (
          <SelectField
            label={schedule.provider}
            {...field}
            choices={people.providers}
            onChange={(chosen) => {
              people.chose('provider')
              field.onChange(chosen)
            }}
          />
        )}
      </Bound>
      {kind === 'infusion' ? (
        <Bound control={control} name="slot.nurseId">
          {(field) => (
            <SelectField
              label={schedule.nurse}
              {...field}
              value={field.value ?? nobody}
              choices={[...people.nurses, { value: nobody, label: schedule.noNurse }]}
              onChange={(chosen) => {
                people.chose('nurse')
                field.onChange(chosen === nobody ? null : chosen)
              }}
            />
          )}
        </Bound>
      ) : null}
      <div className={css['wide']}>
        <Bound control={control} name="notes">
          {(field) => <TextField label={schedule.notes} {...field} />}
        </Bound>
      </div>
    </div>
  )
}
