import { useState } from 'react'
import { contract } from '#contract/house'
import type { Card } from '#contract/appointments'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk, type BookingWish } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { Form, useLeaving } from '#ui/form'
import { useFormats } from '#ui/formats'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import { BookingFields } from './booking-fields.tsx'
import { nextFreeSpot } from './free-spot.ts'

type Props = { wish: BookingWish; cards: readonly Card[]; onClose: () => void }

/** Books one appointment. What was typed outlives a lock, and is not left without being asked. */
export function BookingDialog({ wish, cards, onClose }: Props) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const { say } = useNotices()
  const { run: book } = useDo(['appointments', 'book'])
  const day = wish.day ?? desk.day
  const [spot] = useState(() => nextFreeSpot({ ...wish, day }, cards, desk.shownLocations, desk.today, desk.now()))
  const form = useDeskForm({
    schema: contract.appointments.book.input,
    defaults: {
      patientId: wish.patientId ?? '',
      kind: 'infusion',
      notes: '',
      slot: {
        day,
        startMinute: spot.startMinute,
        minutes: 60,
        locationId: spot.locationId,
        roomId: spot.roomId,
        providerId: '',
        nurseId: null,
      },
    },
    draft: 'booking',
    send: book,
    onDone: ({ appointmentId }, { slot }) => {
      say(schedule.booked(`${weekdayAndDay(slot.day)}, ${minute(slot.startMinute)}`))
      onClose()
      desk.openAppointment(appointmentId, slot.day)
    },
  })
  const [isTouched, setTouched] = useState(false)
  const leaving = useLeaving(isTouched, () => {
    form.discard()
    onClose()
  })
  return (
    <Dialog isOpen onClose={leaving.ask} title={schedule.bookTitle} lead={schedule.bookLead}>
      <Form
        label={schedule.bookTitle}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <>
            <Button onClick={leaving.ask}>{common.back}</Button>
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {schedule.book}
            </Button>
          </>
        }
      >
        <BookingFields form={form} onTouched={() => setTouched(true)} />
      </Form>
      {leaving.dialog}
    </Dialog>
  )
}
