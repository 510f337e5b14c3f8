import type { InfusionView } from '#contract/infusions'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Facts } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

/** Start and stop, with their times. */
export function RunSection({ infusion, zone, mayWrite }: { infusion: InfusionView; zone: string; mayWrite: boolean }) {
  const desk = useDesk()
  const { treatment } = useWords()
  const { time } = useFormats()
  const { say, refuse } = useNotices()
  const start = useDo(['infusions', 'start'])
  const stop = useDo(['infusions', 'stop'])
  const { startedAt, stoppedAt } = infusion
  const canStart = mayWrite && infusion.stage === 'preparing' && infusion.order.doseMicrograms !== null
  const canStop = mayWrite && infusion.stage === 'infusing'

  const begin = async () => {
    const at = desk.now()
    const reply = await start.run({ infusionId: infusion.id, startedAt: at })
    if (reply.ok) say(treatment.started(time(at, zone)))
    else refuse(reply.fault)
  }
  const end = async () => {
    const at = desk.now()
    const reply = await stop.run({ infusionId: infusion.id, stoppedAt: at })
    if (reply.ok) say(treatment.stopped(time(at, zone)))
    else refuse(reply.fault)
  }
  useKeys([
    { keys: 'X', label: treatment.start, run: () => void begin(), isOff: !canStart },
    { keys: 'X', label: treatment.stop, run: () => void end(), isOff: !canStop },
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
          <Button variant="primary" keyHint="X" isBusy={start.isRunning} onClick={() => void begin()}>
            {treatment.start}
          </Button>
        ) : null}
        {canStop ? (
          <Button variant="primary" keyHint="X" isBusy={stop.isRunning} onClick={() => void end()}>
            {treatment.stop}
          </Button>
        ) : null}
      </div>
    </>
  )
}
