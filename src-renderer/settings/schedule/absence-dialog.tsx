import { useState } from 'react'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { contract } from '#contract/house'
import { Button } from '#ui/button'
import { CheckField, SelectField, type Choice } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { Fields, Whole } from '#ui/field'
import { Bound, Form, useLeaving } from '#ui/form'
import { TextField } from '#ui/text-field'
import { DayField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'

type Props = { who: readonly Choice<string>[]; onClose: () => void; onDone: (bookings: number) => void }

/** Writes down who is away, for whole days or for some hours of each. */
export function AbsenceDialog({ who, onClose, onDone }: Props) {
  const desk = useDesk()
  const { rota, common } = useWords()
  const [isWhole, setWhole] = useState(true)
  const { run: away } = useDo(['resources', 'away'])
  const form = useDeskForm({
    schema: contract.resources.away.input,
    defaults: {
      who: who[0]?.value ?? '',
      fromDay: desk.today,
      untilDay: desk.today,
      fromMinute: null,
      toMinute: null,
      reason: '',
    },
    send: (typed) => away(isWhole ? { ...typed, fromMinute: null, toMinute: null } : typed),
    onDone: ({ bookings }) => onDone(bookings),
  })
  const { control, setValue } = form
  const leaving = useLeaving(form.isTouched, onClose)
  return (
    <Dialog isOpen onClose={leaving.ask} title={rota.addAbsence}>
      <Form
        label={rota.addAbsence}
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
        <Fields>
          <Whole>
            <Bound control={control} name="who">
              {(field) => <SelectField label={rota.who} {...field} choices={who} autoFocus />}
            </Bound>
          </Whole>
          <Bound control={control} name="fromDay">
            {(field) => <DayField label={rota.fromDay} today={desk.today} {...field} />}
          </Bound>
          <Bound control={control} name="untilDay">
            {(field) => <DayField label={rota.untilDay} today={desk.today} {...field} />}
          </Bound>
          <Whole>
            <CheckField
              label={rota.wholeDays}
              value={isWhole}
              onChange={(whole) => {
                setWhole(whole)
                setValue('fromMinute', whole ? null : noon)
                setValue('toMinute', whole ? null : evening)
              }}
            />
          </Whole>
          {isWhole ? null : (
            <>
              <Bound control={control} name="fromMinute">
                {(field) => <TimeField label={rota.fromMinute} {...field} />}
              </Bound>
              <Bound control={control} name="toMinute">
                {(field) => <TimeField label={rota.toMinute} {...field} />}
              </Bound>
            </>
          )}
          <Whole>
            <Bound control={control} name="reason">
              {(field) => <TextField label={rota.reason} maxLength={120} isRequired {...field} />}
            </Bound>
          </Whole>
        </Fields>
      </Form>
      {leaving.dialog}
    </Dialog>
  )
}

// An afternoon off is the usual part of a day.
const noon = 12 * 60
const evening = 18 * 60
