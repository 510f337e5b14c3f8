import { useState } from 'react'
import { type Fault } from '#contract/faults'
import { useDo } from '#api/hooks'
import { type SignInState } from '#api/presence'
import { Button } from '#ui/button'
import { FaultNotice } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/sign-in.module.css'
import { Entrance } from './entrance.tsx'
import { FaultScreen } from './fault-screen.tsx'
import { PasswordForm } from './password-form.tsx'
import { PeopleList } from './people-list.tsx'
import { PinEntry } from './pin-entry.tsx'
import { type SamplePerson } from './sample-people.tsx'

/** Nobody is here: a password opens the file; while it is open, a PIN will do. */
export function SignInScreen(props: { state: SignInState; samplePeople: readonly SamplePerson[] }) {
  const { state, samplePeople } = props
  const { signIn } = useWords()
  const withPin = state.stage === 'signed-out' ? state.people.filter((person) => person.hasPin) : []
  const [pickedId, setPickedId] = useState<string>()
  const [broken, setBroken] = useState<Fault>()
  const picked = withPin.find((person) => person.staffId === pickedId)
  if (broken !== undefined) return <FaultScreen fault={broken} onRetry={() => setBroken(undefined)} />
  return (
    <Entrance>
      <div className={css['stack']}>
        <header>
          <h1 className={css['title']}>{state.practiceName === '' ? signIn.title : state.practiceName}</h1>
          <p className={css['lead']}>{leadOf()}</p>
        </header>
        {picked === undefined ? (
          <>
            {samplePeople.length > 0 ? <SampleDoors people={samplePeople} /> : null}
            {withPin.length > 0 ? (
              <PeopleList
                label={signIn.whoAreYou}
                people={withPin.map(({ staffId, name }) => ({ key: staffId, name }))}
                onPick={setPickedId}
              />
            ) : null}
            <PasswordForm
              title={signIn.title}
              action={signIn.enter}
              onFault={(fault) => {
                if (!fault.code.startsWith('file.')) return false
                setBroken(fault)
                return true
              }}
            />
          </>
        ) : (
          <>
            <PinEntry key={picked.staffId} staffId={picked.staffId} name={picked.name} />
            <Button variant="plain" onClick={() => setPickedId(undefined)}>
              {signIn.otherPerson}
            </Button>
          </>
        )}
      </div>
    </Entrance>
  )

  function leadOf() {
    if (samplePeople.length > 0) return signIn.sampleLead
    return state.stage === 'vault-closed' ? signIn.closedLead : signIn.openLead
  }
}

function SampleDoors({ people }: { people: readonly SamplePerson[] }) {
  const { common, signIn } = useWords()
  const enter = useDo(['signIn', 'withPassword'])
  const [fault, setFault] = useState<Fault>()
  const enterAs = async (signInName: string) => {
    const person = people.find((one) => one.signInName === signInName)
    if (person === undefined) return
    const reply = await enter.run({ signInName, password: person.password })
    setFault(reply.ok ? undefined : reply.fault)
  }
  return (
    <>
      <PeopleList
        label={signIn.samplePeople}
        people={people.map((one) => ({ key: one.signInName, name: one.name, note: common.roles[one.role] }))}
        onPick={(signInName) => void enterAs(signInName)}
        isBusy={enter.isRunning}
      />
      <FaultNotice fault={fault} />
    </>
  )
}
