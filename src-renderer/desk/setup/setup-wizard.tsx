import { useState } from 'react'
import { type Fault } from '#contract/faults'
import { useDo, type InputOf } from '#api/hooks'
import { Notice } from '#ui/notice'
import { useRefusals, useWords } from '#ui/words'
import css from './css/setup.module.css'
import { firstLocation, type LocationDraft, type NumberedLocation } from './first-values.ts'
import { LocationStep } from './location-step.tsx'
import { ManagerStep } from './manager-step.tsx'
import { PracticeStep } from './practice-step.tsx'

type Create = InputOf<'setup', 'create'>

/** The first start: practice, locations, first manager; then the file is made and the recovery code comes back. */
export function SetupWizard({ onCreated, onLeave }: { onCreated: (code: string) => void; onLeave: () => void }) {
  const { setup } = useWords()
  const { ofFault } = useRefusals()
  const create = useDo(['setup', 'create'])
  const [at, setAt] = useState(0)
  const [practice, setPractice] = useState<Create['practice']>()
  const [locations, setLocations] = useState<readonly NumberedLocation[]>([
    { own: 1, value: firstLocation() },
    { own: 2, value: firstLocation() },
  ])
  const [refused, setRefused] = useState<Fault>()
  const managerAt = locations.length + 1
  const steps = [
    setup.practiceStep,
    ...locations.map((location, n) => setup.locationStep(location.value.name, n + 1)),
    setup.managerStep,
    setup.codeStep,
  ]
  const location = locations[at - 1]

  /** A refusal of an earlier step goes back to that step. */
  const sendBack = (fault: Fault): boolean => {
    const place = fault.path ?? ''
    const number = /^locations\.(\d+)/.exec(place)?.[1]
    if (!place.startsWith('practice') && number === undefined) return false
    setRefused(fault)
    setAt(number === undefined ? 0 : Number(number) + 1)
    return true
  }
  const withValue = (own: number, value: LocationDraft) =>
    locations.map((one) => (one.own === own ? { own, value } : one))
  const goTo = (step: number) => {
    setRefused(undefined)
    setAt(step)
  }

  return (
    <div className={css['wizard']}>
      <nav className={css['steps']} aria-label={setup.steps}>
        <ol>
          {steps.map((step, n) => (
            <li
              key={`${n}${step}`}
              className={css['step']}
              aria-current={n === at ? 'step' : undefined}
              data-done={n < at ? '' : undefined}
            >
              <span className={css['number']}>{n + 1}</span>
              <span className={css['stepname']}>{step}</span>
            </li>
          ))}
        </ol>
      </nav>
      <div className={css['work']}>
        {refused === undefined ? null : <Notice tone="refused">{ofFault(refused)}</Notice>}
        {at === 0 ? (
          <PracticeStep
            value={practice}
            onBack={onLeave}
            onDone={(value) => {
              setPractice(value)
              goTo(1)
            }}
          />
        ) : null}
        {location === undefined ? null : (
          <LocationStep
            key={location.own}
            number={at}
            location={location}
            codesTaken={locations.filter(({ own }) => own !== location.own).map(({ value }) => value.code)}
            isLast={at === locations.length}
            onBack={() => goTo(at - 1)}
            onDone={(value) => {
              setLocations(inSameParts(withValue(location.own, value), value))
              goTo(at + 1)
            }}
            onAdd={(value) => {
              const own = Math.max(...locations.map((one) => one.own)) + 1
              setLocations([...withValue(location.own, value), { own, value: firstLocation(value) }])
              goTo(at + 1)
            }}
            {...(locations.length > 1
              ? {
                  onRemove: () => {
                    setLocations(locations.filter(({ own }) => own !== location.own))
                    goTo(at - 1)
                  },
                }
              : {})}
          />
        )}
        {at === managerAt && practice !== undefined ? (
          <ManagerStep
            onBack={() => goTo(at - 1)}
            onFault={sendBack}
            onDone={onCreated}
            send={(manager) => create.run({ practice, locations: locations.map(({ value }) => value), manager })}
          />
        ) : null}
      </div>
    </div>
  )
}

/** Locations that nobody has typed anything into are taken to be in the parts of the one just typed. */
function inSameParts(locations: readonly NumberedLocation[], typed: LocationDraft): NumberedLocation[] {
  return locations.map((one) =>
    one.value.code === '' && one.value.name === '' ? { ...one, value: firstLocation(typed) } : one,
  )
}
