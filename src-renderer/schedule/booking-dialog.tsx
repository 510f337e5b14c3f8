import { CalendarSearch } from 'lucide-react'
import { useRef, useState } from 'react'
import { contract } from '#contract/house'
import type { Card } from '#contract/appointments'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk, type BookingWish } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { Form, useLeaving } from '#ui/form'
import { useFormats } from '#ui/formats'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import { BookingFields } from './booking-fields.tsx'
import css from './css/openings.module.css'
import { nextFreeSpot } from './free-spot.ts'
import { OpeningsPanel } from './openings-panel.tsx'
import { isAboutTime, RefusedSlotOffers, type RefusedSlot } from './refused-slot.tsx'
import { useBookingPeople, type Opening } from './use-booking-people.ts'

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
  const [beside, setBeside] = useState<'openings' | RefusedSlot>()
  const override = useRef<string>(null)
  const form = useDeskForm({
    schema: contract.appointments.book.input,
    defaults: {
      patientId: wish.patientId ?? '',
      kind: 'infusion',
      planId: null,
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
    send: async (values) => {
      const reply = await book({ ...values, override: override.current })
      override.current = null
      const { slot, kind, patientId, planId = null } = values
      if (reply.ok || !isAboutTime(reply.fault)) setBeside((shown) => (shown === 'openings' ? shown : undefined))
      else setBeside({ fault: reply.fault, slot, kind, patientId, planId, appointmentId: null })
      return reply
    },
    // What is in the way stands beside the form, where the focus goes.
    onFault: isAboutTime,
    onDone: ({ appointmentId }, { slot }) => {
      say(schedule.booked(`${weekdayAndDay(slot.day)}, ${minute(slot.startMinute)}`))
      onClose()
      desk.openAppointment(appointmentId, slot.day)
    },
  })
  const people = useBookingPeople(form)
  const [isTouched, setTouched] = useState(false)
  const leaving = useLeaving(isTouched, () => {
    form.discard()
    onClose()
  })
  const [kind, patientId, planId] = form.watch(['kind', 'patientId', 'planId'])
  const take = (slot: Opening) => {
    setTouched(true)
    people.take(slot)
  }
  return (
    <Dialog
      isOpen
      onClose={leaving.ask}
      title={schedule.bookTitle}
      lead={schedule.bookLead}
      size={beside === undefined ? 'medium' : 'large'}
    >
      <OpeningsKey run={() => setBeside('openings')} />
      <Form
        label={schedule.bookTitle}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <>
            <Button icon={CalendarSearch} keyHint="Ctrl+O" onClick={() => setBeside('openings')}>
              {schedule.openings}
            </Button>
            <Button onClick={leaving.ask}>{common.back}</Button>
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {schedule.book}
            </Button>
          </>
        }
      >
        <div className={beside === undefined ? undefined : css['beside']}>
          <BookingFields form={form} people={people} onTouched={() => setTouched(true)} />
          {beside === 'openings' ? (
            <OpeningsPanel kind={kind} patientId={patientId} planId={planId} minutes={undefined} onTake={take} />
          ) : beside === undefined ? null : (
            <RefusedSlotOffers
              refused={beside}
              anyway={schedule.bookAnyway}
              isBusy={form.isSending}
              onTake={(slot) => {
                take(slot)
                void form.send()
              }}
              onAnyway={(reason) => {
                override.current = reason
                void form.send()
              }}
            />
          )}
        </div>
      </Form>
      {leaving.dialog}
    </Dialog>
  )
}

function OpeningsKey({ run }: { run: () => void }) {
  const { schedule } = useWords()
  useKeys([{ keys: 'Ctrl+O', label: schedule.openings, run }])
  return null
}
