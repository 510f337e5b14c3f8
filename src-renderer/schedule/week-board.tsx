import { useRef, type KeyboardEvent } from 'react'
import type { Card } from '#contract/appointments'
import { useLook } from '#api/hooks'
import { addDays, weekday, type Day } from '#domain/dates'
import { cx } from '#ui/cx'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { FaultNotice } from '#ui/notice'
import { shownName } from '#ui/shown-name'
import { LocationBadge, StatusChip } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/week.module.css'

/** The week of the day in view, a column a day; a card opens its day. */
export function WeekBoard({ withCancelled, onDay }: { withCancelled: boolean; onDay: () => void }) {
  const desk = useDesk()
  const { schedule } = useWords()
  const formats = useFormats()
  const root = useRef<HTMLDivElement>(null)
  const monday = addDays(desk.day, -((weekday(desk.day) + 6) % 7))
  const days = [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(monday, after))
  const week = useLook(
    ['appointments', 'between'],
    { from: monday, until: addDays(monday, 6), withCancelled },
    { keepLast: true },
  )
  const shown = (week.value ?? []).filter((card) =>
    desk.shownLocations.some((location) => location.id === card.slot.locationId),
  )
  const open = (day: Day, card?: Card) => {
    if (card === undefined) desk.setDay(day)
    else desk.openAppointment(card.id, day)
    onDay()
  }
  /** Arrows move along the day and to the days beside it. */
  const keyed = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = neighbourOf(root.current, event)
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div ref={root} role="region" aria-label={schedule.week} className={css['week']} onKeyDown={keyed}>
      <FaultNotice fault={week.fault} />
      {days.map((day) => {
        const cards = shown.filter((card) => card.slot.day === day)
        return (
          <section key={day} className={cx(css['day'], day === desk.today && css['today'])}>
            <h2 className={css['head']}>
              <button type="button" data-cell className={css['open']} onClick={() => open(day)}>
                {formats.weekdayAndDay(day)}
              </button>
              <small>{schedule.count(cards.length)}</small>
            </h2>
            <ul className={css['cards']}>
              {cards.map((card) => (
                <li key={card.id}>
                  <button
                    type="button"
                    data-cell
                    className={cx(css['card'], card.override !== null && css['overridden'])}
                    onClick={() => open(day, card)}
                  >
                    <StatusChip status={card.status} hidesWord />
                    <span className={css['time']}>{formats.minute(card.slot.startMinute)}</span>
                    <b>{shownName(card.patientName, desk.isPrivate)}</b>
                    <LocationBadge
                      code={desk.locations.find((location) => location.id === card.slot.locationId)?.code ?? ''}
                    />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function neighbourOf(root: HTMLElement | null, event: KeyboardEvent): HTMLElement | undefined {
  const columns = [...(root?.querySelectorAll('section') ?? [])].map((section) => [
    ...section.querySelectorAll<HTMLElement>('[data-cell]'),
  ])
  const at = columns.findIndex((cells) => cells.some((cell) => cell === event.target))
  const place = columns[at]?.findIndex((cell) => cell === event.target) ?? -1
  if (event.key === 'ArrowDown') return columns[at]?.[place + 1]
  if (event.key === 'ArrowUp') return columns[at]?.[place - 1]
  const side = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const beside = side === 0 ? undefined : columns[at + side]
  return beside?.[Math.min(place, beside.length - 1)]
}
