import { useState } from 'react'
import type { Card } from '#contract/appointments'
import type { Reply } from '#contract/define'
import { useDo } from '#api/hooks'
import { saveCalendar } from '#api/papers'
import { holdsResources } from '#domain/appointment-status'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { DecisionDialog } from '#ui/dialog'
import { useDesk, useLocation } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Facts, Inspector, Section } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { LocationBadge, StatusChip } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { AllowedNotice } from './allowed-notice.tsx'
import css from './css/booking.module.css'
import { FillGap } from './fill-gap.tsx'
import { endOf } from './lanes.ts'
import { NotesSection } from './notes-section.tsx'
import { ReadinessSection } from './readiness-section.tsx'
import { SeriesMoveDialog } from './series-move-dialog.tsx'

type Asking = 'cancel' | 'noShow' | undefined

/** Everything about one appointment, beside the board: facts, escort, notes, and what can be done next. */
export function AppointmentPanel({ card, onClose, onPlace }: { card: Card; onClose: () => void; onPlace: () => void }) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { weekdayAndDay, minute, time, money, phone } = useFormats()
  const { refuse, say } = useNotices()
  const { Escort, Infusion, Checkout } = desk.parts
  const location = useLocation(card.slot.locationId)
  const [asking, setAsking] = useState<Asking>()
  const [isClinics, setClinics] = useState(false)
  const [isMovingSeries, setMovingSeries] = useState(false)
  const confirm = useDo(['appointments', 'confirm'])
  const arrive = useDo(['appointments', 'arrive'])
  const complete = useDo(['appointments', 'complete'])
  const toChair = useDo(['appointments', 'room'])
  const stepBack = useDo(['appointments', 'stepBack'])
  const cancel = useDo(['appointments', 'cancel'])
  const noShow = useDo(['appointments', 'noShow'])
  const calendar = useDo(['calendar', 'appointment'])

  const versioned = { appointmentId: card.id, version: card.version }
  const mayWrite = desk.may('appointments.write')
  const isWaiting = card.status === 'booked' || card.status === 'confirmed'
  const isHere = card.status === 'arrived' || card.status === 'roomed'
  const isInfusion = card.kind === 'infusion'
  const canArrive = mayWrite && isWaiting && card.slot.day <= desk.today
  const canComplete = mayWrite && (isInfusion ? card.status === 'ready' : isHere)
  const room = location?.rooms.find((one) => one.id === card.slot.roomId)
  const when = `${weekdayAndDay(card.slot.day)}, ${minute(card.slot.startMinute)} – ${minute(endOf(card))}`

  const act = async (doing: { run: (input: typeof versioned) => Promise<Reply<object>> }) => {
    const reply = await doing.run(versioned)
    if (!reply.ok) refuse(reply.fault)
  }
  const exportFile = async () => {
    const reply = await calendar.run({ appointmentId: card.id })
    if (reply.ok) saveCalendar(reply.value)
    else refuse(reply.fault)
  }
  const end = async (reason: string) => {
    const by = isClinics ? 'clinic' : 'patient'
    const reply = await (asking === 'cancel'
      ? cancel.run({ ...versioned, reason, by })
      : noShow.run({ ...versioned, reason }))
    if (!reply.ok) {
      refuse(reply.fault)
      return
    }
    setAsking(undefined)
    if (reply.value.feeCents > 0) say(schedule.feeDrafted(money(reply.value.feeCents)))
  }
  const primary = canComplete
    ? { label: schedule.complete, run: () => void act(complete), busy: complete.isRunning }
    : canArrive
      ? { label: schedule.arrive, run: () => void act(arrive), busy: arrive.isRunning }
      : undefined

  useKeys([
    { keys: 'I', label: schedule.arrive, run: () => void act(arrive), isOff: !canArrive },
    { keys: 'A', label: schedule.toChair, run: () => void act(toChair), isOff: !mayWrite || card.status !== 'arrived' },
    {
      keys: 'Y',
      label: schedule.moveSeries,
      run: () => setMovingSeries(true),
      isOff: !mayWrite || !isWaiting || card.planId === null,
    },
    { keys: 'O', label: schedule.openPatient, run: () => desk.openPatient(card.patientId) },
    {
      keys: 'Ctrl+Enter',
      label: primary?.label ?? '',
      run: () => primary?.run(),
      isOff: primary === undefined,
      notInPalette: true,
    },
  ])

  return (
    <Inspector
      title={desk.isPrivate ? card.patientInitials : card.patientName}
      badge={location === undefined ? null : <LocationBadge code={location.code} name={location.name} />}
      onClose={onClose}
      actions={
        <>
          {primary === undefined ? null : (
            <Button variant="primary" keyHint="Ctrl+Enter" isBusy={primary.busy} onClick={primary.run}>
              {primary.label}
            </Button>
          )}
        </>
      }
    >
      <p className={css['status']}>
        <StatusChip status={card.status} />
        {location === undefined ? null : <small>{schedule.since(time(card.statusSince, location.zone))}</small>}
      </p>
      <AllowedNotice override={card.override} />
      <Facts
        facts={[
          [schedule.when, when],
          [schedule.where, `${location?.name ?? ''} · ${room?.name ?? ''}`],
          [
            schedule.kind,
            card.infusionNumber === null || card.infusionsPlanned === null
              ? common.kinds[card.kind]
              : schedule.infusionOf(card.infusionNumber, card.infusionsPlanned),
          ],
          [schedule.record, card.recordNumber],
          [schedule.phone, desk.isPrivate ? '' : phone(card.phone)],
          ...(card.balanceCents === null ? [] : [[schedule.balance, money(card.balanceCents)] as const]),
          ...(card.cancelReason === '' ? [] : [[common.reason, card.cancelReason] as const]),
        ]}
      />
      <FillGap card={card} />
      <ReadinessSection card={card} />
      <Escort card={card} />
      <Infusion card={card} />
      <Checkout card={card} />
      <NotesSection card={card} />
      <Section title={schedule.patientsPlan}>
        <div className={css['row']}>
          <Button keyHint="O" onClick={() => desk.openPatient(card.patientId)}>
            {schedule.openPatient}
          </Button>
          <Button isBusy={calendar.isRunning} onClick={() => void exportFile()}>
            {schedule.calendarFile}
          </Button>
          {mayWrite && isWaiting ? (
            <>
              {card.status === 'booked' ? (
                <Button isBusy={confirm.isRunning} onClick={() => void act(confirm)}>
                  {schedule.confirm}
                </Button>
              ) : null}
              <Button keyHint="M" onClick={onPlace}>
                {schedule.move}
              </Button>
              {card.planId === null ? null : (
                <Button keyHint="Y" onClick={() => setMovingSeries(true)}>
                  {schedule.moveSeries}
                </Button>
              )}
              <Button onClick={() => setAsking('noShow')}>{schedule.noShow}</Button>
              <Button variant="danger" onClick={() => setAsking('cancel')}>
                {schedule.cancel}
              </Button>
            </>
          ) : null}
          {mayWrite && card.status === 'arrived' ? (
            <Button keyHint="A" isBusy={toChair.isRunning} onClick={() => void act(toChair)}>
              {schedule.toChair}
            </Button>
          ) : null}
          {mayWrite && (isHere || !holdsResources(card.status)) ? (
            <Button isBusy={stepBack.isRunning} onClick={() => void act(stepBack)}>
              {schedule.stepBack}
            </Button>
          ) : null}
        </div>
      </Section>
      {isMovingSeries ? <SeriesMoveDialog card={card} onClose={() => setMovingSeries(false)} /> : null}
      <DecisionDialog
        isOpen={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={asking === 'cancel' ? schedule.cancelTitle : schedule.noShowTitle}
        consequence={asking === 'cancel' ? schedule.cancelText(when) : schedule.noShowText}
        confirm={asking === 'cancel' ? schedule.cancelConfirm : schedule.noShowConfirm}
        reasonLabel={common.reason}
        isDanger
        isBusy={cancel.isRunning || noShow.isRunning}
        onConfirm={(reason) => void end(reason)}
      >
        {asking === 'cancel' ? <CheckField label={schedule.byClinic} value={isClinics} onChange={setClinics} /> : null}
      </DecisionDialog>
    </Inspector>
  )
}
