import type { Card } from '#contract/appointments'
import { Notice } from '#ui/notice'
import { useWords } from '#ui/words'

/** What somebody allowed for an appointment that would have been refused, who, and why; nothing for all others. */
export function AllowedNotice({ override }: { override: Card['override'] }) {
  const { schedule } = useWords()
  if (override === null) return null
  const words: Readonly<Record<string, string>> = schedule.allowedWhat
  const what = override.what.map((one) => words[one] ?? one).join(', ')
  return <Notice tone="caution">{schedule.allowedBy(what, override.byName, override.reason)}</Notice>
}
