import type { Card } from '#contract/appointments'
import { holdsResources } from '#domain/appointment-status'
import { useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Section } from '#ui/inspector'
import { shownName } from '#ui/shown-name'
import { useWords } from '#ui/words'
import css from './css/booking.module.css'

/** Under a visit that does not take place: who waits and fits its time, each a click from the booking. */
export function FillGap({ card }: { card: Card }) {
  const desk = useDesk()
  const { lists } = useWords()
  const { phone } = useFormats()
  const isGap = !holdsResources(card.status) && card.slot.day >= desk.today && desk.may('appointments.write')
  const waiting = useLook(['waiting', 'fits'], card.slot, { enabled: isGap })
  if (!isGap || waiting.value === undefined) return null
  const { day, roomId, startMinute } = card.slot
  return (
    <Section title={lists.fillTitle}>
      <p className={css['hint']}>{waiting.value.length === 0 ? lists.fillNone : lists.fillText}</p>
      {waiting.value.map((one) => (
        <div key={one.id} className={css['row']}>
          <Button
            onClick={() =>
              desk.setWanted({ what: 'booking', wish: { day, roomId, startMinute, patientId: one.patientId } })
            }
          >
            {shownName(one.patientName, desk.isPrivate)}
          </Button>
          <small>{desk.isPrivate ? '' : phone(one.phone)}</small>
        </div>
      ))}
    </Section>
  )
}
