import { z } from 'zod'
import type { InfusionView } from '#contract/infusions'
import { localAt } from '#domain/clock'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { savePaper } from '#api/papers'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { Bound, Form } from '#ui/form'
import { useFormats } from '#ui/formats'
import { Facts, Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

type Props = { infusion: InfusionView; zone: string; mayWrite: boolean }

const typedDischarge = z.strictObject({
  isOrientated: z.boolean(),
  walksSteadily: z.boolean(),
  instructionsTo: z.string().trim().min(1, 'required').max(120, 'too-long'),
})

/** Lets the patient go with the escort, and prints the sheet with the driving rule. */
export function DischargeSection({ infusion, zone, mayWrite }: Props) {
  const { treatment } = useWords()
  const { weekdayAndDay, minute, time } = useFormats()
  const { refuse } = useNotices()
  const sheet = useDo(['documents', 'discharge'])
  if (infusion.stage === 'recovering' && mayWrite) return <DischargeForm infusion={infusion} zone={zone} />
  if (infusion.stage !== 'discharged' || infusion.dischargedAt === null) return null
  const print = async () => {
    const reply = await sheet.run({ infusionId: infusion.id })
    if (reply.ok) savePaper(reply.value)
    else refuse(reply.fault)
  }
  const rule = infusion.notDrivingBefore === null ? undefined : localAt(infusion.notDrivingBefore, zone)
  return (
    <Section title={treatment.discharge}>
      <Facts
        facts={[
          [treatment.discharge, time(infusion.dischargedAt, zone)],
          ...(rule === undefined
            ? []
            : [[treatment.noDriving, `${weekdayAndDay(rule.day)}, ${minute(rule.minute)}`] as const]),
        ]}
      />
      <div className={css['row']}>
        <Button isBusy={sheet.isRunning} onClick={() => void print()}>
          {treatment.printSheet}
        </Button>
      </div>
    </Section>
  )
}

function DischargeForm({ infusion, zone }: { infusion: InfusionView; zone: string }) {
  const { treatment } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const { say } = useNotices()
  const { run: discharge } = useDo(['infusions', 'discharge'])
  const form = useDeskForm({
    schema: typedDischarge,
    defaults: { isOrientated: false, walksSteadily: false, instructionsTo: '' },
    draft: `discharge ${infusion.id}`,
    send: (typed) => discharge({ infusionId: infusion.id, ...typed }),
    onDone: ({ notDrivingBefore }) => {
      const at = localAt(notDrivingBefore, zone)
      say(treatment.discharged(`${weekdayAndDay(at.day)}, ${minute(at.minute)}`))
    },
  })
  return (
    <Section title={treatment.discharge}>
      <Form
        label={treatment.discharge}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
            {treatment.dischargeNow}
          </Button>
        }
      >
        <Bound control={form.control} name="isOrientated">
          {(field) => <CheckField label={treatment.isOrientated} {...field} />}
        </Bound>
        <Bound control={form.control} name="walksSteadily">
          {(field) => <CheckField label={treatment.walksSteadily} {...field} />}
        </Bound>
        <Bound control={form.control} name="instructionsTo">
          {(field) => <TextField label={treatment.instructionsTo} {...field} />}
        </Bound>
      </Form>
    </Section>
  )
}
