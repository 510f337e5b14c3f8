import type { KeyboardEvent } from 'react'
import { useLook } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { LocationBadge } from '#ui/status-chip'
import css from './css/openings.module.css'
import type { Opening } from './use-booking-people.ts'

type Props = { openings: readonly Opening[]; label: string; onTake: (slot: Opening) => void; isOff?: boolean }

/** Free times as buttons one under the other: arrows go from one to the next, Enter takes it. */
export function OpeningButtons({ openings, label, onTake, isOff = false }: Props) {
  return (
    <ul className={css['list']} aria-label={label} onKeyDown={onArrow}>
      {openings.map((slot) => (
        <li key={`${slot.day} ${slot.startMinute} ${slot.roomId}`}>
          <button type="button" className={css['opening']} disabled={isOff} onClick={() => onTake(slot)}>
            <OpeningText slot={slot} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function OpeningText({ slot }: { slot: Opening }) {
  const desk = useDesk()
  const { weekdayAndDay, minute } = useFormats()
  const staff = useLook(['staff', 'list'], {})
  const location = desk.locations.find((one) => one.id === slot.locationId)
  const room = location?.rooms.find((one) => one.id === slot.roomId)
  const provider = staff.value?.find((one) => one.id === slot.providerId)
  return (
    <>
      <span className={css['when']}>
        {weekdayAndDay(slot.day)}, {minute(slot.startMinute)}
      </span>{' '}
      <span className={css['where']}>
        <LocationBadge code={location?.code ?? ''} /> {room?.name}, {provider?.name}
      </span>
    </>
  )
}

function onArrow(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const all = [...event.currentTarget.querySelectorAll('button')]
  const at = all.findIndex((one) => one === document.activeElement)
  event.preventDefault()
  all[Math.max(0, Math.min(all.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
}
