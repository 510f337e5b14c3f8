import { type ReactNode } from 'react'
import css from './css/empty-state.module.css'

/** What belongs here, and the first step towards it. */
export function EmptyState({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css['empty']}>
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {action}
    </div>
  )
}
