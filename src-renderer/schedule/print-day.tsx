import { Printer } from 'lucide-react'
import { useDo } from '#api/hooks'
import { savePaper } from '#api/papers'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useKeys } from '#ui/keys'
import { useNotices } from '#ui/notice'
import { useLanguage, useWords } from '#ui/words'

/** Prints the day in view, of the locations in view, as the screen shows it: its language, and initials for privacy. */
export function PrintDay() {
  const desk = useDesk()
  const { language } = useLanguage()
  const { schedule } = useWords()
  const { refuse } = useNotices()
  const sheet = useDo(['documents', 'day'])
  const print = async () => {
    const { day, isPrivate, locationFilter } = desk
    const reply = await sheet.run({ day, locationId: locationFilter ?? null, isPrivate, language })
    if (reply.ok) savePaper(reply.value)
    else refuse(reply.fault)
  }
  useKeys([{ keys: 'Ctrl+P', label: schedule.printDay, run: () => void print(), isOff: sheet.isRunning }])
  return (
    <Button icon={Printer} keyHint="Ctrl+P" isBusy={sheet.isRunning} onClick={() => void print()}>
      {schedule.printDay}
    </Button>
  )
}
