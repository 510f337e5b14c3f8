import { useState } from 'react'
import { type Reply } from '#contract/define'
import { type Fault } from '#contract/faults'
import { useApi } from './client.ts'

/** Notes that are changed in place. */
export type TypedNotes = {
  text: string
  type: (text: string) => void
  /** Something was typed that is not saved yet. */
  isTyped: boolean
  save: () => Promise<void>
  isSaving: boolean
}

/** Notes that stand saved and are typed over: what was typed outlives a lock and a look at something else. */
export function useTypedNotes(options: {
  draft: string
  saved: string
  send: (text: string) => Promise<Reply<unknown>>
  onFault: (fault: Fault) => void
}): TypedNotes {
  const { drafts } = useApi()
  const { draft, saved } = options
  const [typed, setTyped] = useState(() => textOf(drafts.find(draft)))
  const [isSaving, setSaving] = useState(false)
  const isTyped = typed !== undefined && typed !== saved
  return {
    text: typed ?? saved,
    type(text) {
      setTyped(text)
      if (text === saved) drafts.drop(draft)
      else drafts.keep(draft, text)
    },
    isTyped,
    async save() {
      if (!isTyped || isSaving) return
      setSaving(true)
      const reply = await options.send(typed)
      setSaving(false)
      if (!reply.ok) {
        options.onFault(reply.fault)
        return
      }
      setTyped(undefined)
      drafts.drop(draft)
    },
    isSaving,
  }
}

function textOf(kept: unknown): string | undefined {
  return typeof kept === 'string' ? kept : undefined
}
