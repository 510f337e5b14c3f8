import { type Fault } from '#contract/faults'
import { contract } from '#contract/house'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { Bound, Form } from '#ui/form'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'

type PasswordFormProps = {
  title: string
  action: string
  /** Looks at a refusal first: a file that cannot be opened has its own screen. */
  onFault?: (fault: Fault) => boolean
}

/** Name and password: they open the file and say who is here. */
export function PasswordForm({ title, action, onFault }: PasswordFormProps) {
  const { signIn } = useWords()
  const enter = useDo(['signIn', 'withPassword'])
  const form = useDeskForm({
    schema: contract.signIn.withPassword.input,
    defaults: { signInName: '', password: '' },
    send: (values) => enter.run(values),
    onFault: (fault) => onFault?.(fault) ?? false,
  })
  return (
    <Form
      label={title}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <Button type="submit" variant="primary" isWide isBusy={form.isSending}>
          {action}
        </Button>
      }
    >
      <Bound control={form.control} name="signInName">
        {(field) => <TextField label={signIn.signInName} autoComplete="username" autoFocus {...field} />}
      </Bound>
      <Bound control={form.control} name="password">
        {(field) => <TextField label={signIn.password} type="password" autoComplete="current-password" {...field} />}
      </Bound>
    </Form>
  )
}
