import { useLook } from '#api/hooks'
import { Notice } from '#ui/notice'
import { useWords } from '#ui/words'

/** Tells, before somebody is booked again, how often they did not come, and when the practice asks for payment first. */
export function MissesHint({ patientId }: { patientId: string }) {
  const { schedule } = useWords()
  const misses = useLook(['appointments', 'misses'], { patientId }, { enabled: patientId !== '' })
  if (misses.value === undefined || misses.value.missed + misses.value.lateCancelled === 0) return null
  const { missed, lateCancelled, mustPrepay } = misses.value
  return (
    <Notice tone={mustPrepay ? 'caution' : 'info'}>
      {schedule.misses(missed, lateCancelled)} {mustPrepay ? schedule.mustPrepay : ''}
    </Notice>
  )
}
