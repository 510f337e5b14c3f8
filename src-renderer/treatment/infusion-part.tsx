import type { Card } from '#contract/appointments'
import type { InfusionView } from '#contract/infusions'
import { useDo, useLook } from '#api/hooks'
import { holdsResources } from '#domain/appointment-status'
import { Button } from '#ui/button'
import { useDesk, useLocation } from '#ui/desk-context'
import { Section } from '#ui/inspector'
import { FaultNotice, useNotices } from '#ui/notice'
import { Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { ClinicalNotes } from './clinical-notes.tsx'
import css from './css/treatment.module.css'
import { DischargeSection } from './discharge-section.tsx'
import { EventsSection } from './events-section.tsx'
import { HoldNotice } from './hold-notice.tsx'
import { OrderSection } from './order-section.tsx'
import { ReadingsSection } from './readings-section.tsx'
import { RunSection } from './run-section.tsx'

/** The record of the treatment, beside the board, for those who treat. */
export function InfusionPart({ card }: { card: Card }) {
  const desk = useDesk()
  const { treatment } = useWords()
  const { refuse } = useNotices()
  const open = useDo(['infusions', 'open'])
  const isHere = holdsResources(card.status) && card.status !== 'booked' && card.status !== 'confirmed'
  const isShown = card.kind === 'infusion' && isHere && desk.may('infusions.see')
  const record = useLook(
    ['infusions', 'ofAppointment'],
    { appointmentId: card.id, patientId: card.patientId },
    { enabled: isShown },
  )
  if (!isShown || (record.value === undefined && record.fault === undefined)) return null
  const begin = async () => {
    const reply = await open.run({ appointmentId: card.id })
    if (!reply.ok) refuse(reply.fault)
  }
  const infusion = record.value ?? undefined
  return (
    <Section
      title={treatment.infusion}
      aside={infusion === undefined ? null : <Tag tone="accent">{treatment.stages[infusion.stage]}</Tag>}
    >
      <FaultNotice fault={record.fault} />
      {infusion === undefined ? (
        <>
          <p className={css['hint']}>{treatment.openHint}</p>
          {desk.may('infusions.write') ? (
            <Button isBusy={open.isRunning} onClick={() => void begin()}>
              {treatment.open}
            </Button>
          ) : null}
        </>
      ) : (
        <InfusionRecord infusion={infusion} card={card} />
      )}
    </Section>
  )
}

function InfusionRecord({ infusion, card }: { infusion: InfusionView; card: Card }) {
  const desk = useDesk()
  const zone = useLocation(infusion.locationId)?.zone ?? desk.zone
  const mayWrite = desk.may('infusions.write')
  const isOpen = mayWrite && infusion.stage !== 'discharged'
  return (
    <div className={css['record']}>
      <OrderSection infusion={infusion} mayWrite={mayWrite && infusion.stage === 'preparing'} />
      <HoldNotice infusion={infusion} />
      <RunSection infusion={infusion} dots={card.dots} zone={zone} mayWrite={mayWrite} />
      <ReadingsSection infusion={infusion} zone={zone} mayWrite={isOpen} />
      <EventsSection infusion={infusion} zone={zone} mayWrite={isOpen} />
      <DischargeSection infusion={infusion} zone={zone} mayWrite={mayWrite} />
      <ClinicalNotes infusion={infusion} mayWrite={isOpen} />
    </div>
  )
}
