import { useCallback, useEffect, useRef, useState } from 'react'
import { localAt } from '#domain/clock'
import { type Day } from '#domain/dates'

/** The engine's clock, and today at the clinics; turns over at midnight by itself. */
export function useClock(engineNow: number, zone: string): { now: () => number; today: Day } {
  const [first] = useState(() => engineNow - Date.now())
  const later = useRef<number>(undefined)
  const [today, setToday] = useState(() => localAt(engineNow, zone).day)
  const now = useCallback(() => Date.now() + (later.current ?? first), [first])
  useEffect(() => {
    later.current = engineNow - Date.now()
  }, [engineNow])
  useEffect(() => {
    const look = () => setToday(localAt(now(), zone).day)
    look()
    const timer = setInterval(look, 20_000)
    return () => clearInterval(timer)
  }, [now, zone])
  return { now, today }
}
