import { useDeskForm } from '#api/form'
import { useDo, type OutputOf } from '#api/hooks'
import type { Reply } from '#contract/define'
import { contract } from '#contract/house'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { Fields } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'

/** A service with its prices. */
export type Service = OutputOf<'prices', 'list'>[number]

// An empty value would read as nothing chosen.
const none = 'none'

/** A new service, or another name, code or use for one that is there. */
export function ServiceForm({ of, onDone }: { of?: Service | undefined; onDone: () => void }) {
  const { settings, common } = useWords()
  const { run: add } = useDo(['prices', 'addService'])
  const { run: change } = useDo(['prices', 'changeService'])
  const form = useDeskForm({
    schema: contract.prices.addService.input,
    defaults: {
      name: of?.name ?? '',
      nameEs: of?.nameEs ?? '',
      code: of?.code ?? '',
      visitKind: of?.visitKind ?? null,
    },
    send: async (typed): Promise<Reply<object>> =>
      of === undefined ? add(typed) : change({ ...typed, serviceId: of.serviceId, version: of.version }),
    onDone,
  })
  return (
    <Form
      label={of === undefined ? settings.addService : settings.changeService(of.name)}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
          {common.save}
        </Button>
      }
    >
      <Fields columns={1}>
        <Bound control={form.control} name="name">
          {(field) => <TextField label={settings.service} autoFocus {...field} />}
        </Bound>
        <Bound control={form.control} name="nameEs">
          {(field) => <TextField label={settings.serviceEs} {...field} />}
        </Bound>
        <Bound control={form.control} name="code">
          {(field) => <TextField label={settings.code} hint={settings.codeHint} {...field} />}
        </Bound>
        {of !== undefined && of.protocolId !== null ? null : (
          <Bound control={form.control} name="visitKind">
            {(field) => (
              <SelectField
                label={settings.billsVisits}
                {...field}
                value={field.value ?? none}
                onChange={(chosen) => field.onChange(chosen === none ? null : chosen)}
                choices={[
                  { value: none, label: settings.billsNone },
                  { value: 'consultation', label: common.kinds.consultation },
                  { value: 'check', label: common.kinds.check },
                ]}
              />
            )}
          </Bound>
        )}
      </Fields>
    </Form>
  )
}
