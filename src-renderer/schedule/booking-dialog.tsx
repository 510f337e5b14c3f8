import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { useWords } from '#ui/words'
import type { Card } from '#contract/appointments'
import type { Day } from '#domain/dates'
import { BookingForm } from './booking-form.tsx'

/** What is known of a booking before the form is filled in. */
export type BookingWish = {
  readonly day: Day
  readonly patientId?: string
  readonly roomId?: string
  readonly startMinute?: number
}

/** Books one appointment. */
export function BookingDialog(props: { wish: BookingWish; cards: readonly Card[]; onClose: () => void }) {
  const { schedule } = useWords()
  const desk = useDesk()
  return (
    <Dialog isOpen onClose={props.onClose} title={schedule.bookTitle} lead={schedule.bookLead}>
      <BookingForm
        wish={props.wish}
        cards={props.cards}
        onClose={props.onClose}
        onBooked={(appointmentId, day) => {
          props.onClose()
          desk.openAppointment(appointmentId, day)
        }}
      />
    </Dialog>
  )
}
