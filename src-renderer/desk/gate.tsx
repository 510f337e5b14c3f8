import { useNavigate } from '@tanstack/react-router'
import { useLayoutEffect, useState, type ReactNode } from 'react'
import { useAskAgain, usePresence, type SignInState } from '#api/presence'
import { type DeskParts } from '#ui/desk-context'
import { useNotices } from '#ui/notice'
import { freshMemory, type DeskMemory } from './desk-memory.ts'
import { Entrance } from './entrance.tsx'
import { FaultScreen } from './fault-screen.tsx'
import { Frame } from './frame.tsx'
import { LockScreen } from './lock-screen.tsx'
import { SampleDialog } from './sample-dialog.tsx'
import { type SamplePerson } from './sample-people.tsx'
import { RecoveryCode } from './setup/recovery-code.tsx'
import { SetupScreen } from './setup-screen.tsx'
import { SignInScreen } from './sign-in-screen.tsx'

/** Which screen this window is on: setup, sign-in, lock, or the desk. Behind the lock nothing of a patient is drawn. */
export function Gate({ parts, children }: { parts: DeskParts; children: ReactNode }) {
  const presence = usePresence()
  const askAgain = useAskAgain()
  const navigate = useNavigate()
  const [memory, setMemory] = useState({ ...freshMemory, of: '' })
  const [recoveryCode, setRecoveryCode] = useState<string>()
  const [samplePeople, setSamplePeople] = useState<readonly SamplePerson[]>([])
  const [greets, setGreets] = useState(false)
  const state = presence.value

  const { clear } = useNotices()
  const seated = state === undefined ? undefined : personOf(state)
  // Before the next picture: what was said to one person is not for the next.
  useLayoutEffect(() => clear, [clear, seated])

  if (presence.fault !== undefined) return <FaultScreen fault={presence.fault} onRetry={askAgain} />
  if (state === undefined) return null
  const person = personOf(state)
  if (person !== undefined && memory.of !== person) {
    if (memory.of !== '') void navigate({ to: '/day' })
    setMemory({ ...freshMemory, of: person })
  }

  switch (state.stage) {
    case 'new':
      return (
        <SetupScreen
          onCreated={setRecoveryCode}
          onSample={(people) => {
            setSamplePeople(people)
            setGreets(true)
          }}
        />
      )
    case 'recovery-code':
      return (
        <Entrance isWide>
          <RecoveryCode key={recoveryCode ?? ''} code={recoveryCode} onCode={setRecoveryCode} />
        </Entrance>
      )
    case 'vault-closed':
    case 'signed-out':
      return <SignInScreen state={state} samplePeople={state.isSample ? samplePeople : []} />
    case 'locked':
      return <LockScreen state={state} />
    case 'open':
      return (
        <>
          <Frame
            key={person}
            state={state}
            memory={memory}
            onMemory={(change: Partial<DeskMemory>) => setMemory((before) => ({ ...before, ...change }))}
            parts={parts}
          >
            {children}
          </Frame>
          <SampleDialog isOpen={greets && state.isSample} people={samplePeople} onClose={() => setGreets(false)} />
        </>
      )
  }
}

function personOf(state: SignInState): string | undefined {
  return state.stage === 'open' ? state.me?.staffId : undefined
}
