import { Delete } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '#ui/button'
import { useRefusals, useWords, type FieldError } from '#ui/words'
import css from './css/pin-pad.module.css'

type PinPadProps = {
  label: string
  value: string
  onChange: (pin: string) => void
  /** Called once the sixth digit stands. */
  onFull: (pin: string) => void
  error: FieldError
  isBusy: boolean
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Six digits, typed or clicked. */
export function PinPad({ label, value, onChange, onFull, error, isBusy }: PinPadProps) {
  const { signIn } = useWords()
  const { ofField } = useRefusals()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [label, isBusy])
  const typed = (text: string) => {
    const pin = text.replaceAll(/\D/g, '').slice(0, 6)
    onChange(pin)
    if (pin.length === 6 && !isBusy) onFull(pin)
  }
  const wrong = ofField(error)
  return (
    <form className={css['pad']} aria-label={label} onSubmit={(event) => event.preventDefault()}>
      <label className={css['entry']}>
        <span className={css['label']}>{label}</span>
        <input
          ref={input}
          className={css['input']}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          maxLength={6}
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={wrong === undefined ? undefined : 'pin-note'}
          onChange={(event) => typed(event.target.value)}
        />
      </label>
      <p id="pin-note" className={css['error']} aria-live="polite">
        {wrong}
      </p>
      <div className={css['keys']}>
        {digits.map((digit) => (
          <button key={digit} type="button" className={css['key']} onClick={() => typed(value + digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={css['soft']} onClick={() => onChange('')}>
          {signIn.clear}
        </button>
        <button type="button" className={css['key']} onClick={() => typed(`${value}0`)}>
          0
        </button>
        <span className={css['last']}>
          <IconButton icon={Delete} label={signIn.deleteDigit} onClick={() => onChange(value.slice(0, -1))} />
        </span>
      </div>
    </form>
  )
}
