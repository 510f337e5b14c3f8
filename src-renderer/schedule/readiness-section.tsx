import type { Card } from '#contract/appointments'
import { useDo } from '#api/hooks'
import { isClosed } from '#domain/appointment-status'
import { markedDots } from '#domain/readiness'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Section } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/readiness.module.css'
import { DotShape } from './readiness-dots.tsx'

type Dot = Card['dots'][number]

const keyOf: Readonly<Partial<Record<Dot['dot'], string>>> = { consent: 'C', clearance: 'L', fasting: 'F', scale: 'Q' }

/** The seven conditions in words; one key marks each that is confirmed by hand, for those who may. */
export function ReadinessSection({ card }: { card: Card }) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { refuse } = useNotices()
  const mark = useDo(['readiness', 'mark'])
  const isOver = isClosed(card.status)
  const marking = (one: Dot) => {
    const dot = markedDots.find((marked) => marked === one.dot)
    const may = dot !== undefined && !isOver && desk.may('appointments.write') && desk.may(`readiness.${dot}`)
    if (!may) return undefined
    return async () => {
      const reply = await mark.run({ appointmentId: card.id, dot, isMet: one.state !== 'met', note: '' })
      if (!reply.ok) refuse(reply.fault)
    }
  }
  const rows = card.dots.map((one) => {
    const name = schedule.dots[one.dot]
    const label = one.state === 'met' ? schedule.markMissing(name) : schedule.markMet(name)
    return { one, name, label, keys: keyOf[one.dot] ?? '', run: marking(one) }
  })
  useKeys(
    rows
      .filter(({ keys }) => keys !== '')
      .map(({ keys, label, run }) => ({ keys, label, run: () => void run?.(), isOff: run === undefined })),
  )
  if (rows.length === 0 || isOver) return null
  return (
    <Section title={schedule.readiness}>
      <ul className={css['list']}>
        {rows.map(({ one, name, keys, run }) => (
          <li key={one.dot} className={css['row']}>
            <DotShape state={one.state} />
            <span>{name}</span>
            <small>
              {schedule.dotStates[one.state]} · {common.roles[one.owner]}
            </small>
            {run === undefined || keys === '' ? null : (
              <Button variant="plain" keyHint={keys} isBusy={mark.isRunning} onClick={() => void run()}>
                {one.state === 'met' ? schedule.takeBack : schedule.mark}
                <span className="visually-hidden"> {name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
