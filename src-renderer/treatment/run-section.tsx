import { useState } from 'react'
import type { Card } from '#contract/appointments'
import type { InfusionView } from '#contract/infusions'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { DecisionDialog } from '#ui/dialog'
import { useFormats } from '#ui/formats'
import { Facts } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

const MINUTE = 60_000

// Who owes what is settled at the desk, and the pressure holds the start by itself.
const askedAtStart: readonly string[] = ['consent', 'clearance', 'fasting', 'escort', 'scale']

type Props = { infusion: InfusionView; dots: Card['dots']; zone: string; mayWrite: boolean }

/** Start and stop, with their times. What is missing before a start, or an early stop, is asked once more. */
export function RunSection({ infusion, dots, zone, mayWrite }: Props) {
  const desk = useDesk()
  const { treatment, schedule } = useWords()
  const { time } = useFormats()
  const { say, refuse } = useNotices()
  const start = useDo(['infusions', 'start'])
  const stop = useDo(['infusions', 'stop'])
  const { startedAt, stoppedAt } = infusion
  const canStart = mayWrite && infusion.stage === 'preparing' && infusion.order.doseMicrograms !== null
  const canStop = mayWrite && infusion.stage === 'infusing'
  const [asking, setAsking] = useState<'start' | 'stop'>()
  const missing = dots.filter(({ dot, state }) => state === 'missing' && askedAtStart.includes(dot))
  const ranFor = () => Math.floor((desk.now() - (startedAt ?? desk.now())) / MINUTE)
  const askStart = () => {
    if (missing.length === 0) void begin()
    else setAsking('start')
  }
  const askStop = () => {
    if (ranFor() >= infusion.order.infusionMinutes - 1) void end()
    else setAsking('stop')
  }

  const begin = async () => {
    const at = desk.now()
    const reply = await start.run({ infusionId: infusion.id, startedAt: at })
    setAsking(undefined)
    if (reply.ok) say(treatment.started(time(at, zone)))
    else refuse(reply.fault)
  }
  const end = async () => {
    const at = desk.now()
    const reply = await stop.run({ infusionId: infusion.id, stoppedAt: at })
    setAsking(undefined)
    if (reply.ok) say(treatment.stopped(time(at, zone)))
    else refuse(reply.fault)
  }
  useKeys([
    { keys: 'X', label: treatment.start, run: askStart, isOff: !canStart },
    { keys: 'X', label: treatment.stop, run: askStop, isOff: !canStop },
  ])
  return (
    <>
      {startedAt === null ? null : (
        <Facts
          facts={[
            [treatment.startedAt, time(startedAt, zone)],
            ...(stoppedAt === null ? [] : [[treatment.stoppedAt, time(stoppedAt, zone)] as const]),
          ]}
        />
      )}
      <div className={css['row']}>
        {canStart ? (
          <Button variant="primary" keyHint="X" isBusy={start.isRunning} onClick={askStart}>
            {treatment.start}
          </Button>
        ) : null}
        {canStop ? (
          <Button variant="primary" keyHint="X" isBusy={stop.isRunning} onClick={askStop}>
            {treatment.stop}
          </Button>
        ) : null}
      </div>
      <DecisionDialog
        isOpen={asking === 'start'}
        onClose={() => setAsking(undefined)}
        title={treatment.startTitle}
        consequence={treatment.startMissing(missing.map(({ dot }) => schedule.dots[dot]).join(', '))}
        confirm={treatment.start}
        isBusy={start.isRunning}
        onConfirm={() => void begin()}
      />
      <DecisionDialog
        isOpen={asking === 'stop'}
        onClose={() => setAsking(undefined)}
        title={treatment.stopTitle}
        consequence={treatment.stopEarly(ranFor(), infusion.order.infusionMinutes)}
        confirm={treatment.stop}
        isDanger
        isBusy={stop.isRunning}
        onConfirm={() => void end()}
      />
    </>
  )
}
