import { useState, type ReactNode, type Ref } from 'react'
import { ageOn, type Day } from '#domain/dates'
import { formatMoney, parseMoney, type Cents } from '#domain/money'
import { formatTypedDay, parseTypedDay, parseTypedTime } from '#domain/typed-dates'
import { FieldFrame, type FieldProps } from './field.tsx'
import css from './css/field.module.css'
import { cx } from './cx.tsx'
import { useFormats } from './formats.tsx'
import { Affixed } from './text-field.tsx'
import { useWords, type FieldError } from './words.tsx'

type TypedProps<T> = FieldProps & {
  value: T | undefined | null
  onChange: (value: T | undefined) => void
  inputRef?: Ref<HTMLInputElement>
}

type Typing<T> = TypedProps<T> & {
  read: (text: string) => T | undefined
  write: (value: T) => string
  wrong: FieldError
  echoOf?: (value: T) => ReactNode
  placeholder?: string
  affix?: string
  isFigure?: boolean
}

/** Text that stands for a value: kept as typed while it is typed, written out properly when the field is left. */
function TypedField<T>(props: Typing<T>) {
  const { value, read, write } = props
  const has = value !== undefined && value !== null
  const [typed, setTyped] = useState<string>()
  const [left, setLeft] = useState(false)
  const shown = typed ?? (has ? write(value) : '')
  const isWrong = left && typed !== undefined && typed.trim() !== '' && read(typed) === undefined
  return (
    <FieldFrame
      {...props}
      error={isWrong ? props.wrong : props.error}
      echo={has && props.echoOf !== undefined ? props.echoOf(value) : undefined}
    >
      {(aria) => (
        <Affixed affix={props.affix}>
          <input
            {...aria}
            ref={props.inputRef}
            name={props.name}
            value={shown}
            placeholder={props.placeholder}
            autoComplete="off"
            spellCheck={false}
            disabled={props.isDisabled}
            autoFocus={props.autoFocus}
            className={cx(css['control'], props.isFigure === true && css['figure'])}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setLeft(false)
              setTyped(event.target.value)
              props.onChange(read(event.target.value))
            }}
            onBlur={() => {
              setLeft(true)
              if (typed !== undefined && (typed.trim() === '' || read(typed) !== undefined)) setTyped(undefined)
              props.onBlur?.()
            }}
          />
        </Affixed>
      )}
    </FieldFrame>
  )
}

/** A day, typed as MM/DD/YYYY in both languages and echoed in words, so that a slip is seen at once. */
export function DayField(props: TypedProps<Day> & { today: Day; isBirth?: boolean }) {
  const formats = useFormats()
  const { common } = useWords()
  const { isBirth = false, today } = props
  return (
    <TypedField
      {...props}
      read={(text) => parseTypedDay(text, today, { birth: isBirth })}
      write={formatTypedDay}
      wrong="day"
      placeholder={common.dayPlaceholder}
      echoOf={(day) =>
        isBirth && day <= today ? common.dayAndAge(formats.day(day), ageOn(day, today)) : formats.weekdayAndDay(day)
      }
    />
  )
}

/** A time of the clinic's day, typed as 9, 930, 9:30a, 14:05 or 2 pm; a minute of the day. */
export function TimeField(props: TypedProps<number>) {
  const formats = useFormats()
  return <TypedField {...props} read={parseTypedTime} write={formats.minute} wrong="time" placeholder="9:30 AM" />
}

/** Money, in cents. */
export function MoneyField(props: TypedProps<Cents>) {
  return <TypedField {...props} read={parseMoney} write={formatMoney} wrong="money" placeholder="$0.00" isFigure />
}

/**
 * A number with a fixed count of decimals, kept as a whole number of its smallest step: `decimals` 1 and 72.5 is 725.
 */
export function NumberField(props: TypedProps<number> & { decimals?: number; affix?: string; placeholder?: string }) {
  const { decimals = 0 } = props
  return (
    <TypedField
      {...props}
      read={(text) => readNumber(text, decimals)}
      write={(value) => writeNumber(value, decimals)}
      wrong="invalid"
      isFigure
    />
  )
}

function readNumber(text: string, decimals: number): number | undefined {
  const match = /^(-?)(\d{1,9})(?:[.](\d*))?$/.exec(text.trim().replaceAll(',', ''))
  if (match === null) return undefined
  const fraction = match[3] ?? ''
  if (fraction.length > decimals) return undefined
  const whole = Number(`${match[2] ?? ''}${fraction.padEnd(decimals, '0')}`)
  return match[1] === '-' ? -whole : whole
}

function writeNumber(value: number, decimals: number): string {
  if (decimals === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
