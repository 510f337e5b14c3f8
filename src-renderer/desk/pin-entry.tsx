import { useState } from 'react'
import { type FaultCode } from '#contract/faults'
import { useDo } from '#api/hooks'
import { FaultNotice } from '#ui/notice'
import { useWords } from '#ui/words'
import { type Fault } from '#contract/faults'
import { PinPad } from './pin-pad.tsx'

/** The PIN of one person: switches to them while the file is open. */
export function PinEntry({ staffId, name }: { staffId: string; name: string }) {
  const { signIn } = useWords()
  const enter = useDo(['signIn', 'withPin'])
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState<FaultCode>()
  const [fault, setFault] = useState<Fault>()
  const tryPin = async (typed: string) => {
    setFault(undefined)
    const reply = await enter.run({ staffId, pin: typed })
    if (reply.ok) return
    setPin('')
    if (reply.fault.code === 'sign-in.pin-wrong') setWrong(reply.fault.code)
    else setFault(reply.fault)
  }
  return (
    <>
      <PinPad
        label={signIn.pinOf(name)}
        value={pin}
        onChange={(typed) => {
          setPin(typed)
          if (typed !== '') setWrong(undefined)
        }}
        onFull={(typed) => void tryPin(typed)}
        error={wrong}
        isBusy={enter.isRunning}
      />
      <FaultNotice fault={fault} />
    </>
  )
}
