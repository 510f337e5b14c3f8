import { useState } from 'react'
import { type FaultCode } from '#contract/faults'
import { useDo } from '#api/hooks'
import { Dialog } from '#ui/dialog'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import { PinPad } from './pin-pad.tsx'

/** Sets the six digits by which the person who is here switches on this PC. */
export function PinDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { frame } = useWords()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={frame.pinTitle} lead={frame.pinLead} size="small">
      <SetPin onDone={onClose} />
    </Dialog>
  )
}

function SetPin({ onDone }: { onDone: () => void }) {
  const { frame } = useWords()
  const { say } = useNotices()
  const set = useDo(['signIn', 'setPin'])
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState<FaultCode>()
  const save = async (typed: string) => {
    const reply = await set.run({ pin: typed })
    if (reply.ok) {
      say(frame.pinSaved)
      onDone()
      return
    }
    setPin('')
    setWrong(reply.fault.code)
  }
  return (
    <PinPad
      label={frame.pin}
      value={pin}
      onChange={(typed) => {
        setPin(typed)
        if (typed !== '') setWrong(undefined)
      }}
      onFull={(typed) => void save(typed)}
      error={wrong}
      isBusy={set.isRunning}
    />
  )
}
