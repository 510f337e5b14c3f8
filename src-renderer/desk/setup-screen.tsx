import { useState } from 'react'
import { type Fault } from '#contract/faults'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { FaultNotice } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/sign-in.module.css'
import { Entrance } from './entrance.tsx'
import { type SamplePerson } from './sample-people.tsx'
import { SetupWizard } from './setup/setup-wizard.tsx'

type SetupScreenProps = {
  onCreated: (recoveryCode: string) => void
  onSample: (people: readonly SamplePerson[]) => void
}

/** No practice yet: set one up, or look around in an invented one. */
export function SetupScreen({ onCreated, onSample }: SetupScreenProps) {
  const { setup } = useWords()
  const [isSettingUp, setSettingUp] = useState(false)
  const sample = useDo(['setup', 'openSample'])
  const [fault, setFault] = useState<Fault>()
  const look = async () => {
    setFault(undefined)
    const reply = await sample.run({})
    if (reply.ok) onSample(reply.value.people)
    else setFault(reply.fault)
  }
  if (isSettingUp) {
    return (
      <Entrance isWide>
        <SetupWizard onCreated={onCreated} onLeave={() => setSettingUp(false)} />
      </Entrance>
    )
  }
  return (
    <Entrance>
      <div className={css['stack']}>
        <header>
          <h1 className={css['title']}>{setup.welcome}</h1>
          <p className={css['lead']}>{setup.welcomeLead}</p>
        </header>
        <div className={css['choices']}>
          <Button variant="primary" isWide autoFocus disabled={sample.isRunning} onClick={() => setSettingUp(true)}>
            {setup.begin}
          </Button>
          <Button isWide isBusy={sample.isRunning} onClick={() => void look()}>
            {sample.isRunning ? setup.looking : setup.look}
          </Button>
        </div>
        <FaultNotice fault={fault} />
      </div>
    </Entrance>
  )
}
