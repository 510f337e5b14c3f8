import { Keyboard, Lock } from 'lucide-react'
import { localAt } from '#domain/clock'
import { useLook } from '#api/hooks'
import { type SignInState } from '#api/presence'
import { IconButton } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { useWords } from '#ui/words'
import { type AccountDeed } from './account-dialogs.tsx'
import { AccountMenu } from './account-menu.tsx'
import css from './css/status-line.module.css'

/** Whether everything is safe, who is here, and the lock. */
export function StatusLine(props: {
  state: SignInState
  onLock: () => void
  onAsk: (deed: AccountDeed) => void
  onKeys: () => void
}) {
  const { frame } = useWords()
  const formats = useFormats()
  const { today, zone } = useDesk()
  const upkeep = useLook(['upkeep', 'state'], {})
  const isBroken = upkeep.fault !== undefined
  const when = (instant: number) => {
    const { day } = localAt(instant, zone)
    const time = formats.time(instant, zone)
    return day === today ? time : `${formats.day(day)} ${time}`
  }
  const { savedAt = null, backupVerifiedAt = null } = upkeep.value ?? {}
  return (
    <footer className={css['line']}>
      <p className={css['saved']} data-broken={isBroken ? '' : undefined}>
        <span className={css['lamp']} aria-hidden />
        {isBroken ? (
          frame.unreachable
        ) : (
          <>
            <span>{savedAt === null ? frame.nothingSaved : frame.savedHere(when(savedAt))}</span>
            <span>{backupVerifiedAt === null ? frame.noBackup : frame.backupVerified(when(backupVerifiedAt))}</span>
            <span>{frame.offline}</span>
          </>
        )}
      </p>
      {props.state.isSample ? <strong className={css['sample']}>{frame.sample}</strong> : null}
      <span className={css['gap']} />
      <AccountMenu state={props.state} onAsk={props.onAsk} />
      <IconButton icon={Keyboard} label={frame.keysTitle} keyHint="?" onClick={props.onKeys} />
      <IconButton icon={Lock} label={frame.lockHint} keyHint="Ctrl+L" onClick={props.onLock} />
    </footer>
  )
}
