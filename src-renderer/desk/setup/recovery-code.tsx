import { useState } from 'react'
import { contract } from '#contract/house'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { Bound, Form } from '#ui/form'
import { useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/setup.module.css'
import { StepHead } from './step-head.tsx'

type RecoveryCodeProps = {
  /** The code while it is still to be shown; it was forgotten by the program when this is undefined. */
  code: string | undefined
  onCode: (code: string | undefined) => void
}

/** The recovery code: shown once, then typed back. Whoever did not write it down gets a new one. */
export function RecoveryCode({ code, onCode }: RecoveryCodeProps) {
  const { setup } = useWords()
  const [isWritten, setWritten] = useState(code === undefined)
  if (code !== undefined && !isWritten) {
    return (
      <div className={css['code']}>
        <StepHead title={setup.codeTitle} lead={setup.codeLead} />
        <output className={css['letters']} aria-label={setup.recoveryCode}>
          {code}
        </output>
        <div className={css['actions']}>
          <Button variant="primary" autoFocus onClick={() => setWritten(true)}>
            {setup.codeWritten}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <TypeBack
      onNewCode={(fresh) => {
        onCode(fresh)
        setWritten(false)
      }}
    />
  )
}

function TypeBack({ onNewCode }: { onNewCode: (code: string) => void }) {
  const { setup } = useWords()
  const { refuse } = useNotices()
  const confirm = useDo(['setup', 'confirmRecoveryCode'])
  const renew = useDo(['setup', 'renewRecoveryCode'])
  const form = useDeskForm({
    schema: contract.setup.confirmRecoveryCode.input,
    defaults: { code: '' },
    send: (values) => confirm.run(values),
  })
  const showNew = async () => {
    const reply = await renew.run({})
    if (reply.ok) onNewCode(reply.value.recoveryCode)
    else refuse(reply.fault)
  }
  return (
    <div className={css['code']}>
      <Form
        label={setup.codeBackTitle}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <>
            <Button variant="plain" isBusy={renew.isRunning} onClick={() => void showNew()}>
              {setup.newCode}
            </Button>
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {setup.confirmCode}
            </Button>
          </>
        }
      >
        <StepHead title={setup.codeBackTitle} lead={setup.codeBackLead} />
        <Bound control={form.control} name="code">
          {(field) => <TextField label={setup.recoveryCode} hint={setup.newCodeText} autoFocus {...field} />}
        </Bound>
      </Form>
    </div>
  )
}
