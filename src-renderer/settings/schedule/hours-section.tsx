import { useState } from 'react'
import { z } from 'zod'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Fields } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { HoursField } from '#ui/hours-field'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/rota.module.css'
import type { Resources } from './schedule-part.tsx'
import { useWho } from './who.ts'

type Hours = Resources['hours']

/** The weeks of people and rooms at each clinic. */
export function HoursSection({ hours }: { hours: Hours }) {
  const desk = useDesk()
  const { rota } = useWords()
  const who = useWho()
  const [whom, setWhom] = useState<string>()
  const [where, setWhere] = useState<string>()
  const chosen = whom ?? who[0]?.value
  const home = desk.locations.find((location) => location.rooms.some((room) => room.id === chosen))
  const locationId = home?.id ?? where ?? desk.locations[0]?.id
  return (
    <Section title={rota.hours} level={2}>
      <p className={css['text']}>{rota.hoursText}</p>
      <Fields>
        <SelectField label={rota.hoursOf} value={chosen} choices={who} onChange={setWhom} />
        <SelectField
          label={rota.hoursAt}
          value={locationId}
          isDisabled={home !== undefined}
          choices={desk.locations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setWhere}
        />
      </Fields>
      {chosen === undefined || locationId === undefined ? null : (
        <HoursForm key={`${chosen} ${locationId} ${JSON.stringify(hours)}`} {...{ who: chosen, locationId, hours }} />
      )}
    </Section>
  )
}

const minute = z.int('time').min(0).max(1440)
const typedWeek = z.strictObject({
  week: z.array(z.strictObject({ weekday: z.int(), openMinute: minute, closeMinute: minute })),
})

function HoursForm({ who, locationId, hours }: { who: string; locationId: string; hours: Hours }) {
  const { rota, common, settings } = useWords()
  const { say } = useNotices()
  const { run: setHours } = useDo(['resources', 'setHours'])
  const form = useDeskForm({
    schema: typedWeek,
    defaults: {
      week: hours
        .filter((one) => one.who === who && one.locationId === locationId)
        .map((one) => ({ weekday: one.weekday, openMinute: one.fromMinute, closeMinute: one.toMinute })),
    },
    send: ({ week }) =>
      setHours({
        who,
        locationId,
        hours: week.map((one) => ({ weekday: one.weekday, fromMinute: one.openMinute, toMinute: one.closeMinute })),
      }),
    onDone: () => say(settings.saved),
  })
  return (
    <Form
      label={rota.hours}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        form.isTouched ? (
          <Button type="submit" variant="primary" isBusy={form.isSending}>
            {common.save}
          </Button>
        ) : null
      }
    >
      <Bound control={form.control} name="week">
        {(field) => (
          <HoursField
            label={rota.hours}
            without={field.value.length === 0 ? rota.asTheClinic : rota.notThere}
            {...field}
          />
        )}
      </Bound>
    </Form>
  )
}
