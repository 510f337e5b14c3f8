import { useEffect, useRef } from 'react'
import { useApi } from './client.ts'
import { useLook, type Look, type OutputOf } from './hooks.ts'
import { forget } from './touched.ts'

/** Which screen this window is on, and who is here. */
export type SignInState = OutputOf<'signIn', 'state'>

/**
 * Follows who is here. When somebody leaves, comes or locks, every cached answer is forgotten; drafts follow their
 * person, and a sign-out forgets them.
 */
export function usePresence(): Look<SignInState> {
  const { cache, drafts } = useApi()
  const state = useLook(['signIn', 'state'], {})
  const stage = state.value?.stage
  const staffId = state.value?.me?.staffId
  const before = useRef<string | undefined>(undefined)
  const seated = useRef<string | undefined>(undefined)
  drafts.belongTo(staffId)
  useEffect(() => {
    if (stage === undefined) return
    const now = `${stage} ${staffId ?? ''}`
    // Whoever comes back, or comes first, finds nothing of anybody else: it was forgotten when the desk was left. To
    // forget again would take the desk away for a moment just after it appeared, and the keys pressed in it.
    const isOwnReturn = stage === 'open' && (seated.current ?? staffId) === staffId
    if (before.current !== undefined && before.current !== now && !isOwnReturn) void forgetAnswers()
    if (stage === 'open') seated.current = staffId
    before.current = now
    if (stage === 'signed-out' || stage === 'vault-closed' || stage === 'new') drafts.clear()

    async function forgetAnswers() {
      await forget(cache)
    }
  }, [cache, drafts, stage, staffId])
  return state
}

/** Tells the engine at most every 20 seconds that somebody is working here, so that the auto-lock starts counting anew. */
export function useStillHere(isOpen: boolean): void {
  const { client } = useApi()
  useEffect(() => {
    if (!isOpen) return undefined
    let last = 0
    const ping = () => {
      if (performance.now() - last < 20_000) return
      last = performance.now()
      void client.signIn.stillHere({})
    }
    ping()
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const event of events) window.addEventListener(event, ping, { passive: true })
    return () => {
      for (const event of events) window.removeEventListener(event, ping)
    }
  }, [client, isOpen])
}

/** Asks everything anew, for the one button of the screen that shows a broken road. */
export function useAskAgain(): () => void {
  const { cache } = useApi()
  return () => void cache.invalidateQueries()
}
