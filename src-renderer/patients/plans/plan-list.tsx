import { ClipboardPlus } from 'lucide-react'
import { useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { FaultNotice, Notice } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/plans.module.css'
import { PlanCard } from './plan-card.tsx'
import { PlanDialog } from './plan-dialog.tsx'

type Props = {
  patientId: string
  isArchived: boolean
  isStarting: boolean
  onStart: () => void
  onStarted: () => void
}

/** The plans of a patient; indication and dose only for those who treat, and not while a patient can see the screen. */
export function PlanList({ patientId, isArchived, isStarting, onStart, onStarted }: Props) {
  const desk = useDesk()
  const { patients } = useWords()
  const seesClinical = desk.may('plans.see-clinical')
  const list = useLook(['plans', 'ofPatient'], { patientId })
  const clinical = useLook(['plans', 'clinicalOfPatient'], { patientId }, { enabled: seesClinical && !desk.isPrivate })
  const mayStart = desk.may('plans.write') && !isArchived
  const start = mayStart ? (
    <Button icon={ClipboardPlus} keyHint="N" onClick={onStart}>
      {patients.plan.start}
    </Button>
  ) : null
  return (
    <div className={css['list']}>
      <FaultNotice fault={list.fault ?? clinical.fault} />
      {seesClinical && desk.isPrivate ? <Notice>{patients.privacyHint}</Notice> : null}
      {list.value === undefined ? null : list.value.length === 0 ? (
        <EmptyState title={patients.plan.none} text={patients.plan.noneText} action={start} />
      ) : (
        <>
          {list.value.map((plan) => (
            <PlanCard
              key={plan.id}
              patientId={patientId}
              plan={plan}
              clinical={desk.isPrivate ? undefined : clinical.value?.find((one) => one.planId === plan.id)}
              isArchived={isArchived}
            />
          ))}
          {start === null ? null : <div className={css['foot']}>{start}</div>}
        </>
      )}
      {isStarting && mayStart ? <PlanDialog patientId={patientId} onClose={onStarted} /> : null}
    </div>
  )
}
