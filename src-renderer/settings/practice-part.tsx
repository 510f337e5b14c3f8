import { useDeskForm } from '#api/form'
import { useDo, useLook, type OutputOf } from '#api/hooks'
import { practiceFields } from '#contract/practice'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Fields } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { useNotices } from '#ui/notice'
import { PictureField } from '#ui/picture-field'
import { PhoneField, TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'

type Practice = OutputOf<'practice', 'get'>['practice']

/** What the company is known by; it stands on every letterhead. */
export function PracticePart() {
  const found = useLook(['practice', 'get'], {})
  return found.value === undefined ? null : (
    <PracticeForm key={JSON.stringify(found.value.practice)} practice={found.value.practice} />
  )
}

function PracticeForm({ practice }: { practice: Practice }) {
  const desk = useDesk()
  const { settings, common } = useWords()
  const { say } = useNotices()
  const { run: change } = useDo(['practice', 'change'])
  const form = useDeskForm({
    schema: practiceFields,
    defaults: practice,
    draft: 'practice',
    send: change,
    onDone: () => say(settings.saved),
  })
  const { control } = form
  const isFixed = !desk.may('practice.change')
  return (
    <div className={css['narrow']}>
      <Form
        label={settings.practice}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          isFixed ? null : (
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {common.save}
            </Button>
          )
        }
      >
        <Fields>
          <Bound control={control} name="name">
            {(field) => <TextField label={settings.name} isDisabled={isFixed} {...field} />}
          </Bound>
          <Bound control={control} name="legalName">
            {(field) => <TextField label={settings.legalName} isDisabled={isFixed} {...field} />}
          </Bound>
          <Bound control={control} name="ein">
            {(field) => <TextField label={settings.ein} isDisabled={isFixed} {...field} />}
          </Bound>
          <Bound control={control} name="npi">
            {(field) => <TextField label={settings.npi} isDisabled={isFixed} {...field} />}
          </Bound>
          <Bound control={control} name="phone">
            {(field) => <PhoneField label={common.phone} isDisabled={isFixed} {...field} />}
          </Bound>
          <Bound control={control} name="logoPng">
            {(field) => <PictureField label={settings.logo} alt={practice.name} isDisabled={isFixed} {...field} />}
          </Bound>
        </Fields>
      </Form>
    </div>
  )
}
