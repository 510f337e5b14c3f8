import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { contract } from '#contract/house'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { Fields, Whole } from '#ui/field'
import { Bound, Form, useLeaving } from '#ui/form'
import { TextField } from '#ui/text-field'
import { DayField } from '#ui/typed-field'
import { useWords } from '#ui/words'

// An empty value would read as nothing chosen.
const everywhere = 'everywhere'

/** Closes a clinic, or all of them, for whole days. */
export function ClosureDialog({ onClose, onDone }: { onClose: () => void; onDone: (bookings: number) => void }) {
  const desk = useDesk()
  const { rota, common } = useWords()
  const { run: close } = useDo(['resources', 'close'])
  const form = useDeskForm({
    schema: contract.resources.close.input,
    defaults: { locationId: null, fromDay: desk.today, untilDay: desk.today, reason: '' },
    send: close,
    onDone: ({ bookings }) => onDone(bookings),
  })
  const { control } = form
  const leaving = useLeaving(form.isTouched, onClose)
  return (
    <Dialog isOpen onClose={leaving.ask} title={rota.addClosure}>
      <Form
        label={rota.addClosure}
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
            <Bound control={control} name="locationId">
              {(field) => (
                <SelectField
                  label={rota.where}
                  {...field}
                  autoFocus
                  value={field.value ?? everywhere}
                  onChange={(chosen) => field.onChange(chosen === everywhere ? null : chosen)}
                  choices={[
                    { value: everywhere, label: rota.everywhere },
                    ...desk.locations.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              )}
            </Bound>
          </Whole>
          <Bound control={control} name="fromDay">
            {(field) => <DayField label={rota.fromDay} today={desk.today} {...field} />}
          </Bound>
          <Bound control={control} name="untilDay">
            {(field) => <DayField label={rota.untilDay} today={desk.today} {...field} />}
          </Bound>
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
