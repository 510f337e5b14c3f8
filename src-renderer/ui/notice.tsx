import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { type Fault } from '#contract/faults'
import { Button, IconButton } from './button.tsx'
import css from './css/notice.module.css'
import { cx } from './cx.tsx'
import { useRefusals, useWords } from './words.tsx'

type Tone = 'done' | 'info' | 'refused'

/** What a short message can offer beside its words. */
export type NoticeAction = { label: string; run: () => void }

type Said = { id: number; tone: Tone; text: string; action: NoticeAction | undefined }

type Notices = {
  /** Something happened; goes by itself after a while. */
  say: (text: string, action?: NoticeAction) => void
  /** Something was refused; stays until it is put away. */
  refuse: (fault: Fault) => void
  /** Takes every message away: they may name a patient, and the next person is not meant. */
  clear: () => void
}

const Context = createContext<Notices>({ say: () => {}, refuse: () => {}, clear: () => {} })
const shownMs = 6000

/** The corner where short messages come up, read aloud to those who listen. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([])
  const next = useRef(0)
  const { ofFault } = useRefusals()
  const { common } = useWords()
  const drop = useCallback((id: number) => setSaid((all) => all.filter((one) => one.id !== id)), [])
  const notices = useMemo<Notices>(() => {
    const add = (tone: Tone, text: string, action: NoticeAction | undefined) => {
      next.current += 1
      const id = next.current
      setSaid((all) => [...all.slice(-2), { id, tone, text, action }])
      if (tone !== 'refused') setTimeout(() => drop(id), shownMs)
    }
    return {
      say: (text, action) => add('done', text, action),
      refuse: (fault) => add('refused', ofFault(fault), undefined),
      clear: () => setSaid([]),
    }
  }, [drop, ofFault])
  return (
    <Context.Provider value={notices}>
      {children}
      <div className={css['corner']} role="region" aria-label={common.messages}>
        <div aria-live="polite">
          {said.map(({ id, tone, text, action }) => (
            <div key={id} className={cx(css['toast'], css[tone])} role={tone === 'refused' ? 'alert' : undefined}>
              {iconOf(tone)}
              <p>{text}</p>
              {action === undefined ? null : (
                <Button
                  variant="plain"
                  onClick={() => {
                    action.run()
                    drop(id)
                  }}
                >
                  {action.label}
                </Button>
              )}
              <IconButton icon={X} label={common.dismiss} onClick={() => drop(id)} />
            </div>
          ))}
        </div>
      </div>
    </Context.Provider>
  )
}

/** Says short things in the corner. */
export function useNotices(): Notices {
  return useContext(Context)
}

/** A message in its place: a fact to mind (`info`), a caution, or something refused. */
export function Notice({ tone = 'info', children }: { tone?: Tone | 'caution'; children: ReactNode }) {
  return (
    <div className={cx(css['notice'], css[tone])} role={tone === 'refused' ? 'alert' : undefined}>
      {iconOf(tone)}
      <div>{children}</div>
    </div>
  )
}

/** A refusal in its place, in words; nothing when there is none. */
export function FaultNotice({ fault }: { fault: Fault | undefined }) {
  const { ofFault } = useRefusals()
  return fault === undefined ? null : <Notice tone="refused">{ofFault(fault)}</Notice>
}

function iconOf(tone: Tone | 'caution') {
  if (tone === 'done') return <CircleCheck size={16} aria-hidden />
  return tone === 'info' ? <Info size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />
}
