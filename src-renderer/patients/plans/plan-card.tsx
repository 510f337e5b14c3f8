import { useState } from 'react'
import { useDraftWaits } from '#api/form'
import { useDo } from '#api/hooks'
import type { Fault } from '#contract/faults'
import { Button } from '#ui/button'
import { DecisionDialog } from '#ui/dialog'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Facts, Section } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/plans.module.css'
import { PlanDialog } from './plan-dialog.tsx'
import { Warnings } from './second-look.tsx'
import { changeDraft, formatDose, type ClinicalPlan, type DeskPlan } from './typed-plan.ts'

type Props = { patientId: string; plan: DeskPlan; clinical: ClinicalPlan | undefined; isArchived: boolean }

const tones = { active: 'accent', completed: 'good', stopped: 'plain' } as const

/** One plan: its course for everybody at the desk, its clinical half for those who treat. */
export function PlanCard({ patientId, plan, clinical, isArchived }: Props) {
  const desk = useDesk()
  const words = useWords().patients
  const [isChanging, setChanging] = useState(useDraftWaits(changeDraft(plan.id)))
  const [isStopping, setStopping] = useState(false)
  const isOpen = plan.status === 'active' && !isArchived
  const mayWrite = isOpen && desk.may('plans.write')
  const left = plan.course.plannedInfusions - plan.done - plan.booked
  const canChange = mayWrite && clinical !== undefined
  useKeys([
    { keys: '', label: words.plan.changeTitle(plan.protocolName), run: () => setChanging(true), isOff: !canChange },
    { keys: '', label: words.plan.stopOf(plan.protocolName), run: () => setStopping(true), isOff: !mayWrite },
  ])
  return (
    <article className={css['card']} aria-label={plan.protocolName}>
      <header className={css['head']}>
        <h2>{plan.protocolName}</h2>
        <Tag tone={tones[plan.status]}>{words.plan.statuses[plan.status]}</Tag>
        <span className={css['spring']} />
        {mayWrite ? (
          <>
            <Button variant="plain" onClick={() => setStopping(true)}>
              {words.plan.stop}
            </Button>
            <Button disabled={!canChange} onClick={() => setChanging(true)}>
              {words.plan.change}
            </Button>
          </>
        ) : null}
        {isOpen && left > 0 && desk.may('appointments.write') ? (
          <Button onClick={() => desk.bookSeries(patientId, plan.id)}>{words.bookSeries}</Button>
        ) : null}
      </header>
      <div className={css['halves']}>
        <CourseHalf plan={plan} />
        {clinical === undefined ? null : <ClinicalHalf clinical={clinical} />}
      </div>
      {clinical === undefined ? null : <Warnings codes={clinical.warnings} />}
      {isChanging && clinical !== undefined ? (
        <PlanDialog patientId={patientId} of={{ plan, clinical }} onClose={() => setChanging(false)} />
      ) : null}
      <StopDialog plan={plan} isOpen={isStopping} onClose={() => setStopping(false)} />
    </article>
  )
}

function CourseHalf({ plan }: { plan: DeskPlan }) {
  const { patients, common } = useWords()
  const { day, money } = useFormats()
  const words = patients.plan
  const { course } = plan
  return (
    <Section title={words.course}>
      <Facts
        facts={[
          [words.progress, words.progressOf(plan.done, course.plannedInfusions, plan.booked)],
          [words.window, words.windowOf(course.windowMinDays, course.windowMaxDays)],
          [words.gap, words.gapOf(course.minGapDays)],
          [words.minutes, common.minutes(course.infusionMinutes)],
          [words.price, course.priceCents === null ? words.listPrice : money(course.priceCents)],
          [words.provider, plan.providerName],
          [words.since, day(plan.startedDay)],
        ]}
      />
    </Section>
  )
}

function ClinicalHalf({ clinical: { clinical } }: { clinical: ClinicalPlan }) {
  const words = useWords().patients.plan
  return (
    <Section title={words.clinical}>
      <Facts
        facts={[
          [words.indication, clinical.indication],
          [words.diagnoses, clinical.icd10Codes.join(', ')],
          [words.dose, formatDose(clinical.microgramsPerKg)],
          ...(clinical.clinicalNotes === '' ? [] : [[words.notes, clinical.clinicalNotes] as const]),
        ]}
      />
    </Section>
  )
}

function StopDialog({ plan, isOpen, onClose }: { plan: DeskPlan; isOpen: boolean; onClose: () => void }) {
  const { patients, common } = useWords()
  const words = patients.plan
  const { say } = useNotices()
  const stop = useDo(['plans', 'stop'])
  const [fault, setFault] = useState<Fault>()
  const close = () => {
    setFault(undefined)
    onClose()
  }
  const confirmed = async (reason: string) => {
    const reply = await stop.run({ planId: plan.id, reason })
    if (!reply.ok) {
      setFault(reply.fault)
      return
    }
    close()
    say(words.stopped)
  }
  const rest = plan.booked === 0 ? '' : words.stopBooked(plan.booked)
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={close}
      title={words.stopTitle(plan.protocolName)}
      consequence={`${words.stopText(plan.done, plan.course.plannedInfusions)}${rest}`}
      confirm={words.stopConfirm}
      reasonLabel={common.reason}
      isDanger
      isBusy={stop.isRunning}
      fault={fault}
      onConfirm={(reason) => void confirmed(reason)}
    />
  )
}
