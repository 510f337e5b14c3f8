import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { addDays, firstOfMonth, lastOfMonth, monthOf, weekday, type Day } from '#domain/dates'
import { IconButton } from './button.tsx'
import css from './css/month.module.css'
import { cx } from './cx.tsx'
import { useFormats } from './formats.tsx'
import { useLanguage, useWords } from './words.tsx'

/** One month to pick a day from; weeks begin on Sunday. */
export function Month(props: { value: Day; today: Day; onPick: (day: Day) => void }) {
  const [shown, setShown] = useState(firstOfMonth(props.value))
  const { common } = useWords()
  const { language } = useLanguage()
  const formats = useFormats()
  const begin = addDays(shown, -weekday(shown))
  const days = Array.from({ length: 42 }, (_, at) => addDays(begin, at))
  const title = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(shown))
  return (
    <div className={css['month']}>
      <div className={css['head']}>
        <IconButton
          icon={ChevronLeft}
          label={common.monthBefore}
          onClick={() => setShown(firstOfMonth(addDays(shown, -1)))}
        />
        <span aria-live="polite">{title}</span>
        <IconButton
          icon={ChevronRight}
          label={common.monthAfter}
          onClick={() => setShown(addDays(lastOfMonth(shown), 1))}
        />
      </div>
      <div className={css['grid']}>
        {days.slice(0, 7).map((day) => (
          <span key={day} className={css['weekday']} aria-hidden>
            {formats.weekday(day, 'short').slice(0, 2)}
          </span>
        ))}
        {days.map((day) => (
          <button
            key={day}
            type="button"
            aria-label={formats.weekdayAndDay(day)}
            aria-pressed={day === props.value}
            aria-current={day === props.today ? 'date' : undefined}
            onClick={() => props.onPick(day)}
            className={cx(css['day'], monthOf(day) !== monthOf(shown) && css['other'])}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}
