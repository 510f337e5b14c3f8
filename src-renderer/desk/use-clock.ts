import { useCallback, useEffect, useState } from 'react'
import { localAt } from '#domain/clock'
import { type Day } from '#domain/dates'

/** The engine's clock, and today at the clinics; turns over at midnight by itself. */
export function useClock(engineNow: number, zone: string): { now: () => number; today: Day } {
  const [ahead, setAhead] = useState(() => engineNow - Date.now())
  const [heard, setHeard] = useState(engineNow)
  if (heard !== engineNow) {
    setHeard(engineNow)
    setAhead(engineNow - Date.now())
  }
  const [today, setToday] = useState(() => localAt(engineNow, zone).day)
  const now = useCallback(() => Date.now() + ahead, [ahead])
  useEffect(() => {
    const look = () => setToday(localAt(now(), zone).day)
    look()
    const timer = setInterval(look, 20_000)
    return () => clearInterval(timer)
  }, [now, zone])
  return { now, today }
}
