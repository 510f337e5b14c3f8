import { addDays } from '#domain/dates'
import { useDesk } from '#ui/desk-context'
import { useKeyboard, useKeys } from '#ui/keys'
import { useWords } from '#ui/words'
import { type AccountDeed } from './account-dialogs.tsx'
import { type PaletteOpening } from './palette-box.tsx'

type FrameKeysProps = {
  onLock: () => void
  onAsk: (deed: AccountDeed) => void
  onPalette: (opening: PaletteOpening) => void
  onKeys: () => void
}

/** The keys that work on every screen of the desk. */
export function FrameKeys({ onLock, onAsk, onPalette, onKeys }: FrameKeysProps) {
  const { frame } = useWords()
  const desk = useDesk()
  const { day, setDay, today, locations, setLocationFilter, goTo } = desk
  const keyboard = useKeyboard()
  const going = frame.goTo
  const here = frame.desk
  useKeys([
    { keys: 'G D', label: frame.goToDay, heading: going, run: () => goTo('day') },
    { keys: 'G P', label: frame.goToPatients, heading: going, run: () => goTo('patients') },
    { keys: 'G C', label: frame.goToLists, heading: going, run: () => goTo('lists') },
    {
      keys: 'G B',
      label: frame.goToBilling,
      heading: going,
      isOff: !desk.may('invoices.see'),
      run: () => goTo('billing'),
    },
    { keys: 'G S', label: frame.goToSettings, heading: going, run: () => goTo('settings') },
    { keys: '/', label: frame.findPatients, heading: going, run: () => goTo('patients') },
    ...locations.slice(0, 9).map((location, at) => ({
      keys: String(at + 1),
      label: frame.showLocation(location.name),
      heading: here,
      isOff: locations.length < 2,
      run: () => setLocationFilter(location.id),
    })),
    {
      keys: '0',
      label: frame.showAll,
      heading: here,
      isOff: locations.length < 2,
      run: () => setLocationFilter(undefined),
    },
    { keys: 'T', label: frame.today, heading: here, run: () => setDay(today) },
    { keys: '[', label: frame.dayBefore, heading: here, run: () => setDay(addDays(day, -1)) },
    { keys: ']', label: frame.dayAfter, heading: here, run: () => setDay(addDays(day, 1)) },
    {
      keys: 'P',
      label: desk.isPrivate ? frame.notPrivate : frame.private,
      heading: here,
      run: () => desk.setPrivate(!desk.isPrivate),
    },
    {
      keys: 'Ctrl+K',
      label: frame.find,
      heading: here,
      notInPalette: true,
      run: () => onPalette({ bindings: keyboard.present() }),
    },
    { keys: '?', label: frame.keysTitle, heading: here, run: onKeys },
    { keys: 'Ctrl+L', label: frame.lock, heading: here, everywhere: true, run: onLock },
    { keys: '', label: desk.me.hasPin ? frame.changePin : frame.setPin, heading: here, run: () => onAsk('pin') },
    { keys: '', label: frame.signOut, heading: here, run: () => onAsk('out') },
  ])
  return null
}
