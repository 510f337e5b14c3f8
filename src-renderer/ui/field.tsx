import { useId, type ReactNode } from 'react'
import css from './css/field.module.css'
import { cx } from './cx.tsx'
import { useRefusals, type FieldError } from './words.tsx'

/** What every field takes: its label, what is wrong with it, a hint, and what a form needs to bind it. */
export type FieldProps = {
  label: string
  error?: FieldError
  hint?: ReactNode
  name?: string | undefined
  onBlur?: (() => void) | undefined
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  /** The label is there for those who cannot see, not on the screen. */
  hidesLabel?: boolean
}

/** The ids and states that bind a control to its label, hint and error. */
export type FieldAria = {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  'aria-required': true | undefined
}

/** Label above, control, and below it what is wrong (in words) or a hint. */
export function FieldFrame(props: FieldProps & { echo?: ReactNode; children: (aria: FieldAria) => ReactNode }) {
  const id = useId()
  const { ofField } = useRefusals()
  const error = ofField(props.error)
  const hasNote = error !== undefined || props.hint !== undefined
  return (
    <div className={css['field']}>
      <div className={cx(css['top'], props.hidesLabel === true && 'visually-hidden')}>
        <label htmlFor={id} className={css['label']}>
          {props.label}
        </label>
        {props.echo === undefined ? null : (
          <span className={css['echo']} aria-live="polite">
            {props.echo}
          </span>
        )}
      </div>
      {props.children({
        id,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': hasNote ? `${id}-note` : undefined,
        'aria-required': props.isRequired === true ? true : undefined,
      })}
      {hasNote ? (
        <p id={`${id}-note`} className={error === undefined ? css['hint'] : css['error']}>
          {error ?? props.hint}
        </p>
      ) : null}
    </div>
  )
}

/** Fields side by side, two columns at most; one that needs the whole width is wrapped in `Whole`. */
export function Fields({ columns = 2, children }: { columns?: 1 | 2; children: ReactNode }) {
  return <div className={cx(css['fields'], columns === 2 && css['two'])}>{children}</div>
}

/** A field over the whole width of `Fields`. */
export function Whole({ children }: { children: ReactNode }) {
  return <div className={css['whole']}>{children}</div>
}

/** Several controls under one label. */
export function FieldSet({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={css['set']}>
      <legend className={css['label']}>{label}</legend>
      <div className={css['radios']}>{children}</div>
    </fieldset>
  )
}
