import { useRef, useState, type ReactNode, type SubmitEventHandler } from 'react'
import {
  useController,
  type Control,
  type FieldError as RhfError,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type RefCallBack,
} from 'react-hook-form'
import { type Fault } from '#contract/faults'
import css from './css/form.module.css'
import { DecisionDialog } from './dialog.tsx'
import { useKeys } from './keys.tsx'
import { FaultNotice } from './notice.tsx'
import { useWords, type FieldError } from './words.tsx'

/** What a bound field is given: spread it into any field of the kit. */
export type BoundField<T> = {
  name: string
  value: T
  onChange: (value: unknown) => void
  onBlur: () => void
  inputRef: RefCallBack
  error: FieldError
}

/** Binds one field of the kit to a form: `<Bound control={form.control} name="phone">{(field) => <PhoneField label=… {...field} />}</Bound>`. */
export function Bound<V extends FieldValues, P extends FieldPath<V>, O>(props: {
  control: Control<V, unknown, O>
  name: P
  children: (field: BoundField<FieldPathValue<V, P>>) => ReactNode
}) {
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  return props.children({
    name: field.name,
    value: field.value,
    onChange: (value) => field.onChange(value === undefined ? null : value),
    onBlur: field.onBlur,
    inputRef: field.ref,
    error: errorOf(fieldState.error),
  })
}

/** A refusal carries its facts to the field, so that the field can say them in either language. */
function errorOf(error: RhfError | undefined): FieldError {
  if (error?.message === undefined || error.types === undefined) return error?.message
  const facts = Object.entries(error.types).map(([name, fact]) => [name, String(fact)] as const)
  return { code: error.message, facts: Object.fromEntries(facts) }
}

type FormProps = {
  /** Spoken name of the form. */
  label: string
  onSubmit: SubmitEventHandler<HTMLFormElement>
  notice?: Fault | undefined
  /** The buttons, primary last. */
  actions: ReactNode
  /** Ctrl+Enter does the same as the primary button. */
  send: () => void
  children: ReactNode
}

/**
 * A form: fields, what was refused, and its buttons at the bottom right. Enter saves, so does Ctrl+Enter; where several
 * forms and actions stand side by side, the key is for the form that the focus is in.
 */
export function Form(props: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const isNear = () => form.current?.contains(document.activeElement) === true
  return (
    <form ref={form} className={css['form']} aria-label={props.label} onSubmit={props.onSubmit} noValidate>
      <FormKeys send={props.send} isNear={isNear} />
      <div className={css['body']}>{props.children}</div>
      <div className={css['foot']}>
        <FaultNotice fault={props.notice} />
        {/* A button that is pressed leaves the focus where it is: the field's own complaint would move the button away
            between the press and the release, and the click would be lost. */}
        <div className={css['actions']} onMouseDown={(event) => event.preventDefault()}>
          {props.actions}
        </div>
      </div>
    </form>
  )
}

function FormKeys({ send, isNear }: { send: () => void; isNear: () => boolean }) {
  const { common } = useWords()
  useKeys([{ keys: 'Ctrl+Enter', label: common.save, run: send, notInPalette: true, isNear }])
  return null
}

/** Asks before what was typed is lost: call `ask` where the form is left, and put `dialog` beside it. */
export function useLeaving(isTouched: boolean, onLeave: () => void) {
  const { common } = useWords()
  const [isAsking, setAsking] = useState(false)
  return {
    ask: () => {
      if (isTouched) setAsking(true)
      else onLeave()
    },
    dialog: (
      <DecisionDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={common.leaveTitle}
        consequence={common.leaveText}
        confirm={common.leaveConfirm}
        isDanger
        onConfirm={() => {
          setAsking(false)
          onLeave()
        }}
      />
    ),
  }
}
