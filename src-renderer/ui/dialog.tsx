import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useState, type ReactNode, type RefObject } from 'react'
import { type Fault } from '#contract/faults'
import { Button, IconButton } from './button.tsx'
import css from './css/dialog.module.css'
import { cx } from './cx.tsx'
import { KeyLayer, useKeys } from './keys.tsx'
import { FaultNotice } from './notice.tsx'
import { TextField } from './text-field.tsx'
import { useWords } from './words.tsx'

type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  /** One sentence under the title. */
  lead?: ReactNode
  size?: 'small' | 'medium' | 'large'
  initialFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A decision that must be made now. Esc and the cross leave it; reading never needs one. */
export function Dialog({ isOpen, onClose, title, lead, size = 'medium', initialFocus, children }: DialogProps) {
  const { common } = useWords()
  const opener = useOpener(isOpen)
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={css['veil']} />
        <Base.Popup
          className={cx(css['dialog'], css[size])}
          finalFocus={() => opener ?? true}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <KeyLayer isOpen={isOpen}>
            <div className={css['head']}>
              <Base.Title className={css['title']}>{title}</Base.Title>
            </div>
            {lead === undefined ? null : <Base.Description className={css['lead']}>{lead}</Base.Description>}
            {children}
            <span className={css['cross']}>
              <Base.Close render={<IconButton icon={X} label={common.close} keyHint="Escape" />} />
            </span>
          </KeyLayer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Where the focus was when the dialog opened: a field that takes the focus at once is faster than any effect. */
function useOpener(isOpen: boolean): HTMLElement | undefined {
  const [was, setWas] = useState<{ isOpen: boolean; at: Element | null }>({ isOpen: false, at: null })
  if (was.isOpen !== isOpen) setWas({ isOpen, at: isOpen ? document.activeElement : was.at })
  return was.at instanceof HTMLElement && was.at !== document.body ? was.at : undefined
}

type DecisionProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  /** What will happen, in words: "Cancels 3 of 6 infusions; $1,250.00 stays as credit." */
  consequence: ReactNode
  confirm: string
  isDanger?: boolean
  isBusy?: boolean
  fault?: Fault | undefined
  /** With a label, a reason must be typed, and is handed to `onConfirm`. */
  reasonLabel?: string
  onConfirm: (reason: string) => void
  children?: ReactNode
}

/** Asks before something that is not easily undone, saying what it does. */
export function DecisionDialog(props: DecisionProps) {
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={props.title} lead={props.consequence} size="small">
      <Decision {...props} />
    </Dialog>
  )
}

function Decision(props: DecisionProps) {
  const { common } = useWords()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const confirm = () => {
    if (props.isBusy === true) return
    if (props.reasonLabel !== undefined && reason.trim() === '') {
      setMissing(true)
      return
    }
    props.onConfirm(reason.trim())
  }
  useKeys([{ keys: 'Ctrl+Enter', label: props.confirm, run: confirm, notInPalette: true }])
  return (
    <form
      className={css['decision']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      {props.children}
      {props.reasonLabel === undefined ? null : (
        <TextField
          label={props.reasonLabel}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setMissing(false)
          }}
          error={isMissing ? 'required' : undefined}
          maxLength={200}
          isRequired
          autoFocus
        />
      )}
      <FaultNotice fault={props.fault} />
      <div className={css['foot']}>
        <Button onClick={props.onClose}>{common.back}</Button>
        <Button
          type="submit"
          variant={props.isDanger === true ? 'danger' : 'primary'}
          isBusy={props.isBusy === true}
          keyHint="Ctrl+Enter"
        >
          {props.confirm}
        </Button>
      </div>
    </form>
  )
}
