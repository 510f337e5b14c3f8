import { Combobox } from '@base-ui/react/combobox'
import { useState, type ReactNode, type Ref } from 'react'
import css from './css/field.module.css'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useWords } from './words.tsx'

type PickerProps<T> = FieldProps & {
  /** What was found for the text typed; the search itself happens outside. */
  found: readonly T[]
  value: T | undefined
  onChange: (value: T | undefined) => void
  /** The text typed, on every keystroke. */
  onSearch: (text: string) => void
  keyOf: (item: T) => string
  /** The plain text of an item, shown in the field once it is chosen. */
  textOf: (item: T) => string
  /** The line of the list; the plain text when it is left out. */
  lineOf?: (item: T) => ReactNode
  placeholder?: string
  isSearching?: boolean
  inputRef?: Ref<HTMLInputElement>
}

/** Search as you type: a field with the list of what was found below it. Patients, diagnoses, people. */
export function Picker<T>(props: PickerProps<T>) {
  const { common } = useWords()
  const { keyOf, textOf, lineOf = textOf } = props
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')

  return (
    <FieldFrame {...props}>
      {(aria) => (
        <Combobox.Root<T, false>
          items={props.found}
          filter={null}
          autoHighlight
          open={isOpen}
          onOpenChange={setOpen}
          value={props.value ?? null}
          onValueChange={(item) => props.onChange(item ?? undefined)}
          onInputValueChange={(text, details) => {
            setTyped(text)
            if (details.reason === 'input-change') props.onSearch(text)
          }}
          isItemEqualToValue={(one, other) => keyOf(one) === keyOf(other)}
          itemToStringLabel={textOf}
          disabled={props.isDisabled}
        >
          <Combobox.Input
            {...aria}
            ref={props.inputRef}
            placeholder={props.placeholder}
            onBlur={() => {
              setOpen(false)
              props.onBlur?.()
            }}
            autoFocus={props.autoFocus}
            className={css['control']}
          />
          {isOpen && (props.found.length > 0 || typed.trim() !== '') ? (
            <Combobox.Portal>
              <Combobox.Positioner className={css['above']} sideOffset={4}>
                {/* Not Combobox.Popup: it hides the label of the field from those who listen. */}
                <div className={css['list']} onMouseDown={(event) => event.preventDefault()}>
                  <Combobox.Empty className={css['none']}>
                    {props.isSearching === true ? common.searching : common.nothingFound}
                  </Combobox.Empty>
                  <Combobox.List>
                    {(item: T) => (
                      <Combobox.Item key={keyOf(item)} value={item} className={css['option']}>
                        {lineOf(item)}
                      </Combobox.Item>
                    )}
                  </Combobox.List>
                </div>
              </Combobox.Positioner>
            </Combobox.Portal>
          ) : null}
        </Combobox.Root>
      )}
    </FieldFrame>
  )
}
