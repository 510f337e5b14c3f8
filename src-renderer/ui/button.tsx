import { Tooltip } from '@base-ui/react/tooltip'
import { type LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode } from 'react'
import css from './css/button.module.css'
import { cx } from './cx.tsx'

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style'> & {
  variant?: 'primary' | 'quiet' | 'danger' | 'plain'
  /** The key that does the same, shown on the button: `Ctrl Enter`. */
  keyHint?: string
  icon?: LucideIcon
  /** Something is under way: the button waits and a second click does nothing. */
  isBusy?: boolean
  isWide?: boolean
}

/** A button with a word. `quiet` is the usual one; one `primary` a context; `plain` has no border until hovered. */
export function Button({ variant = 'quiet', keyHint, icon: Icon, isBusy, isWide, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-keyshortcuts={shortcutOf(keyHint)}
      aria-busy={isBusy === true ? true : undefined}
      aria-disabled={isBusy === true ? true : rest['aria-disabled']}
      onClick={isBusy === true ? (event) => event.preventDefault() : rest.onClick}
      className={cx(css['button'], css[variant], isWide === true && css['wide'])}
    >
      {Icon === undefined ? null : <Icon size={16} aria-hidden strokeWidth={1.75} />}
      <span>{children}</span>
      {keyHint === undefined ? null : <Kbd keys={keyHint} />}
    </button>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style' | 'children'> & {
  icon: LucideIcon
  /** The word, for the tooltip and for those who cannot see the icon. */
  label: string
  keyHint?: string
  isPressed?: boolean
}

/** A button with an icon alone: its word and its key stand in the tooltip. */
export function IconButton({ icon: Icon, label, keyHint, isPressed, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} keyHint={keyHint}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={isPressed}
        aria-keyshortcuts={shortcutOf(keyHint)}
        className={cx(css['button'], css['plain'], css['icon'])}
      >
        <Icon size={16} aria-hidden strokeWidth={1.75} />
      </button>
    </Hint>
  )
}

/** A tooltip over one element, with the key that does the same. */
export function Hint(props: { text: string; keyHint?: string | undefined; children: React.ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={props.children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={css['above']}>
          <Tooltip.Popup className={css['tip']} aria-hidden>
            {props.text}
            {props.keyHint === undefined ? null : <Kbd keys={props.keyHint} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** A key or a row of keys, as on the keyboard: `G D`, `Ctrl+Enter`. Inside a button it is only for the eye. */
export function Kbd({ keys, isSpoken = false }: { keys: string; isSpoken?: boolean }) {
  return (
    <kbd className={css['keys']} aria-hidden={isSpoken ? undefined : true}>
      {keys.split(/[\s+](?=.)/).map((key, at) => (
        <span key={`${at}${key}`} className={css['key']}>
          {shown[key] ?? key}
        </span>
      ))}
    </kbd>
  )
}

/** What `aria-keyshortcuts` says of a key; a sequence has no such writing. */
export function shortcutOf(keys: string | undefined): string | undefined {
  return keys === undefined || keys === '' || keys.includes(' ') ? undefined : keys.replace('Ctrl+', 'Control+')
}

const shown: Readonly<Record<string, ReactNode>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
