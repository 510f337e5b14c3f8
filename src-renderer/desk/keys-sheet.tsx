import { CheckField } from '#ui/choice-field'
import { Kbd } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useKeyboard, type KeyBinding } from '#ui/keys'
import { useWords } from '#ui/words'
import { useState } from 'react'
import css from './css/keys-sheet.module.css'

/** The keys of this screen, on one sheet. */
export function KeysSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { frame } = useWords()
  const { present } = useKeyboard()
  const [shown, setShown] = useState<readonly KeyBinding[]>()
  if (isOpen && shown === undefined) setShown(present().filter((binding) => binding.keys !== ''))
  if (!isOpen && shown !== undefined) setShown(undefined)
  const bindings = shown ?? []
  const headings = [undefined, frame.goTo, frame.desk]
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={frame.keysTitle}>
      <div className={css['sheet']}>
        {headings.map((heading) => (
          <KeyList
            key={heading ?? ''}
            title={heading ?? frame.actions}
            bindings={bindings.filter((binding) => binding.heading === heading)}
          />
        ))}
      </div>
      <Letters />
    </Dialog>
  )
}

function KeyList({ title, bindings }: { title: string; bindings: readonly KeyBinding[] }) {
  if (bindings.length === 0) return null
  return (
    <section>
      <h3 className={css['title']}>{title}</h3>
      <dl className={css['list']}>
        {bindings.map((binding) => (
          <div key={`${binding.keys}${binding.label}`} className={css['line']}>
            <dt>{binding.label}</dt>
            <dd>
              <Kbd keys={binding.keys} isSpoken />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Letters() {
  const { frame } = useWords()
  const { lettersOn, setLettersOn } = useKeyboard()
  return (
    <CheckField
      label={frame.letters}
      hint={frame.lettersHint}
      value={lettersOn}
      onChange={(isOn) => setLettersOn(isOn)}
    />
  )
}
