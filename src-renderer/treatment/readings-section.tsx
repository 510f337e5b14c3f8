import { useState } from 'react'
import type { z } from 'zod'
import { readingFields, type InfusionView } from '#contract/infusions'
import { instantAt, localAt } from '#domain/clock'
import { useDeskForm, useDraftWaits } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Bound, Form } from '#ui/form'
import { useFormats } from '#ui/formats'
import { Section } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { Tag } from '#ui/status-chip'
import { NumberField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

type Props = { infusion: InfusionView; zone: string; mayWrite: boolean }
type Typed = z.input<typeof readingFields>

/** The vitals in the order they were measured; the next set is one key and five numbers away. */
export function ReadingsSection({ infusion, zone, mayWrite }: Props) {
  const { treatment } = useWords()
  const { time } = useFormats()
  const isKept = useDraftWaits(`vitals ${infusion.id}`)
  const [isAdding, setAdding] = useState(isKept)
  useKeys([{ keys: 'A', label: treatment.addReading, run: () => setAdding(true), isOff: !mayWrite }])
  return (
    <Section
      title={treatment.vitals}
      aside={
        mayWrite && !isAdding ? (
          <Button variant="plain" keyHint="A" onClick={() => setAdding(true)}>
            {treatment.addReading}
          </Button>
        ) : null
      }
    >
      {infusion.readings.length === 0 && !isAdding ? <p className={css['hint']}>{treatment.noReadings}</p> : null}
      {infusion.readings.length === 0 ? null : (
        <table className={css['vitals']}>
          <thead>
            <tr>
              <th scope="col">{treatment.measuredAt}</th>
              <th scope="col">{treatment.bloodPressure}</th>
              <th scope="col">{treatment.heartRate}</th>
              <th scope="col">{treatment.spo2}</th>
            </tr>
          </thead>
          <tbody>
            {infusion.readings.map((reading) => (
              <tr key={reading.id}>
                <td>{time(reading.measuredAt, zone)}</td>
                <td>
                  {reading.systolic}/{reading.diastolic}
                  {reading.alert === 'none' ? null : (
                    <>
                      {' '}
                      <Tag tone={reading.alert === 'caution' ? 'caution' : 'danger'}>
                        {treatment.alerts[reading.alert]}
                      </Tag>
                    </>
                  )}
                </td>
                <td>{reading.heartRate}</td>
                <td>{reading.spo2} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isAdding ? <ReadingForm infusion={infusion} zone={zone} onDone={() => setAdding(false)} /> : null}
    </Section>
  )
}

function ReadingForm({ infusion, zone, onDone }: { infusion: InfusionView; zone: string; onDone: () => void }) {
  const desk = useDesk()
  const { treatment, common } = useWords()
  const { say } = useNotices()
  const { run: add } = useDo(['infusions', 'addReading'])
  // The time is set when the form is opened: a reading typed slowly keeps the moment it was taken.
  const [openedAt] = useState(() => desk.now())
  const empty: Partial<Typed> = { measuredAt: openedAt, respiratoryRate: null }
  const form = useDeskForm({
    schema: readingFields,
    within: 'reading',
    defaults: empty,
    draft: `vitals ${infusion.id}`,
    send: (reading) => add({ infusionId: infusion.id, reading }),
    onDone: ({ alert }) => {
      say(alert === 'none' || alert === 'caution' ? treatment.readingSaved : treatment.readingAlert)
      onDone()
    },
  })
  const { control } = form
  return (
    <Form
      label={treatment.addReading}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <>
          <Button
            onClick={() => {
              form.discard()
              onDone()
            }}
          >
            {common.cancel}
          </Button>
          <Button type="submit" variant="primary" keyHint="Enter" isBusy={form.isSending}>
            {common.save}
          </Button>
        </>
      }
    >
      <div className={css['pairs']}>
        <Bound control={control} name="systolic">
          {(field) => <NumberField label={treatment.systolic} {...field} autoFocus />}
        </Bound>
        <Bound control={control} name="diastolic">
          {(field) => <NumberField label={treatment.diastolic} {...field} />}
        </Bound>
        <Bound control={control} name="heartRate">
          {(field) => <NumberField label={treatment.heartRate} {...field} />}
        </Bound>
        <Bound control={control} name="spo2">
          {(field) => <NumberField label={treatment.spo2} {...field} affix="%" />}
        </Bound>
        <Bound control={control} name="respiratoryRate">
          {(field) => <NumberField label={treatment.respiratoryRate} {...field} />}
        </Bound>
        <Bound control={control} name="measuredAt">
          {(field) => (
            <TimeField
              label={treatment.measuredAt}
              {...field}
              value={Number.isFinite(field.value) ? localAt(field.value, zone).minute : null}
              onChange={(minute) =>
                field.onChange(minute === undefined ? undefined : instantAt(localAt(openedAt, zone).day, minute, zone))
              }
            />
          )}
        </Bound>
      </div>
    </Form>
  )
}
