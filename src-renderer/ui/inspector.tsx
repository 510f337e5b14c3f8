import { X } from 'lucide-react'
import { createContext, useContext, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { IconButton } from './button.tsx'
import css from './css/inspector.module.css'
import { useKeys } from './keys.tsx'
import { useWords } from './words.tsx'

type Slot = { place: HTMLElement | null; setPlace: (place: HTMLElement | null) => void }

const Context = createContext<Slot>({ place: null, setPlace: () => {} })

/** Lets screens show something beside the work; the frame puts `InspectorPlace` where it shall appear. */
export function InspectorProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return <Context.Provider value={{ place, setPlace }}>{children}</Context.Provider>
}

/** Where the inspector appears; takes no room while there is nothing to show. */
export function InspectorPlace() {
  const { setPlace } = useContext(Context)
  const { common } = useWords()
  return <aside ref={setPlace} className={css['place']} aria-label={common.inspector} />
}

type InspectorProps = {
  title: ReactNode
  /** Beside the title: a status, a badge. */
  badge?: ReactNode
  onClose: () => void
  children: ReactNode
  /** The actions at the bottom; the primary one last. */
  actions?: ReactNode
}

/** What is selected, shown beside the work: it opens in place and never covers. Esc closes it. */
export function Inspector({ title, badge, onClose, children, actions }: InspectorProps) {
  const { place } = useContext(Context)
  const { common } = useWords()
  useKeys([{ keys: 'Escape', label: common.close, run: onClose, notInPalette: true }])
  if (place === null) return null
  return createPortal(
    <section className={css['inspector']}>
      <header className={css['head']}>
        <h2 className={css['title']}>{title}</h2>
        {badge}
        <IconButton icon={X} label={common.close} keyHint="Escape" onClick={onClose} />
      </header>
      <div className={css['body']}>{children}</div>
      {actions === undefined ? null : <footer className={css['foot']}>{actions}</footer>}
    </section>,
    place,
  )
}

/** A part of an inspector or of a page, under a small heading; `level` 2 where it stands right below the page's title. */
export function Section(props: { title: string; aside?: ReactNode; level?: 2 | 3; children: ReactNode }) {
  const { title, aside, level = 3, children } = props
  const Heading = `h${level}` as const
  return (
    <section className={css['section']}>
      <header className={css['sectionhead']}>
        <Heading className={css['sectiontitle']}>{title}</Heading>
        {aside}
      </header>
      {children}
    </section>
  )
}

/** Facts as pairs of a word and a value. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={css['facts']}>
      {facts.map(([label, value]) => (
        <div key={label} className={css['fact']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
