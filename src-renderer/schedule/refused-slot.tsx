import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useLook } from '#api/hooks'
import type { Fault } from '#contract/faults'
import type { AppointmentKind } from '#domain/appointment-status'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { FaultNotice } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/openings.module.css'
import { OpeningButtons } from './opening-button.tsx'
import type { Opening } from './use-booking-people.ts'

/** What somebody wanted and could not have. */
export type RefusedSlot = {
  readonly fault: Fault
  readonly slot: Opening
  readonly kind: AppointmentKind
  readonly patientId: string
  /** The plan of an infusion. */
  readonly planId: string | null
  /** The booking that would move. */
  readonly appointmentId: string | null
}

// What another time would heal.
const healed: ReadonlySet<string> = new Set([
  'appointment.clash',
  'appointment.away',
  'appointment.closed',
  'appointment.closed-day',
  'appointment.outside-hours',
])

/** Whether a refusal is about the time, the room or the people, so that another free time is an answer to it. */
export function isAboutTime({ code }: Fault): boolean {
  return healed.has(code)
}

/** Whether somebody with the permission may allow it: a patient is never in two places. */
function isAllowable({ code, facts }: Fault): boolean {
  return code !== 'appointment.clash' || facts?.['what'] !== 'patient'
}

type Props = {
  refused: RefusedSlot
  anyway: string
  isBusy: boolean
  onTake: (slot: Opening) => void
  onAnyway: (reason: string) => void
}

/** What is in the way, the three next free times to take instead, and for those who may, doing it anyway. */
export function RefusedSlotOffers({ refused, anyway, isBusy, onTake, onAnyway }: Props) {
  const desk = useDesk()
  const { schedule } = useWords()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { fault, slot, kind, patientId, planId, appointmentId } = refused
  const offers = useLook(['openings', 'next'], {
    kind,
    patientId,
    planId,
    locationIds: desk.locations.map((location) => location.id),
    providerId: null,
    weekdays: [],
    fromMinute: 0,
    toMinute: 1440,
    fromDay: slot.day,
    minutes: slot.minutes,
    limit: 3,
    exceptAppointmentId: appointmentId,
  })
  const panel = useRef<HTMLElement>(null)
  const isThere = offers.value !== undefined
  useEffect(() => {
    if (isThere) panel.current?.querySelector<HTMLButtonElement>('li button')?.focus()
  }, [isThere, fault])
  const allow = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '' && !isBusy) onAnyway(reason.trim())
  }
  // It stands inside a form whose own Enter would only be refused once more.
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    allow()
  }
  return (
    <section ref={panel} className={css['panel']} aria-label={schedule.offers}>
      <FaultNotice fault={fault} />
      <h3 className={css['title']}>{schedule.offers}</h3>
      {offers.value?.length === 0 ? <p className={css['none']}>{schedule.openingsNone}</p> : null}
      <OpeningButtons openings={offers.value ?? []} label={schedule.offers} onTake={onTake} isOff={isBusy} />
      {desk.may('appointments.override') && isAllowable(fault) ? (
        <div className={css['anyway']} onKeyDown={onEnter}>
          <TextField
            label={schedule.anywayReason}
            value={reason}
            maxLength={200}
            error={isMissing ? 'required' : undefined}
            onChange={(text) => {
              setReason(text)
              setMissing(false)
            }}
          />
          <Button variant="danger" isBusy={isBusy} onClick={allow}>
            {anyway}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
