import { useEffect, useRef, useState } from 'react'
import { useApi } from './client.ts'
import { useLook, type Look, type OutputOf } from './hooks.ts'
import { forget } from './touched.ts'

/** Which screen this window is on, and who is here. */
export type SignInState = OutputOf<'signIn', 'state'>

/**
 * Follows who is here. When somebody leaves or locks, every cached answer is forgotten; whoever comes next is shown only
 * once nothing of the one before is left. Drafts follow their person, and a sign-out forgets them.
 */
export function usePresence(): Look<SignInState> {
  const { cache, drafts } = useApi()
  const state = useLook(['signIn', 'state'], {})
  const stage = state.value?.stage
  const staffId = stage === 'open' ? state.value?.me?.staffId : undefined
  // Whose answers the cache may hold.
  const [owner, setOwner] = useState<string>()
  const before = useRef<string | undefined>(undefined)
  drafts.belongTo(state.value?.me?.staffId)
  if (staffId !== undefined && owner === undefined) setOwner(staffId)
  const isHandedOver = staffId !== undefined && owner !== undefined && owner !== staffId
  useEffect(() => {
    if (!isHandedOver) return undefined
    let isHere = true
    void forget(cache).then(() => {
      if (isHere) setOwner(staffId)
    })
    return () => {
      isHere = false
    }
  }, [cache, isHandedOver, staffId])
  useEffect(() => {
    if (stage === undefined) return
    // Who comes back finds the desk as it was: it was forgotten when it was left.
    if (before.current === 'open' && stage !== 'open') void forget(cache)
    before.current = stage
    if (stage === 'signed-out' || stage === 'vault-closed' || stage === 'new') drafts.clear()
  }, [cache, drafts, stage])
  return isHandedOver ? { ...state, value: undefined } : state
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
