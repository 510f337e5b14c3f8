import { z } from 'zod'
import { contract } from '#contract/house'
import { type Reply } from '#contract/define'
import { type Fault } from '#contract/faults'
import { useDeskForm } from '#api/form'
import { type InputOf, type OutputOf } from '#api/hooks'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { Fields, FieldSet, Whole } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import { StepHead } from './step-head.tsx'

type Manager = InputOf<'setup', 'create'>['manager']

type ManagerStepProps = {
  onBack: () => void
  send: (manager: Manager) => Promise<Reply<OutputOf<'setup', 'create'>>>
  onFault: (fault: Fault) => boolean
  onDone: (recoveryCode: string) => void
}

const schema = contract.setup.create.input.shape.manager.extend({ again: z.string().min(1, 'required') })
const otherRoles = ['provider', 'nurse', 'front_desk', 'biller'] as const

/** The first person with a sign-in. */
export function ManagerStep({ onBack, send, onFault, onDone }: ManagerStepProps) {
  const { common, setup } = useWords()
  const form = useDeskForm({
    schema,
    within: 'manager',
    defaults: { name: '', signInName: '', password: '', again: '', credentials: '', npi: '', alsoRoles: [] },
    send: async ({ again, ...manager }) =>
      again === manager.password
        ? await send(manager)
        : {
            ok: false,
            fault: {
              code: 'call.bad-input',
              message: 'The two passwords are not the same.',
              path: 'again',
              facts: { problem: setup.passwordsDiffer },
            },
          },
    draft: 'setup.manager',
    onFault,
    onDone: ({ recoveryCode }) => onDone(recoveryCode),
  })
  const { control } = form
  return (
    <Form
      label={setup.managerTitle}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <>
          <Button onClick={onBack}>{common.back}</Button>
          <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
            {form.isSending ? setup.creating : setup.create}
          </Button>
        </>
      }
    >
      <StepHead title={setup.managerTitle} lead={setup.managerLead} />
      <Fields>
        <Bound control={control} name="name">
          {(field) => <TextField label={setup.managerName} isRequired autoFocus {...field} />}
        </Bound>
        <Bound control={control} name="signInName">
          {(field) => (
            <TextField
              label={setup.signInName}
              hint={setup.signInNameHint}
              autoComplete="username"
              isRequired
              {...field}
            />
          )}
        </Bound>
        <Bound control={control} name="password">
          {(field) => (
            <TextField
              label={setup.password}
              type="password"
              hint={setup.passwordHint}
              autoComplete="new-password"
              isRequired
              {...field}
            />
          )}
        </Bound>
        <Bound control={control} name="again">
          {(field) => (
            <TextField label={setup.passwordAgain} type="password" autoComplete="new-password" isRequired {...field} />
          )}
        </Bound>
        <Bound control={control} name="credentials">
          {(field) => <TextField label={setup.credentials} hint={setup.credentialsHint} {...field} />}
        </Bound>
        <Bound control={control} name="npi">
          {(field) => <TextField label={setup.ownNpi} inputMode="numeric" hint={common.optional} {...field} />}
        </Bound>
        <Whole>
          <Bound control={control} name="alsoRoles">
            {(field) => (
              <FieldSet label={setup.alsoRoles}>
                {otherRoles.map((role) => (
                  <CheckField
                    key={role}
                    label={common.roles[role]}
                    value={field.value.includes(role)}
                    onChange={(isChosen) =>
                      field.onChange(isChosen ? [...field.value, role] : field.value.filter((other) => other !== role))
                    }
                  />
                ))}
              </FieldSet>
            )}
          </Bound>
        </Whole>
      </Fields>
    </Form>
  )
}
