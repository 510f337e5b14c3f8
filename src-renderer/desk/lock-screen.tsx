import { useState } from 'react'
import { useDo } from '#api/hooks'
import { type SignInState } from '#api/presence'
import { Button } from '#ui/button'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/sign-in.module.css'
import { Entrance } from './entrance.tsx'
import { PasswordForm } from './password-form.tsx'
import { PeopleList } from './people-list.tsx'
import { PinEntry } from './pin-entry.tsx'

/** Somebody is here, behind the lock: their PIN or password unlocks; another PIN switches to that person. */
export function LockScreen({ state }: { state: SignInState }) {
  const { signIn, frame } = useWords()
  const out = useDo(['signIn', 'out'])
  const { refuse } = useNotices()
  const leave = async () => {
    const reply = await out.run({})
    if (!reply.ok) refuse(reply.fault)
  }
  const [pickedId, setPickedId] = useState(state.me?.staffId)
  const [isWithPassword, setWithPassword] = useState(false)
  const picked = state.people.find((person) => person.staffId === pickedId)
  const others = state.people.filter((person) => person.hasPin && person.staffId !== pickedId)
  const usesPin = picked?.hasPin === true && !isWithPassword
  return (
    <Entrance>
      <div className={css['stack']}>
        <header>
          <h1 className={css['title']}>{signIn.lockedTitle}</h1>
          <p className={css['lead']}>{state.me === null ? state.practiceName : signIn.lockedBy(state.me.name)}</p>
        </header>
        {usesPin ? (
          <PinEntry key={picked.staffId} staffId={picked.staffId} name={picked.name} />
        ) : (
          <PasswordForm title={signIn.unlock} action={signIn.unlock} />
        )}
        <div className={css['row']}>
          {picked?.hasPin === true ? (
            <Button variant="plain" onClick={() => setWithPassword(!isWithPassword)}>
              {isWithPassword ? signIn.usePin : signIn.usePassword}
            </Button>
          ) : null}
          <Button variant="plain" isBusy={out.isRunning} onClick={() => void leave()}>
            {frame.signOut}
          </Button>
        </div>
        {others.length === 0 ? null : (
          <section className={css['others']}>
            <h2 className={css['small']}>{signIn.otherPerson}</h2>
            <PeopleList
              label={signIn.otherPerson}
              people={others.map(({ staffId, name }) => ({ key: staffId, name }))}
              onPick={(staffId) => {
                setPickedId(staffId)
                setWithPassword(false)
              }}
            />
          </section>
        )}
      </div>
    </Entrance>
  )
}
