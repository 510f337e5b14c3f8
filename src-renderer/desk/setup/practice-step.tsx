import { contract } from '#contract/house'
import { useDeskForm } from '#api/form'
import { type InputOf } from '#api/hooks'
import { Button } from '#ui/button'
import { Fields, Whole } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { PictureField } from '#ui/picture-field'
import { PhoneField, TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import { StepHead } from './step-head.tsx'

type Practice = InputOf<'setup', 'create'>['practice']

type PracticeStepProps = { value: Practice | undefined; onBack: () => void; onDone: (value: Practice) => void }

const empty: Practice = { name: '', legalName: '', ein: '', npi: '', phone: '', logoPng: '' }

/** What the practice is known by. */
export function PracticeStep({ value, onBack, onDone }: PracticeStepProps) {
  const { common, setup } = useWords()
  const form = useDeskForm({
    schema: contract.setup.create.input.shape.practice,
    defaults: value ?? empty,
    draft: 'setup.practice',
    send: async (values) => ({ ok: true as const, value: values }),
    onDone,
  })
  const { control } = form
  return (
    <Form
      label={setup.practiceTitle}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <>
          <Button onClick={onBack}>{common.back}</Button>
          <Button type="submit" variant="primary" keyHint="Ctrl+Enter">
            {common.next}
          </Button>
        </>
      }
    >
      <StepHead title={setup.practiceTitle} lead={setup.practiceLead} />
      <Fields>
        <Bound control={control} name="name">
          {(field) => <TextField label={setup.practiceName} isRequired autoFocus {...field} />}
        </Bound>
        <Bound control={control} name="legalName">
          {(field) => <TextField label={setup.legalName} isRequired {...field} />}
        </Bound>
        <Bound control={control} name="ein">
          {(field) => <TextField label={setup.ein} placeholder="12-3456789" hint={common.optional} {...field} />}
        </Bound>
        <Bound control={control} name="npi">
          {(field) => <TextField label={setup.npi} inputMode="numeric" hint={common.optional} {...field} />}
        </Bound>
        <Bound control={control} name="phone">
          {(field) => <PhoneField label={common.phone} hint={common.optional} {...field} />}
        </Bound>
        <Whole>
          <Bound control={control} name="logoPng">
            {(field) => <PictureField label={setup.logo} alt={setup.logoAlt} {...field} />}
          </Bound>
        </Whole>
      </Fields>
    </Form>
  )
}
