import { useState } from 'react'
import { type SignInState } from '#api/presence'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { useKeyboard } from '#ui/keys'
import { Popover } from '#ui/popover'
import { useWords } from '#ui/words'
import { type AccountDeed } from './account-dialogs.tsx'
import css from './css/status-line.module.css'
import { LookSwitches } from './entrance.tsx'

/** Who is here: PIN, language, light, single letters, sign-out. */
export function AccountMenu({ state, onAsk }: { state: SignInState; onAsk: (deed: AccountDeed) => void }) {
  const { common, frame } = useWords()
  const { me } = useDesk()
  const { lettersOn, setLettersOn } = useKeyboard()
  const [isOpen, setOpen] = useState(false)
  const ask = (what: AccountDeed) => {
    setOpen(false)
    onAsk(what)
  }
  const role = me.roles[0]
  return (
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
  )
}
