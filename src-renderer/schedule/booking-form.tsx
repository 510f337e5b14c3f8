import { useEffect, useState } from 'react'
import { contract } from '#contract/house'
import type { Card } from '#contract/appointments'
import type { FoundPatient } from '#contract/patients'
import type { Day } from '#domain/dates'
import { useDeskForm } from '#api/form'
import { useDo, useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Bound, Form } from '#ui/form'
import { useFormats } from '#ui/formats'
import { useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { DayField, NumberField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import type { BookingWish } from './booking-dialog.tsx'
import css from './css/booking.module.css'
import { PatientPicker } from './patient-picker.tsx'
import { usePeople } from './people.ts'
import { nextFreeSpot } from './free-spot.ts'

// An empty value would read as nothing chosen.
const nobody = 'nobody'

type Props = {
  wish: BookingWish
  cards: readonly Card[]
  onClose: () => void
  onBooked: (appointmentId: string, day: Day) => void
}

/** Who, what for, when, where, with whom. */
export function BookingForm({ wish, cards, onClose, onBooked }: Props) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const { say } = useNotices()
  const { run: book } = useDo(['appointments', 'book'])
  const [spot] = useState(() => nextFreeSpot(wish, cards, desk.shownLocations, desk.today, desk.now()))
  const [patient, setPatient] = useState<FoundPatient>()
  const form = useDeskForm({
    schema: contract.appointments.book.input,
    defaults: {
      patientId: wish.patientId ?? '',
      kind: 'infusion',
      notes: '',
      slot: {
        day: wish.day,
        startMinute: spot.startMinute,
        minutes: 60,
        locationId: spot.locationId,
        roomId: spot.roomId,
        providerId: '',
        nurseId: null,
      },
    },
    send: book,
    onDone: ({ appointmentId }, { slot }) => {
      say(schedule.booked(`${weekdayAndDay(slot.day)}, ${minute(slot.startMinute)}`))
      onBooked(appointmentId, slot.day)
    },
  })
  const { control, setValue, watch } = form
  const kind = watch('kind')
  const patientId = watch('patientId')
  const locationId = watch('slot.locationId')
  const usual = useLook(['appointments', 'usualMinutes'], { kind, patientId }, { enabled: patientId !== '' })
  const providers = usePeople('provider', locationId)
  const nurses = usePeople('nurse', locationId)
  const rooms = desk.locations.flatMap((location) =>
    location.rooms
      .filter((room) => !room.isArchived)
      .map((room) => ({ value: room.id, label: `${location.code} · ${room.name}` })),
  )

  const minutes = usual.value?.minutes
  useEffect(() => {
    if (minutes !== undefined) setValue('slot.minutes', minutes)
  }, [minutes, setValue])

  const planned = usual.value?.providerId
  const providerId = watch('slot.providerId')
  const nurseId = watch('slot.nurseId')
  useEffect(() => {
    if (providers.some((one) => one.value === providerId)) return
    const first = providers.find((one) => one.value === planned) ?? providers[0]
    if (first !== undefined) setValue('slot.providerId', first.value)
  }, [providers, providerId, planned, setValue])
  useEffect(() => {
    const wantsNurse = kind === 'infusion'
    if (!wantsNurse && nurseId !== null) setValue('slot.nurseId', null)
    if (wantsNurse && !nurses.some((one) => one.value === nurseId)) setValue('slot.nurseId', nurses[0]?.value ?? null)
  }, [kind, nurses, nurseId, setValue])

  return (
    <Form
      label={schedule.bookTitle}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <>
          <Button onClick={onClose}>{common.back}</Button>
          <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
            {schedule.book}
          </Button>
        </>
      }
    >
      <div className={css['fields']}>
        <div className={css['wide']}>
          <Bound control={control} name="patientId">
            {(field) => (
              <PatientPicker
                error={field.error}
                knownId={wish.patientId}
                value={patient}
                inputRef={field.inputRef}
                onChange={(chosen) => {
                  setPatient(chosen)
                  field.onChange(chosen?.id ?? '')
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
          {(field) => <NumberField label={schedule.minutes} {...field} affix="min" />}
        </Bound>
        <Bound control={control} name="slot.providerId">
          {(field) => <SelectField label={schedule.provider} {...field} choices={providers} />}
        </Bound>
        {kind === 'infusion' ? (
          <Bound control={control} name="slot.nurseId">
            {(field) => (
              <SelectField
                label={schedule.nurse}
                {...field}
                value={field.value ?? nobody}
                onChange={(chosen) => field.onChange(chosen === nobody ? null : chosen)}
                choices={[...nurses, { value: nobody, label: schedule.noNurse }]}
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
    </Form>
  )
}
