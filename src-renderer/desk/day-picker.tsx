import { useState } from 'react'
import type { Day } from '#domain/dates'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Month } from '#ui/month'
import { Popover } from '#ui/popover'
import { DayField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/top-bar.module.css'

/** The day in view; opens to another one, typed or picked. */
export function DayPicker() {
  const { day, setDay, today } = useDesk()
  const { frame } = useWords()
  const formats = useFormats()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState<Day | undefined>(day)
  return (
    <Popover
      label={frame.pickDay}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setTyped(day)
        setOpen(open)
      }}
      trigger={
        <button type="button" className={css['date']}>
          {formats.weekdayAndDay(day)}
        </button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed === undefined) return
          setDay(typed)
          setOpen(false)
        }}
      >
        <DayField label={frame.pickDay} value={typed} today={today} autoFocus onChange={setTyped} />
      </form>
      <Month
        value={day}
        today={today}
        onPick={(picked) => {
          setDay(picked)
          setOpen(false)
        }}
      />
    </Popover>
  )
}
