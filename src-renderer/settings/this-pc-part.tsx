import { useState } from 'react'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { Section } from '#ui/inspector'
import { Notice, useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'

/** Looking after the file on this PC: a proved copy, and a check of every row against its history. */
export function ThisPcPart() {
  const { settings } = useWords()
  const { refuse } = useNotices()
  const backUp = useDo(['upkeep', 'backUp'])
  const verify = useDo(['upkeep', 'verify'])
  const [copied, setCopied] = useState<string>()
  const [checked, setChecked] = useState<{ isWhole: boolean; text: string }>()
  const copy = async () => {
    const reply = await backUp.run({})
    if (reply.ok) setCopied(settings.backedUp(reply.value.patients, reply.value.invoices))
    else refuse(reply.fault)
  }
  const check = async () => {
    const reply = await verify.run({})
    if (!reply.ok) {
      refuse(reply.fault)
      return
    }
    const { rows, entries, faults } = reply.value
    const isWhole = faults.length === 0
    setChecked({ isWhole, text: isWhole ? settings.verified(rows, entries) : settings.notWhole(faults.length) })
  }
  return (
    <div className={css['narrow']}>
      <Section title={settings.backUp} level={2}>
        <p className={css['text']}>{settings.backUpText}</p>
        <div className={css['inline']}>
          <Button isBusy={backUp.isRunning} onClick={() => void copy()}>
            {settings.backUp}
          </Button>
        </div>
        {copied === undefined ? null : <Notice tone="done">{copied}</Notice>}
      </Section>
      <Section title={settings.verify} level={2}>
        <p className={css['text']}>{settings.verifyText}</p>
        <div className={css['inline']}>
          <Button isBusy={verify.isRunning} onClick={() => void check()}>
            {settings.verify}
          </Button>
        </div>
        {checked === undefined ? null : <Notice tone={checked.isWhole ? 'done' : 'refused'}>{checked.text}</Notice>}
      </Section>
    </div>
  )
}
