import { useWatch } from 'react-hook-form'
import { planWarnings, type Course, type Phase, type ProtocolKind } from '#domain/plan'
import { Notice } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/plans.module.css'
import type { PlanControl } from './typed-plan.ts'

/** What is unusual about the plan that is being typed; nothing here stops it. */
export function SecondLook(props: { control: PlanControl; kind: ProtocolKind | undefined; phase: Phase | undefined }) {
  const { control, kind, phase } = props
  const { plan } = useWords().patients
  const [course, microgramsPerKg] = useWatch({ control, name: ['course', 'clinical.microgramsPerKg'] })
  const { priceCents, ...numbers } = course
  const typed = { ...numbers, microgramsPerKg, kind, phase }
  const warnings = isComplete(typed) ? planWarnings({ ...typed, priceCents }) : undefined
  return (
    <section className={css['aside']} aria-label={plan.secondLook} aria-live="polite">
      <h2>{plan.secondLook}</h2>
      {warnings === undefined ? null : warnings.length === 0 ? <p>{plan.usual}</p> : <Warnings codes={warnings} />}
      <p>{plan.usualHint}</p>
    </section>
  )
}

/** Warnings of the engine as sentences; a code this window does not know is shown as it is. */
export function Warnings({ codes }: { codes: readonly string[] }) {
  const sentences: Readonly<Record<string, string>> = useWords().patients.plan.warnings
  if (codes.length === 0) return null
  return (
    <Notice tone="caution">
      <ul>
        {codes.map((code) => (
          <li key={code}>{sentences[code] ?? code}</li>
        ))}
      </ul>
    </Notice>
  )
}

type Typed = { [K in keyof Course]: Course[K] | null | undefined }

// While somebody types, a form holds no number where its schema promises one.
function isComplete(typed: Typed): typed is Course {
  return Object.values(typed).every((value) => value !== null && value !== undefined)
}
