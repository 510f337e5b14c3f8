import { useRef, type FormEvent } from 'react'
import type { Fault } from '#contract/faults'
import { contract } from '#contract/house'
import { fold } from '#domain/names'
import { useDeskForm } from '#api/form'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { Fields } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { HoursField } from '#ui/hours-field'
import { LinesField, PhoneField, TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import { zones, type LocationDraft, type NumberedLocation } from './first-values.ts'
import { StepHead } from './step-head.tsx'

type LocationStepProps = {
  number: number
  location: NumberedLocation
  codesTaken: readonly string[]
  isLast: boolean
  onBack: () => void
  onDone: (value: LocationDraft) => void
  onAdd: (value: LocationDraft) => void
  onRemove?: () => void
}

const schema = contract.setup.create.input.shape.locations.element

/** One location: its code, address, phone, rooms and hours. */
export function LocationStep(props: LocationStepProps) {
  const { number, location, codesTaken } = props
  const isAdding = useRef(false)
  const { common, setup } = useWords()
  const form = useDeskForm({
    schema,
    defaults: location.value,
    draft: `setup.location-${location.own}`,
    send: async (values) => {
      const fault = faultIn(values, codesTaken)
      return fault === undefined ? { ok: true as const, value: values } : { ok: false as const, fault }
    },
    onDone: (value) => (isAdding.current ? props.onAdd(value) : props.onDone(value)),
  })
  const { control } = form
  const send = async (adds: boolean, event?: FormEvent) => {
    isAdding.current = adds
    await form.send(event)
  }
  return (
    <Form
      label={setup.locationTitle(number)}
      onSubmit={(event) => void send(false, event)}
      send={() => void send(false)}
      notice={form.notice}
      actions={
        <>
          {props.onRemove === undefined ? null : (
            <Button
              variant="plain"
              onClick={() => {
                form.discard()
                props.onRemove?.()
              }}
            >
              {setup.removeLocation}
            </Button>
          )}
          {props.isLast ? (
            <Button variant="plain" onClick={() => void send(true)}>
              {setup.addLocation}
            </Button>
          ) : null}
          <Button onClick={props.onBack}>{common.back}</Button>
          <Button type="submit" variant="primary" keyHint="Ctrl+Enter">
            {common.next}
          </Button>
        </>
      }
    >
      <StepHead title={setup.locationTitle(number)} lead={setup.locationLead} />
      <Fields>
        <Bound control={control} name="name">
          {(field) => (
            <TextField
              label={setup.locationName}
              placeholder={number === 1 ? 'Santa Monica' : 'Oxnard'}
              isRequired
              autoFocus
              {...field}
            />
          )}
        </Bound>
        <Bound control={control} name="code">
          {(field) => (
            <TextField
              label={setup.code}
              placeholder={number === 1 ? 'SM' : 'OX'}
              hint={setup.codeHint}
              isRequired
              {...field}
              onChange={(typed) => field.onChange(typed.toUpperCase())}
            />
          )}
        </Bound>
        <Bound control={control} name="address.street">
          {(field) => <TextField label={common.street} {...field} />}
        </Bound>
        <Bound control={control} name="address.street2">
          {(field) => <TextField label={common.street2} {...field} />}
        </Bound>
        <Bound control={control} name="address.city">
          {(field) => <TextField label={common.city} {...field} />}
        </Bound>
        <Fields>
          <Bound control={control} name="address.state">
            {(field) => <TextField label={common.state} maxLength={2} {...field} />}
          </Bound>
          <Bound control={control} name="address.postalCode">
            {(field) => <TextField label={common.postalCode} inputMode="numeric" {...field} />}
          </Bound>
        </Fields>
        <Bound control={control} name="phone">
          {(field) => <PhoneField label={common.phone} {...field} />}
        </Bound>
        <Bound control={control} name="zone">
          {(field) => (
            <SelectField
              label={setup.zone}
              choices={zones.map((zone) => ({ value: zone, label: setup.zones[zone] }))}
              {...field}
              value={zones.find((zone) => zone === field.value)}
            />
          )}
        </Bound>
        <Bound control={control} name="rooms">
          {(field) => (
            <LinesField
              label={setup.rooms}
              hint={setup.roomsHint}
              placeholder={setup.roomsPlaceholder}
              rows={8}
              isRequired
              {...field}
            />
          )}
        </Bound>
        <Bound control={control} name="hours">
          {(field) => <HoursField label={setup.hours} {...field} />}
        </Bound>
      </Fields>
    </Form>
  )
}

/** What the engine would refuse at the end of the wizard is told at its own step. */
function faultIn({ code, rooms }: LocationDraft, codesTaken: readonly string[]): Fault | undefined {
  if (codesTaken.includes(code)) {
    const message = 'Another location uses this code.'
    return { code: 'practice.location-code-taken', message, path: 'code', facts: { code } }
  }
  const folded = rooms.map(fold)
  const twice = rooms.find((_, at) => folded.indexOf(folded[at] ?? '') !== at)
  if (twice === undefined) return undefined
  const message = 'Two rooms have one name.'
  return { code: 'practice.room-name-taken', message, path: 'rooms', facts: { name: twice } }
}
