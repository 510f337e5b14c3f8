import { useState } from 'react'
import { useDo } from '#api/hooks'
import { type SignInState } from '#api/presence'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { DecisionDialog } from '#ui/dialog'
import { useKeyboard } from '#ui/keys'
import { Popover } from '#ui/popover'
import { useWords } from '#ui/words'
import css from './css/status-line.module.css'
import { LookSwitches } from './entrance.tsx'
import { PinDialog } from './pin-dialog.tsx'

/** Who is here: PIN, language, light, single letters, sign-out. */
export function AccountMenu({ state }: { state: SignInState }) {
  const { common, frame } = useWords()
  const { me } = useDesk()
  const { lettersOn, setLettersOn } = useKeyboard()
  const out = useDo(['signIn', 'out'])
  const [isOpen, setOpen] = useState(false)
  const [asks, setAsks] = useState<'pin' | 'out'>()
  const ask = (what: 'pin' | 'out') => {
    setOpen(false)
    setAsks(what)
  }
  const role = me.roles[0]
  return (
    <>
      <Popover
        label={frame.account}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className={css['who']}>
            {me.name}
            {role === undefined ? null : <span className={css['role']}>{common.roles[role]}</span>}
          </button>
        }
      >
        <div className={css['menu']}>
          <LookSwitches />
          <CheckField
            label={frame.letters}
            hint={frame.lettersHint}
            value={lettersOn}
            onChange={(isOn) => setLettersOn(isOn)}
          />
          <div className={css['foot']}>
            <Button variant="plain" onClick={() => ask('pin')}>
              {me.hasPin ? frame.changePin : frame.setPin}
            </Button>
            <Button variant="plain" onClick={() => ask('out')}>
              {frame.signOut}
            </Button>
          </div>
          <p className={css['version']}>{frame.version(state.version, state.pcLabel)}</p>
        </div>
      </Popover>
      <PinDialog isOpen={asks === 'pin'} onClose={() => setAsks(undefined)} />
      <DecisionDialog
        isOpen={asks === 'out'}
        onClose={() => setAsks(undefined)}
        title={frame.signOutTitle}
        consequence={frame.signOutText}
        confirm={frame.signOut}
        isBusy={out.isRunning}
        onConfirm={() => void out.run({})}
      />
    </>
  )
}
