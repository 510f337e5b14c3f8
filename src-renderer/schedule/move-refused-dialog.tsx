import { useState } from 'react'
import type { Card } from '#contract/appointments'
import type { Fault } from '#contract/faults'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { useFormats } from '#ui/formats'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/openings.module.css'
import { isAboutTime, RefusedSlotOffers } from './refused-slot.tsx'
import type { Opening } from './use-booking-people.ts'

/** A move that could not be, and why. */
export type RefusedMove = { readonly card: Card; readonly slot: Opening; readonly fault: Fault }

/** A time that is not free was chosen on the board: says what is there, and offers others. */
export function MoveRefusedDialog({ refused, onClose }: { refused: RefusedMove; onClose: () => void }) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const { say, refuse } = useNotices()
  const { run, isRunning } = useDo(['appointments', 'move'])
  const [{ card, slot, fault }, setRefused] = useState(refused)
  const move = async (to: Opening, override: string | null) => {
    const reply = await run({ appointmentId: card.id, version: card.version, slot: to, override })
    if (!reply.ok) {
      if (isAboutTime(reply.fault)) setRefused({ card, slot: to, fault: reply.fault })
      else {
        onClose()
        refuse(reply.fault)
      }
      return
    }
    say(schedule.moved(`${weekdayAndDay(to.day)}, ${minute(to.startMinute)}`))
    onClose()
    desk.openAppointment(card.id, to.day)
  }
  return (
    <Dialog isOpen onClose={onClose} title={schedule.moveRefused} size="small">
      <RefusedSlotOffers
        refused={{
          fault,
          slot,
          kind: card.kind,
          patientId: card.patientId,
          planId: card.planId,
          appointmentId: card.id,
        }}
        anyway={schedule.moveAnyway}
        isBusy={isRunning}
        onTake={(offer) => void move(offer, null)}
        onAnyway={(reason) => void move(slot, reason)}
      />
      <div className={css['foot']}>
        <Button onClick={onClose}>{common.back}</Button>
      </div>
    </Dialog>
  )
}
