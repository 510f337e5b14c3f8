import { useState } from 'react'
import { z } from 'zod'
import type { InfusionView } from '#contract/infusions'
import { formatKg, formatMg, formatMl, formatRate, gramsFromPounds } from '#domain/dose'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { CheckField, SelectField } from '#ui/choice-field'
import { Bound, Form } from '#ui/form'
import { Facts } from '#ui/inspector'
import { Notice } from '#ui/notice'
import { NumberField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

/** Typed at the chair: weight in tenths of its unit, the target in hundredths of mg/kg. */
const typedOrder = z.strictObject({
  weightTenths: z.int('required').min(1, 'required'),
  unit: z.enum(['kg', 'lb']),
  concentrationMgPerMl: z.union([z.literal(10), z.literal(50), z.literal(100)]),
  targetHundredths: z.int('required').min(1, 'too-small'),
  infusionMinutes: z.int('required').min(2, 'too-small'),
  confirmedOutOfRange: z.boolean(),
})

/** Weight and strength in, dose and volume out; the plan gives the target. */
export function OrderSection({ infusion, mayWrite }: { infusion: InfusionView; mayWrite: boolean }) {
  const { treatment } = useWords()
  const { order } = infusion
  return (
    <>
      {mayWrite ? <OrderForm infusion={infusion} /> : null}
      {order.doseMicrograms === null || order.volumeMicrolitres === null ? null : (
        <Facts
          facts={[
            [treatment.weight, order.weightGrams === null ? '' : formatKg(order.weightGrams)],
            [treatment.dose, <strong key="dose">{formatMg(order.doseMicrograms)}</strong>],
            [treatment.volume, `${formatMl(order.volumeMicrolitres)} · ${treatment.perMl(order.concentrationMgPerMl)}`],
            ...(order.rateMicrogramsPerHour === null
              ? []
              : [[treatment.rate, formatRate(order.rateMicrogramsPerHour)] as const]),
          ]}
        />
      )}
      {order.mustDilute && order.doseMicrograms !== null ? (
        <Notice tone="caution">{treatment.mustDilute}</Notice>
      ) : null}
      {order.warnings.map((warning) => (
        <Notice key={warning} tone="caution">
          {warningIn(treatment.warnings, warning)}
        </Notice>
      ))}
    </>
  )
}

function OrderForm({ infusion }: { infusion: InfusionView }) {
  const { treatment } = useWords()
  const [mustConfirm, setMustConfirm] = useState(false)
  const { run: prepare } = useDo(['infusions', 'prepare'])
  const { order } = infusion
  const form = useDeskForm({
    schema: typedOrder,
    draft: `order ${infusion.id}`,
    defaults: {
      weightTenths: order.weightGrams === null ? 0 : Math.round(order.weightGrams / 100),
      unit: 'kg',
      concentrationMgPerMl: strengthOf(order.concentrationMgPerMl),
      targetHundredths: Math.round(order.microgramsPerKg / 10),
      infusionMinutes: order.infusionMinutes,
      confirmedOutOfRange: false,
    },
    send: (typed) =>
      prepare({
        infusionId: infusion.id,
        weightGrams: typed.unit === 'kg' ? typed.weightTenths * 100 : gramsFromPounds(typed.weightTenths * 10),
        concentrationMgPerMl: typed.concentrationMgPerMl,
        microgramsPerKg: typed.targetHundredths * 10,
        infusionMinutes: typed.infusionMinutes,
        confirmedOutOfRange: typed.confirmedOutOfRange,
      }),
    // The next key is the start, which no field may swallow.
    onDone: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
    onFault: (fault) => {
      if (fault.code === 'infusion.dose-out-of-range') setMustConfirm(true)
      return false
    },
  })
  const unit = form.watch('unit')
  return (
    <Form
      label={treatment.order}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <Button type="submit" isBusy={form.isSending}>
          {treatment.computeDose}
        </Button>
      }
    >
      <div className={css['pairs']}>
        <Bound control={form.control} name="weightTenths">
          {(field) => (
            <NumberField
              label={treatment.weight}
              {...field}
              value={field.value === 0 ? null : field.value}
              decimals={1}
              affix={unit}
            />
          )}
        </Bound>
        <Bound control={form.control} name="unit">
          {(field) => (
            <SelectField
              label={treatment.unit}
              {...field}
              choices={[
                { value: 'kg', label: treatment.kg },
                { value: 'lb', label: treatment.lb },
              ]}
            />
          )}
        </Bound>
        <Bound control={form.control} name="targetHundredths">
          {(field) => <NumberField label={treatment.target} {...field} decimals={2} />}
        </Bound>
        <Bound control={form.control} name="infusionMinutes">
          {(field) => <NumberField label={treatment.minutes} {...field} affix="min" />}
        </Bound>
        <Bound control={form.control} name="concentrationMgPerMl">
          {(field) => (
            <SelectField
              label={treatment.concentration}
              {...field}
              choices={[10, 50, 100].map((mg) => ({ value: mg, label: treatment.perMl(mg) }))}
            />
          )}
        </Bound>
      </div>
      {mustConfirm ? (
        <Bound control={form.control} name="confirmedOutOfRange">
          {(field) => <CheckField label={treatment.outOfRange} {...field} />}
        </Bound>
      ) : null}
    </Form>
  )
}

function strengthOf(mg: number): 10 | 50 | 100 {
  return mg === 10 || mg === 100 ? mg : 50
}

function warningIn(warnings: Readonly<Record<string, string>>, code: string): string {
  return warnings[code] ?? code
}
