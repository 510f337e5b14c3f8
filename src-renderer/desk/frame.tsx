import { useState, type ReactNode } from 'react'
import { useDo, useLook, type OutputOf } from '#api/hooks'
import { useAskAgain, useStillHere, type SignInState } from '#api/presence'
import { DeskProvider, type DeskParts } from '#ui/desk-context'
import { InspectorPlace } from '#ui/inspector'
import { KeyScope } from '#ui/keys'
import { useNotices } from '#ui/notice'
import css from './css/frame.module.css'
import { AccountDialogs, type AccountDeed } from './account-dialogs.tsx'
import { type DeskMemory } from './desk-memory.ts'
import { FaultScreen } from './fault-screen.tsx'
import { FrameKeys } from './frame-keys.tsx'
import { KeysSheet } from './keys-sheet.tsx'
import { PaletteBox, type PaletteOpening } from './palette-box.tsx'
import { Rail } from './rail.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'
import { useDeskState } from './use-desk-state.ts'

type FrameProps = {
  state: SignInState
  memory: DeskMemory
  onMemory: (change: Partial<DeskMemory>) => void
  parts: DeskParts
  children: ReactNode
}

type Here = FrameProps & { me: NonNullable<SignInState['me']> }

/** The desk: rail, bar, the work, the inspector beside it, the status line. */
export function Frame(props: FrameProps) {
  const practice = useLook(['practice', 'get'], {})
  const askAgain = useAskAgain()
  const { me } = props.state
  if (practice.fault !== undefined && practice.fault.code === 'internal') {
    return <FaultScreen fault={practice.fault} onRetry={askAgain} />
  }
  if (practice.value === undefined || me === null) return null
  return <OpenFrame {...props} me={me} practice={practice.value} />
}

function OpenFrame(props: Here & { practice: OutputOf<'practice', 'get'> }) {
  const desk = useDeskState(props)
  const lock = useDo(['signIn', 'lock'])
  const [palette, setPalette] = useState<PaletteOpening>()
  const [hasKeys, setHasKeys] = useState(false)
  useStillHere(true)
  const { refuse } = useNotices()
  const [asked, setAsked] = useState<AccountDeed>()
  // A lock that fails must be told: the patients stay on the screen.
  const locked = async () => {
    const reply = await lock.run({})
    if (!reply.ok) refuse(reply.fault)
  }
  return (
    <DeskProvider value={desk}>
      <FrameKeys onLock={() => void locked()} onAsk={setAsked} onPalette={setPalette} onKeys={() => setHasKeys(true)} />
      <div className={css['frame']}>
        <Rail />
        <TopBar onPalette={setPalette} />
        <main className={css['work']}>
          <KeyScope>{props.children}</KeyScope>
        </main>
        <InspectorPlace />
        <StatusLine state={props.state} onLock={() => void locked()} onAsk={setAsked} onKeys={() => setHasKeys(true)} />
      </div>
      <PaletteBox opening={palette} onClose={() => setPalette(undefined)} />
      <AccountDialogs asked={asked} onClose={() => setAsked(undefined)} />
      <KeysSheet isOpen={hasKeys} onClose={() => setHasKeys(false)} />
    </DeskProvider>
  )
}
