import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'

/**
 * One thing the present screen can do. `keys` is written as shown: `N`, `G D`, `Ctrl+K`, `Ctrl+Enter`, `?`, `[`; empty
 * for what stands only in the palette.
 */
export type KeyBinding = {
  keys: string
  label: string
  run: () => void
  isOff?: boolean
  /** Left out of the palette: moving about with arrows, say. */
  notInPalette?: boolean
  /** Under which heading it stands in the palette and on the sheet; the present screen's when left out. */
  heading?: string
  /** Works through open dialogs too: the lock. */
  everywhere?: boolean
  /**
   * Whether it is about where the focus is now: then it comes before all others of its key. Elsewhere it comes last, and
   * beside the work not at all: money is not taken by a form that nobody is in.
   */
  isNear?: () => boolean
}

type Place = { layer: number; depth: number }

type Registration = Place & { bindings: readonly KeyBinding[] }

type Keyboard = {
  register: (registration: Registration) => () => void
  openLayer: (layer: number) => () => void
  /** What can be done here now, nearest screen first. */
  present: () => readonly KeyBinding[]
  lettersOn: boolean
  setLettersOn: (on: boolean) => void
}

const Context = createContext<Keyboard | undefined>(undefined)
const Here = createContext<Place>({ layer: 0, depth: 0 })
const storedAs = 'infusion-desk.letters'
const sequenceMs = 1200

/** Listens to the keyboard for everything below. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [lettersOn, setLettersOn] = useState(() => localStorage.getItem(storedAs) !== 'off')
  const registrations = useRef<Registration[]>([])
  const layers = useRef<number[]>([])
  useEffect(() => localStorage.setItem(storedAs, lettersOn ? 'on' : 'off'), [lettersOn])

  const keyboard = useMemo<Keyboard>(
    () => ({
      register(registration) {
        registrations.current.push(registration)
        return () => {
          registrations.current = registrations.current.filter((other) => other !== registration)
        }
      },
      openLayer(layer) {
        layers.current.push(layer)
        return () => {
          layers.current.splice(layers.current.indexOf(layer), 1)
        }
      },
      present() {
        const top = Math.max(0, ...layers.current)
        return registrations.current
          .toReversed()
          .toSorted((one, other) => other.depth - one.depth)
          .flatMap(({ layer, bindings }) =>
            bindings.filter((one) => (layer >= top && (layer > 0 || !isFar(one))) || one.everywhere === true),
          )
          .filter((one) => one.isOff !== true)
          .toSorted((one, other) => nearness(other) - nearness(one))
      },
      lettersOn,
      setLettersOn,
    }),
    [lettersOn],
  )

  useLayoutEffect(() => {
    let begun = ''
    let begunAt = 0
    const pressed = (event: KeyboardEvent) => {
      // A key that is held down does its deed once: what follows a check-in or an invoice waits for a new press.
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const name = nameOf(event)
      if (name === undefined) return
      const isChord = name.includes('Ctrl+')
      if (!isChord && (isTyping(event.target) || (!keyboard.lettersOn && name.length === 1))) return
      const sequence = begun !== '' && event.timeStamp - begunAt < sequenceMs ? `${begun} ${name}` : name
      begun = ''
      const present = keyboard.present()
      const hit = present.find((one) => one.keys === sequence) ?? present.find((one) => one.keys === name)
      if (hit !== undefined) {
        event.preventDefault()
        hit.run()
      } else if (present.some((one) => one.keys.startsWith(`${name} `))) {
        begun = name
        begunAt = event.timeStamp
      } else if (name === 'Ctrl+Enter' && event.target instanceof HTMLAnchorElement) {
        // The browser would open a second desk in a new tab.
        event.preventDefault()
      }
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [keyboard])

  return <Context.Provider value={keyboard}>{children}</Context.Provider>
}

/** The keyboard layer: what can be done now, and whether single letters act. */
export function useKeyboard(): Keyboard {
  const keyboard = useContext(Context)
  if (keyboard === undefined) throw new Error('no keyboard: the root wraps everything in KeysProvider')
  return keyboard
}

/** Registers what this screen can do while it is shown: by key, in the palette, and on the sheet of keys. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const { register } = useKeyboard()
  const { layer, depth } = useContext(Here)
  const registration = useRef<Registration>({ layer, depth, bindings })
  useLayoutEffect(() => {
    registration.current.bindings = bindings
    registration.current.layer = layer
    registration.current.depth = depth
  })
  // Before the screen is painted: what can be seen can be done.
  useLayoutEffect(() => register(registration.current), [register])
}

/** What stands in a dialog: while it is open, the keys of the screens below are silent; while it fades out no longer. */
export function KeyLayer({ isOpen = true, children }: { isOpen?: boolean; children: ReactNode }) {
  const { openLayer } = useKeyboard()
  const { layer, depth } = useContext(Here)
  useLayoutEffect(() => (isOpen ? openLayer(layer + 1) : undefined), [isOpen, openLayer, layer])
  return (
    <Here.Provider value={useMemo(() => ({ layer: layer + 1, depth: depth + 1 }), [layer, depth])}>
      {children}
    </Here.Provider>
  )
}

/** What stands inside something larger: its keys come before those around it. */
export function KeyScope({ children }: { children: ReactNode }) {
  const { layer, depth } = useContext(Here)
  return <Here.Provider value={useMemo(() => ({ layer, depth: depth + 1 }), [layer, depth])}>{children}</Here.Provider>
}

function nearness(binding: KeyBinding): number {
  if (binding.isNear === undefined) return 0
  return isFar(binding) ? -1 : 1
}

function isFar({ isNear }: KeyBinding): boolean {
  return isNear?.() === false
}

function nameOf(event: KeyboardEvent): string | undefined {
  if (['Control', 'Meta', 'Shift', 'Alt', 'AltGraph'].includes(event.key)) return undefined
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  // A Spanish keyboard types [ and ] with AltGr, which Windows reports as Ctrl and Alt together.
  if (event.getModifierState('AltGraph')) return key
  if (event.altKey) return undefined
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target.getAttribute('role') === 'combobox' || target.closest('[role="listbox"],[role="menu"]') !== null
}
