import { useState } from 'react'
import { useLook } from '#api/hooks'
import { SelectField } from '#ui/choice-field'
import { Fields, Whole } from '#ui/field'
import { Bound } from '#ui/form'
import { TextArea, TextField } from '#ui/text-field'
import { MoneyField, NumberField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import { CodesField } from './codes-field.tsx'
import type { DeskPlan, PlanControl } from './typed-plan.ts'

type Props = {
  control: PlanControl
  /** The plan that is changed; its protocol stays. */
  plan: DeskPlan | undefined
  onProtocol: (protocolId: string) => void
  /** The dose is finer than a hundredth of a milligram. */
  isFine: boolean
}

/** Protocol and provider, the clinical half, the course. */
export function PlanFields({ control, plan, onProtocol, isFine }: Props) {
  const words = useWords().patients.plan
  const protocols = useLook(['plans', 'protocols'], {}, { enabled: plan === undefined })
  const providers = useProviders(plan)
  // Fixed while the form is open: a value must not change its writing under the hand.
  const [decimals] = useState<2 | 3>(isFine ? 3 : 2)
  const step = decimals === 2 ? 10 : 1
  return (
    <Fields>
      {plan === undefined ? (
        <Bound control={control} name="protocolId">
          {(field) => (
            <SelectField
              label={words.protocol}
              isRequired
              {...field}
              value={field.value === '' ? null : field.value}
              onChange={onProtocol}
              choices={(protocols.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Bound>
      ) : null}
      <Bound control={control} name="providerId">
        {(field) => (
          <SelectField
            label={words.provider}
            isRequired
            {...field}
            value={field.value === '' ? null : field.value}
            choices={providers}
          />
        )}
      </Bound>
      <Whole>
        <Bound control={control} name="clinical.indication">
          {(field) => <TextField label={words.indication} isRequired maxLength={200} {...field} />}
        </Bound>
      </Whole>
      <CodesField control={control} />
      <Bound control={control} name="clinical.microgramsPerKg">
        {(field) => (
          <NumberField
            label={words.dosePerKg}
            isRequired
            decimals={decimals}
            {...field}
            value={inSteps(field.value, step)}
            onChange={(value) => field.onChange(value === undefined ? undefined : value * step)}
          />
        )}
      </Bound>
      <Bound control={control} name="course.plannedInfusions">
        {(field) => <NumberField label={words.planned} isRequired {...field} />}
      </Bound>
      <Bound control={control} name="course.infusionMinutes">
        {(field) => <NumberField label={words.minutes} isRequired affix="min" {...field} />}
      </Bound>
      <Bound control={control} name="course.windowMinDays">
        {(field) => <NumberField label={words.windowMin} isRequired affix={words.days} {...field} />}
      </Bound>
      <Bound control={control} name="course.windowMaxDays">
        {(field) => <NumberField label={words.windowMax} isRequired affix={words.days} {...field} />}
      </Bound>
      <Bound control={control} name="course.minGapDays">
        {(field) => <NumberField label={words.gap} isRequired affix={words.days} {...field} />}
      </Bound>
      <Bound control={control} name="course.priceCents">
        {(field) => <MoneyField label={words.price} hint={words.priceHint} {...field} />}
      </Bound>
      <Whole>
        <Bound control={control} name="clinical.clinicalNotes">
          {(field) => <TextArea label={words.notes} rows={2} {...field} />}
        </Bound>
      </Whole>
    </Fields>
  )
}

function inSteps(micrograms: number | null | undefined, step: number): number | null {
  return typeof micrograms === 'number' ? micrograms / step : null
}

function useProviders(plan: DeskPlan | undefined) {
  const staff = useLook(['staff', 'list'], {})
  const providers = (staff.value ?? [])
    .filter((member) => !member.isArchived && member.posts.some((post) => post.role === 'provider'))
    .map(({ id, name, credentials }) => ({ value: id, label: credentials === '' ? name : `${name}, ${credentials}` }))
  // Whoever began the plan stays readable, even when they have left.
  return plan === undefined || providers.some((one) => one.value === plan.providerId)
    ? providers
    : [...providers, { value: plan.providerId, label: plan.providerName }]
}
