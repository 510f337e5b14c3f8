import { useState } from 'react'
import type { InfusionView } from '#contract/infusions'
import { holdsStart } from '#domain/vitals'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { DecisionDialog } from '#ui/dialog'
import { Notice, useNotices } from '#ui/notice'
import { useWords } from '#ui/words'

/** Tells that the last vitals hold the start; a provider lifts the hold with a reason, which stays on record. */
export function HoldNotice({ infusion }: { infusion: InfusionView }) {
  const desk = useDesk()
  const { treatment, common } = useWords()
  const { refuse } = useNotices()
  const [isLifting, setLifting] = useState(false)
  const lift = useDo(['infusions', 'liftHold'])
  const last = infusion.readings.at(-1)
  if (last === undefined || infusion.stage !== 'preparing' || !holdsStart(last)) return null
  if (last.lift !== null) {
    return <Notice tone="caution">{treatment.holdLifted(last.lift.byName, last.lift.reason)}</Notice>
  }
  const send = async (reason: string) => {
    const reply = await lift.run({ infusionId: infusion.id, readingId: last.id, reason })
    setLifting(false)
    if (!reply.ok) refuse(reply.fault)
  }
  return (
    <>
      <Notice tone="refused">{treatment.hold(`${last.systolic}/${last.diastolic}`, last.spo2)}</Notice>
      {desk.may('infusions.decide') ? <Button onClick={() => setLifting(true)}>{treatment.liftHold}</Button> : null}
      <DecisionDialog
        isOpen={isLifting}
        onClose={() => setLifting(false)}
        title={treatment.liftHold}
        consequence={treatment.liftHoldText}
        confirm={treatment.liftHold}
        reasonLabel={common.reason}
        isBusy={lift.isRunning}
        onConfirm={(reason) => void send(reason)}
      />
    </>
  )
}
