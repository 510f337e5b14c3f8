import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { contract } from '#contract/house'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { Fields } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { MoneyField, NumberField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import type { Resources } from './schedule-part.tsx'

/** What the practice decides about its people, about lateness, and about visits that do not take place. */
export function RulesSection({ rules }: { rules: Resources['rules'] }) {
  const { rota, common, settings } = useWords()
  const { say } = useNotices()
  const { run: set } = useDo(['resources', 'setRules'])
  const form = useDeskForm({
    schema: contract.resources.setRules.input,
    defaults: rules,
    send: set,
    onDone: () => say(settings.saved),
  })
  const { control } = form
  const numbers = [
    ['nurseCapacity', undefined],
    ['strikes', undefined],
    ['travelMinutes', 'min'],
    ['lateMinutes', 'min'],
    ['waitingMinutes', 'min'],
    ['noticeHours', 'h'],
  ] as const
  return (
    <Section title={rota.rules} level={2}>
      <Form
        label={rota.rules}
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
        <Fields>
          {numbers.map(([name, affix]) => (
            <Bound key={name} control={control} name={name}>
              {(field) => <NumberField label={rota[name]} {...field} {...(affix === undefined ? {} : { affix })} />}
            </Bound>
          ))}
          <Bound control={control} name="noticeClock">
            {(field) => (
              <SelectField
                label={rota.noticeClock}
                {...field}
                choices={[
                  { value: 'hours', label: rota.noticeClocks.hours },
                  { value: 'business-hours', label: rota.noticeClocks['business-hours'] },
                ]}
              />
            )}
          </Bound>
          <Bound control={control} name="lateCancelCents">
            {(field) => <MoneyField label={rota.lateCancelCents} {...field} />}
          </Bound>
          <Bound control={control} name="noShowCents">
            {(field) => <MoneyField label={rota.noShowCents} {...field} />}
          </Bound>
        </Fields>
      </Form>
    </Section>
  )
}
