import { useDo } from '#api/hooks'
import { DecisionDialog } from '#ui/dialog'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import { PinDialog } from './pin-dialog.tsx'

/** What somebody asks about the own sign-in. */
export type AccountDeed = 'pin' | 'out'

/** Sets the own PIN, or signs out; opened from the menu, by key, or from the palette. */
export function AccountDialogs({ asked, onClose }: { asked: AccountDeed | undefined; onClose: () => void }) {
  const { frame } = useWords()
  const { refuse } = useNotices()
  const out = useDo(['signIn', 'out'])
  const leave = async () => {
    const reply = await out.run({})
    if (!reply.ok) refuse(reply.fault)
  }
  return (
    <>
      <PinDialog isOpen={asked === 'pin'} onClose={onClose} />
      <DecisionDialog
        isOpen={asked === 'out'}
        onClose={onClose}
        title={frame.signOutTitle}
        consequence={frame.signOutText}
        confirm={frame.signOut}
        isBusy={out.isRunning}
        onConfirm={() => void leave()}
      />
    </>
  )
}
