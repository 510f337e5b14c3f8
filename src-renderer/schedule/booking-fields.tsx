import { useEffect, useMemo, useState } from 'react'
import { contract } from '#contract/house'
import { useDraftWaits, type DeskForm } from '#api/form'
import { useLook } from '#api/hooks'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Bound } from '#ui/form'
import { TextField } from '#ui/text-field'
import { DayField, NumberField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/booking.module.css'
import { PatientPicker } from './patient-picker.tsx'
import { usePeople } from './people.ts'

// An empty value would read as nothing chosen.
const nobody = 'nobody'

type Props = { form: DeskForm<typeof contract.appointments.book.input>; onTouched: () => void }

/** Who, what for, when, where, with whom. What nobody chose by hand follows the patient's plan and the clinic. */
export function BookingFields({ form, onTouched }: Props) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { control, setValue, watch } = form
  const kind = watch('kind')
  const patientId = watch('patientId')
  const locationId = watch('slot.locationId')
  const isKept = useDraftWaits('booking')
  const [byHand, setByHand] = useState({ minutes: isKept, provider: isKept, nurse: isKept })
  const [wasKnown] = useState(patientId !== '')
  const usual = useLook(['appointments', 'usualMinutes'], { kind, patientId }, { enabled: patientId !== '' })
  const here = useMemo(() => [{ id: locationId }], [locationId])
  const providers = usePeople('provider', here)
  const nurses = usePeople('nurse', here)
  const rooms = desk.locations.flatMap((location) =>
    location.rooms
      .filter((room) => !room.isArchived)
      .map((room) => ({ value: room.id, label: `${location.code} · ${room.name}` })),
  )

  const minutes = usual.value?.minutes
  useEffect(() => {
    if (minutes !== undefined && !byHand.minutes) setValue('slot.minutes', minutes)
  }, [byHand.minutes, minutes, setValue])

  const providerId = watch('slot.providerId')
  const planned = usual.value?.providerId
  const holds = providers.some((one) => one.value === providerId)
  const provider =
    byHand.provider && holds ? providerId : (providers.find((one) => one.value === planned) ?? providers[0])?.value
  useEffect(() => {
    if (provider !== undefined && provider !== providerId) setValue('slot.providerId', provider)
  }, [provider, providerId, setValue])

  const nurseId = watch('slot.nurseId')
  const isNurseHere = nurseId === null || nurses.some((one) => one.value === nurseId)
  const nurse = kind !== 'infusion' ? null : byHand.nurse && isNurseHere ? nurseId : (nurses[0]?.value ?? null)
  useEffect(() => {
    if (nurse !== nurseId) setValue('slot.nurseId', nurse)
  }, [nurse, nurseId, setValue])

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
      </div>
      <Bound control={control} name="kind">
        {(field) => (
          <SelectField
            label={schedule.kind}
            {...field}
            onChange={(chosen) => {
              setByHand({ ...byHand, minutes: false })
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
              setByHand({ ...byHand, minutes: true })
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
            choices={providers}
            onChange={(chosen) => {
              setByHand({ ...byHand, provider: true })
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
              choices={[...nurses, { value: nobody, label: schedule.noNurse }]}
              onChange={(chosen) => {
                setByHand({ ...byHand, nurse: true })
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
