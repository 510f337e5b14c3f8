import { Select } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useId, type ReactNode, type Ref } from 'react'
import css from './css/field.module.css'
import { cx } from './cx.tsx'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useRefusals, useWords } from './words.tsx'

/** One thing that can be chosen. */
export type Choice<T extends string | number> = { value: T; label: string; note?: ReactNode }

type ChoiceProps<T extends string | number> = FieldProps & {
  value: T | undefined | null
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
}

/** One of a list that opens; typing jumps to what begins so. */
export function SelectField<T extends string | number>(
  props: ChoiceProps<T> & { inputRef?: Ref<HTMLButtonElement>; placeholder?: string },
) {
  const { choices, value } = props
  const { common } = useWords()
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <Select.Root
          items={choices}
          value={value ?? null}
          onValueChange={(chosen) => {
            if (chosen !== null) props.onChange(chosen)
          }}
          name={props.name}
          disabled={props.isDisabled}
        >
          <Select.Trigger
            {...aria}
            ref={props.inputRef}
            autoFocus={props.autoFocus}
            onBlur={props.onBlur}
            className={cx(css['control'], css['trigger'])}
          >
            <Select.Value placeholder={props.placeholder ?? common.choose} />
            <Select.Icon>
              <ChevronsUpDown size={14} aria-hidden />
            </Select.Icon>
          </Select.Trigger>
          <Select.Portal>
            <Select.Positioner className={css['above']} sideOffset={4} alignItemWithTrigger={false}>
              <Select.Popup className={css['list']}>
                {choices.map((choice) => (
                  <Select.Item key={choice.value} value={choice.value} className={css['option']}>
                    <span className={css['tick']}>
                      <Select.ItemIndicator>
                        <Check size={14} aria-hidden />
                      </Select.ItemIndicator>
                    </span>
                    <Select.ItemText>{choice.label}</Select.ItemText>
                    {choice.note}
                  </Select.Item>
                ))}
              </Select.Popup>
            </Select.Positioner>
          </Select.Portal>
        </Select.Root>
      )}
    </FieldFrame>
  )
}

/** Yes or no, with its words at the right. */
export function CheckField(
  props: FieldProps & {
    value: boolean
    onChange: (value: boolean) => void
    inputRef?: Ref<HTMLInputElement>
  },
) {
  const { inputRef, ...rest } = props
  const id = useId()
  const { ofField } = useRefusals()
  const error = ofField(rest.error)
  const note = error ?? rest.hint
  return (
    <div className={css['field']}>
      <div className={css['checkline']}>
        <input
          id={id}
          ref={inputRef}
          type="checkbox"
          name={rest.name}
          checked={rest.value}
          onChange={(event) => rest.onChange(event.target.checked)}
          onBlur={rest.onBlur}
          disabled={rest.isDisabled}
          autoFocus={rest.autoFocus}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          className={css['box']}
        />
        <label htmlFor={id}>{rest.label}</label>
      </div>
      {note === undefined ? null : (
        <p id={`${id}-note`} className={error === undefined ? css['hint'] : css['error']}>
          {note}
        </p>
      )}
    </div>
  )
}
