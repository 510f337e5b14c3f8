import { useDeskForm } from '#api/form'
import { useDo, useLook } from '#api/hooks'
import type { Reply } from '#contract/define'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { Form, useLeaving } from '#ui/form'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/plans.module.css'
import { PlanFields } from './plan-fields.tsx'
import { SecondLook } from './second-look.tsx'
import {
  changeDraft,
  noPlanYet,
  planShown,
  startDraft,
  typedPlan,
  type ClinicalPlan,
  type DeskPlan,
} from './typed-plan.ts'

type Props = {
  patientId: string
  /** The plan that is changed; without it a new one is started. */
  of?: { plan: DeskPlan; clinical: ClinicalPlan }
  onClose: () => void
}

/** Starts a plan from a protocol, or changes one. */
export function PlanDialog({ patientId, of, onClose }: Props) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { say } = useNotices()
  const words = patients.plan
  const protocols = useLook(['plans', 'protocols'], {}, { enabled: of === undefined })
  const { run: start } = useDo(['plans', 'start'])
  const { run: change } = useDo(['plans', 'change'])
  const form = useDeskForm({
    schema: typedPlan,
    defaults:
      of === undefined
        ? noPlanYet(desk.me.roles.includes('provider') ? desk.me.staffId : '')
        : planShown(of.plan, of.clinical),
    draft: of === undefined ? startDraft(patientId) : changeDraft(of.plan.id),
    send: async ({ version, protocolId, ...plan }): Promise<Reply<object>> =>
      of === undefined ? start({ ...plan, patientId, protocolId }) : change({ ...plan, planId: of.plan.id, version }),
    onDone: () => {
      say(of === undefined ? words.started : words.changed)
      onClose()
    },
  })
  const leaving = useLeaving(form.isTouched, () => {
    form.discard()
    onClose()
  })
  const { setValue, watch } = form
  const protocolId = watch('protocolId')
  const protocol = (protocols.value ?? []).find((one) => one.id === protocolId)
  const choose = (id: string) => {
    const chosen = (protocols.value ?? []).find((one) => one.id === id)
    if (chosen === undefined) return
    const shouldValidate = form.formState.isSubmitted
    setValue('protocolId', id, { shouldDirty: true, shouldValidate })
    setValue('course', chosen.course, { shouldDirty: true, shouldValidate })
    setValue('clinical.microgramsPerKg', chosen.microgramsPerKg, { shouldDirty: true, shouldValidate })
  }
  const title = of === undefined ? words.startTitle : words.changeTitle(of.plan.protocolName)
  const dose = of?.clinical.clinical.microgramsPerKg ?? 0
  return (
    <Dialog
      isOpen
      onClose={leaving.ask}
      title={title}
      size="large"
      {...(of === undefined ? { lead: words.startLead } : {})}
    >
      <Form
        label={title}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <>
            <Button onClick={leaving.ask}>{common.back}</Button>
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {of === undefined ? words.start : common.save}
            </Button>
          </>
        }
      >
        <div className={css['beside']}>
          <PlanFields control={form.control} plan={of?.plan} onProtocol={choose} isFine={dose % 10 !== 0} />
          <SecondLook
            control={form.control}
            kind={of?.plan.kind ?? protocol?.kind}
            phase={of?.plan.phase ?? protocol?.phase}
          />
        </div>
      </Form>
      {leaving.dialog}
    </Dialog>
  )
}
