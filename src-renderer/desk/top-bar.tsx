import { Eye, EyeOff, ChevronLeft, ChevronRight, Search } from 'lucide-react'
import { addDays } from '#domain/dates'
import { Button, Hint, IconButton, Kbd } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useKeyboard } from '#ui/keys'
import { Segments } from '#ui/popover'
import { useWords } from '#ui/words'
import css from './css/top-bar.module.css'
import { DayPicker } from './day-picker.tsx'
import { type PaletteOpening } from './palette-box.tsx'

/** Which clinic, which day, and the way to everything else. */
export function TopBar({ onPalette }: { onPalette: (opening: PaletteOpening) => void }) {
  const desk = useDesk()
  const { frame } = useWords()
  const keyboard = useKeyboard()
  const { day, setDay, today, locations } = desk
  return (
    <header className={css['bar']}>
      {locations.length < 2 ? null : (
        <Segments
          label={frame.location}
          value={desk.locationFilter}
          onChange={desk.setLocationFilter}
          segments={[
            ...locations.map((location) => ({ value: location.id, label: location.name })),
            { value: undefined, label: frame.all(locations.length) },
          ]}
        />
      )}
      <div className={css['day']} role="group" aria-label={frame.dayInView}>
        <DayPicker />
        <IconButton icon={ChevronLeft} label={frame.dayBefore} keyHint="[" onClick={() => setDay(addDays(day, -1))} />
        <Hint text={frame.today} keyHint="T">
          <Button variant={day === today ? 'plain' : 'quiet'} onClick={() => setDay(today)}>
            {frame.today}
          </Button>
        </Hint>
        <IconButton icon={ChevronRight} label={frame.dayAfter} keyHint="]" onClick={() => setDay(addDays(day, 1))} />
      </div>
      <span className={css['gap']} />
      <IconButton
        icon={desk.isPrivate ? EyeOff : Eye}
        label={desk.isPrivate ? frame.notPrivate : frame.private}
        keyHint="P"
        isPressed={desk.isPrivate}
        onClick={() => desk.setPrivate(!desk.isPrivate)}
      />
      <button
        type="button"
        className={css['find']}
        onClick={() => onPalette({ bindings: keyboard.present() })}
        aria-keyshortcuts="Control+K"
      >
        <Search size={16} aria-hidden strokeWidth={1.75} />
        <span className={css['findword']}>{frame.find}</span>
        <Kbd keys="Ctrl+K" />
      </button>
    </header>
  )
}
