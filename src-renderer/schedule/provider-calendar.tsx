import { CalendarArrowDown } from 'lucide-react'
import { useDo } from '#api/hooks'
import { saveCalendar } from '#api/papers'
import { IconButton } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'

/** Saves a provider's day for their own calendar: times and rooms, nobody's name. */
export function ProviderCalendar({ providerId, name }: { providerId: string; name: string }) {
  const desk = useDesk()
  const { schedule } = useWords()
  const { refuse } = useNotices()
  const calendar = useDo(['calendar', 'ofProvider'])
  const save = async () => {
    const reply = await calendar.run({ providerId, day: desk.day })
    if (reply.ok) saveCalendar(reply.value)
    else refuse(reply.fault)
  }
  const label = schedule.calendarOf(name)
  useKeys([{ keys: '', label, run: () => void save() }])
  return <IconButton icon={CalendarArrowDown} label={label} onClick={() => void save()} />
}
