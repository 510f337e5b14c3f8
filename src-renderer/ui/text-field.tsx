import { useState, type ComponentProps, type Ref } from 'react'
import { formatPhone, normalPhone } from '#domain/identifiers'
import css from './css/field.module.css'
import { cx } from './cx.tsx'
import { FieldFrame, type FieldProps } from './field.tsx'

type TextProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  inputRef?: Ref<HTMLInputElement>
  placeholder?: string
  type?: 'text' | 'password' | 'email' | 'tel' | 'search'
  inputMode?: ComponentProps<'input'>['inputMode']
  autoComplete?: string
  maxLength?: number
  /** A short unit at the right end: `kg`, `min`. */
  affix?: string
  isFigure?: boolean
}

/** One line of text. */
export function TextField(props: TextProps) {
  const { value, onChange, inputRef, placeholder, type = 'text', inputMode, autoComplete = 'off', maxLength } = props
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <Affixed affix={props.affix}>
          <input
            {...aria}
            ref={inputRef}
            name={props.name}
            type={type}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={props.onBlur}
            placeholder={placeholder}
            inputMode={inputMode}
            autoComplete={autoComplete}
            maxLength={maxLength}
            disabled={props.isDisabled}
            autoFocus={props.autoFocus}
            spellCheck={false}
            className={cx(css['control'], props.isFigure === true && css['figure'])}
          />
        </Affixed>
      )}
    </FieldFrame>
  )
}

/** The unit inside the right end of a control. */
export function Affixed({ affix, children }: { affix: string | undefined; children: React.ReactNode }) {
  if (affix === undefined) return children
  return (
    <div className={css['affixed']}>
      {children}
      <span className={css['affix']} aria-hidden>
        {affix}
      </span>
    </div>
  )
}

/** A phone number: shown in the usual writing once it is complete. */
export function PhoneField(props: Omit<TextProps, 'type' | 'affix'>) {
  const blurred = () => {
    const digits = normalPhone(props.value)
    if (digits !== undefined) props.onChange(formatPhone(digits))
    props.onBlur?.()
  }
  return <TextField inputMode="tel" placeholder="(310) 555-0100" {...props} type="tel" onBlur={blurred} />
}

type AreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  inputRef?: Ref<HTMLTextAreaElement>
  placeholder?: string
  rows?: number
}

/** Several lines of text. */
export function TextArea(props: AreaProps) {
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <textarea
          {...aria}
          ref={props.inputRef}
          name={props.name}
          rows={props.rows ?? 3}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onBlur}
          placeholder={props.placeholder}
          disabled={props.isDisabled}
          autoFocus={props.autoFocus}
          className={cx(css['control'], css['area'])}
        />
      )}
    </FieldFrame>
  )
}

/** A list of short texts, one a line; empty lines do not count. */
export function LinesField(
  props: Omit<AreaProps, 'value' | 'onChange'> & {
    value: readonly string[]
    onChange: (lines: string[]) => void
  },
) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextArea
      {...props}
      value={typed ?? props.value.join('\n')}
      onChange={(text) => {
        setTyped(text)
        props.onChange(text.split('\n').filter((line) => line.trim() !== ''))
      }}
      onBlur={() => {
        setTyped(undefined)
        props.onBlur?.()
      }}
    />
  )
}
