import { useState } from 'react'
import { useDeskForm } from '#api/form'
import { useDo, useLook } from '#api/hooks'
import { contract } from '#contract/house'
import type { FoundPatient } from '#contract/patients'
import { addDays, weekday } from '#domain/dates'
import { Button } from '#ui/button'
import { CheckField, SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { Bound, Form, useLeaving } from '#ui/form'
import { useFormats } from '#ui/formats'
import { useNotices } from '#ui/notice'
import { Picker } from '#ui/picker'
import { shownName } from '#ui/shown-name'
import { TextField } from '#ui/text-field'
import { DayField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/lists.module.css'

// An empty value would read as nothing chosen.
const either = 'either'

/** Puts somebody on the waiting list. */
export function WaitingDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk()
  const { lists, common, schedule } = useWords()
  const formats = useFormats()
  const { say } = useNotices()
  const { run: add } = useDo(['waiting', 'add'])
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<FoundPatient>()
  const found = useLook(['patients', 'search'], { text, limit: 12, withArchived: false }, { keepLast: true })
  const hours = desk.locations.flatMap((location) => location.hours)
  const form = useDeskForm({
    schema: contract.waiting.add.input,
    defaults: {
      patientId: '',
      kind: 'infusion',
      locationId: desk.locationFilter ?? null,
      providerId: null,
      weekdays: 0,
      fromDay: desk.today,
      untilDay: null,
      fromMinute: Math.min(...hours.map((one) => one.openMinute)),
      toMinute: Math.max(...hours.map((one) => one.closeMinute)),
      urgency: 'flexible',
      notes: '',
    },
    send: add,
    onDone: () => {
      say(lists.added)
      onClose()
    },
  })
  const { control } = form
  const leaving = useLeaving(form.isTouched, onClose)
  return (
    <Dialog isOpen onClose={leaving.ask} title={lists.add}>
      <Form
        label={lists.add}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <>
            <Button onClick={leaving.ask}>{common.back}</Button>
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {common.save}
            </Button>
          </>
        }
      >
        <div className={css['fields']}>
          <div className={css['wide']}>
            <Bound control={control} name="patientId">
              {(field) => (
                <Picker
                  label={schedule.patient}
                  placeholder={schedule.patientPlaceholder}
                  found={found.value?.patients ?? []}
                  isSearching={found.isLoading}
                  value={picked}
                  error={field.error}
                  inputRef={field.inputRef}
                  autoFocus
                  onSearch={setText}
                  onChange={(chosen) => {
                    setPicked(chosen)
                    field.onChange(chosen?.id ?? '')
                  }}
                  keyOf={(patient) => patient.id}
                  textOf={(patient) => shownName(patient.name, desk.isPrivate)}
                />
              )}
            </Bound>
          </div>
          <Bound control={control} name="kind">
            {(field) => (
              <SelectField
                label={lists.kind}
                {...field}
                choices={[
                  { value: 'infusion', label: common.kinds.infusion },
                  { value: 'consultation', label: common.kinds.consultation },
                  { value: 'check', label: common.kinds.check },
                ]}
              />
            )}
          </Bound>
          <Bound control={control} name="urgency">
            {(field) => (
              <SelectField
                label={lists.urgency}
                {...field}
                choices={[
                  { value: 'soon', label: lists.urgencies.soon },
                  { value: 'flexible', label: lists.urgencies.flexible },
                ]}
              />
            )}
          </Bound>
          <Bound control={control} name="locationId">
            {(field) => (
              <SelectField
                label={lists.place}
                {...field}
                value={field.value ?? either}
                onChange={(chosen) => field.onChange(chosen === either ? null : chosen)}
                choices={[
                  { value: either, label: lists.either },
                  ...desk.locations.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Bound>
          <Bound control={control} name="fromDay">
            {(field) => <DayField label={lists.fromDay} {...field} today={desk.today} />}
          </Bound>
          <Bound control={control} name="untilDay">
            {(field) => <DayField label={lists.untilDay} {...field} today={desk.today} hint={common.optional} />}
          </Bound>
          <Bound control={control} name="fromMinute">
            {(field) => <TimeField label={lists.fromMinute} {...field} />}
          </Bound>
          <Bound control={control} name="toMinute">
            {(field) => <TimeField label={lists.toMinute} {...field} />}
          </Bound>
          <Bound control={control} name="weekdays">
            {(field) => (
              <fieldset className={css['weekdays']}>
                <legend>{lists.weekdays}</legend>
                {[1, 2, 3, 4, 5, 6, 0].map((one) => (
                  <CheckField
                    key={one}
                    label={formats.weekday(addDays(desk.today, (one - weekday(desk.today) + 7) % 7), 'short')}
                    value={(field.value & (1 << one)) !== 0}
                    onChange={() => field.onChange(field.value ^ (1 << one))}
                  />
                ))}
              </fieldset>
            )}
          </Bound>
          <div className={css['wide']}>
            <Bound control={control} name="notes">
              {(field) => <TextField label={lists.notes} {...field} />}
            </Bound>
          </div>
        </div>
      </Form>
      {leaving.dialog}
    </Dialog>
  )
}
