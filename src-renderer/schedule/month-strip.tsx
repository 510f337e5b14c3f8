import { useLook } from '#api/hooks'
import { addDays, dateOf, daysBetween, firstOfMonth, lastOfMonth } from '#domain/dates'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { useWords } from '#ui/words'
import css from './css/week.module.css'

/** Every day of the month in view with how full it is: booked minutes of the chairs, of those they could be booked. */
export function MonthStrip() {
  const desk = useDesk()
  const { schedule } = useWords()
  const formats = useFormats()
  const from = firstOfMonth(desk.day)
  const until = lastOfMonth(desk.day)
  const load = useLook(['appointments', 'load'], { from, until }, { keepLast: true })
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, after) => addDays(from, after))
  const shown = new Set(desk.shownLocations.map((location) => location.id))
  return (
    <div role="group" aria-label={schedule.month} className={css['strip']}>
      {days.map((day) => {
        const at = (load.value ?? []).filter((one) => one.day === day && shown.has(one.locationId))
        const booked = at.reduce((sum, one) => sum + one.bookedMinutes, 0)
        const capacity = at.reduce((sum, one) => sum + one.capacityMinutes, 0)
        const visits = at.reduce((sum, one) => sum + one.visits, 0)
        const share = capacity === 0 ? 0 : Math.min(1, booked / capacity)
        return (
          <button
            key={day}
            type="button"
            tabIndex={day === desk.day ? 0 : -1}
            aria-current={day === desk.day ? 'date' : undefined}
            aria-label={schedule.dayLoad(formats.weekdayAndDay(day), visits, Math.round(share * 100))}
            className={css['date']}
            onClick={() => desk.setDay(day)}
          >
            {dateOf(day)}
            <span className={css['bar']} aria-hidden>
              <span className={css['filled']} style={{ '--load': share }} />
            </span>
          </button>
        )
      })}
    </div>
  )
}
