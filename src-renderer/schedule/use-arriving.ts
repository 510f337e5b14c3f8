import { useCallback } from 'react'
import type { Card } from '#contract/appointments'
import { useDo } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { useNotices } from '#ui/notice'
import { shownName } from '#ui/shown-name'
import { useWords } from '#ui/words'

/** Checks in the patient of a card that is not open, and says whom. */
export function useArriving(): (card: Card) => Promise<void> {
  const desk = useDesk()
  const { schedule } = useWords()
  const { say, refuse } = useNotices()
  const { run } = useDo(['appointments', 'arrive'])
  const isAllowed = desk.may('appointments.write')
  const { isPrivate } = desk
  return useCallback(
    async (card: Card) => {
      if (!isAllowed) return
      const reply = await run({ appointmentId: card.id, version: card.version })
      if (reply.ok) say(schedule.checkedIn(shownName(card.patientName, isPrivate)))
      else refuse(reply.fault)
    },
    [isAllowed, isPrivate, refuse, run, say, schedule],
  )
}
