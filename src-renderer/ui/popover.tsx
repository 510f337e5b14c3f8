import { Popover as Base } from '@base-ui/react/popover'
import { type ReactElement, type ReactNode } from 'react'
import { cx } from './cx.tsx'
import { KeyLayer } from './keys.tsx'
import css from './css/popover.module.css'

type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode
}

/** A small box beside the button that opened it; Esc or a click elsewhere closes it. */
export function Popover({ trigger, label, isOpen, onOpenChange, children }: PopoverProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => onOpenChange(open)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={8} className={css['above']}>
          <Base.Popup className={css['popover']} aria-label={label}>
            <KeyLayer>{children}</KeyLayer>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type SegmentsProps<T> = {
  label: string
  value: T
  onChange: (value: T) => void
  segments: readonly { value: T; label: ReactNode; title?: string }[]
}

/** One of a few, side by side: locations, themes, languages. */
export function Segments<T extends string | undefined>({ label, value, onChange, segments }: SegmentsProps<T>) {
  return (
    <div role="group" aria-label={label} className={css['segments']}>
      {segments.map((segment) => (
        <button
          key={segment.value ?? ''}
          type="button"
          aria-pressed={segment.value === value}
          title={segment.title}
          onClick={() => onChange(segment.value)}
          className={cx(css['segment'])}
        >
          {segment.label}
        </button>
      ))}
    </div>
  )
}
