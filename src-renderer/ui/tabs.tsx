import { Tabs as Base } from '@base-ui/react/tabs'
import { type ReactNode } from 'react'
import css from './css/tabs.module.css'

/** One tab: its key, its word, what it shows. */
export type Tab = { key: string; label: ReactNode; content: ReactNode }

/** Parts of one thing, one in sight at a time; arrows move between them. */
export function Tabs(props: { label: string; tabs: readonly Tab[]; value: string; onChange: (key: string) => void }) {
  return (
    <Base.Root value={props.value} onValueChange={(key) => props.onChange(String(key))} className={css['tabs']}>
      <Base.List aria-label={props.label} activateOnFocus className={css['list']}>
        {props.tabs.map((tab) => (
          <Base.Tab key={tab.key} value={tab.key} className={css['tab']}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {props.tabs.map((tab) => (
        <Base.Panel key={tab.key} value={tab.key} className={css['panel']}>
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
