import { z } from 'zod'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { contract } from '#contract/house'
import type { LocationView } from '#contract/practice'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Fields, Whole } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { HoursField } from '#ui/hours-field'
import { useNotices } from '#ui/notice'
import { LocationBadge } from '#ui/status-chip'
import { PhoneField, TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'
import { RoomsList } from './rooms-list.tsx'

/** The clinics: address, phone, hours and rooms of each. */
export function ClinicsPart() {
  const desk = useDesk()
  return (
    <div className={css['side']}>
      {desk.shownLocations.map((location) => (
        <section key={location.id} className={css['card']} aria-label={location.name}>
          <h2>
            <LocationBadge code={location.code} /> {location.name}
          </h2>
          <ClinicForm key={JSON.stringify({ ...location, rooms: [] })} location={location} />
          <RoomsList location={location} />
        </section>
      ))}
    </div>
  )
}

const typedClinic = z.strictObject({
  name: contract.practice.changeLocation.input.shape.name,
  address: contract.practice.changeLocation.input.shape.address,
  phone: contract.practice.changeLocation.input.shape.phone,
  hours: contract.practice.changeLocation.input.shape.hours,
})

function ClinicForm({ location }: { location: LocationView }) {
  const desk = useDesk()
  const { settings, common } = useWords()
  const { say } = useNotices()
  const { run: change } = useDo(['practice', 'changeLocation'])
  const { name, address, phone, hours } = location
  const form = useDeskForm({
    schema: typedClinic,
    defaults: { name, address, phone, hours },
    draft: `clinic ${location.id}`,
    send: (typed) => change({ locationId: location.id, ...typed }),
    onDone: () => say(settings.saved),
  })
  const { control } = form
  const isFixed = !desk.may('practice.change')
  return (
    <Form
      label={location.name}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        isFixed || !form.isTouched ? null : (
          <Button type="submit" variant="primary" isBusy={form.isSending}>
            {common.save}
          </Button>
        )
      }
    >
      <Fields>
        <Bound control={control} name="name">
          {(field) => <TextField label={settings.name} isDisabled={isFixed} {...field} />}
        </Bound>
        <Bound control={control} name="phone">
          {(field) => <PhoneField label={common.phone} isDisabled={isFixed} {...field} />}
        </Bound>
        <Bound control={control} name="address.street">
          {(field) => <TextField label={common.street} isDisabled={isFixed} {...field} />}
        </Bound>
        <Bound control={control} name="address.street2">
          {(field) => <TextField label={common.street2} isDisabled={isFixed} {...field} />}
        </Bound>
        <Bound control={control} name="address.city">
          {(field) => <TextField label={common.city} isDisabled={isFixed} {...field} />}
        </Bound>
        <Fields>
          <Bound control={control} name="address.state">
            {(field) => <TextField label={common.state} maxLength={2} isDisabled={isFixed} {...field} />}
          </Bound>
          <Bound control={control} name="address.postalCode">
            {(field) => <TextField label={common.postalCode} isDisabled={isFixed} {...field} />}
          </Bound>
        </Fields>
        <Whole>
          <Bound control={control} name="hours">
            {(field) => <HoursField label={settings.hours} isDisabled={isFixed} {...field} />}
          </Bound>
        </Whole>
      </Fields>
    </Form>
  )
}
