import { useState } from 'react'
import { useLook } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { type KeyBinding } from '#ui/keys'
import { Palette, type PaletteGroup, type PaletteItem } from '#ui/palette'
import { LocationBadge } from '#ui/status-chip'
import { shownName } from '#ui/shown-name'
import { useWords } from '#ui/words'

/** What could be done when the palette was opened. */
export type PaletteOpening = { bindings: readonly KeyBinding[] }

const used = new Map<string, number>()

/** The palette: patients, today's appointments, what this screen can do, the ways to other screens. */
export function PaletteBox({ opening, onClose }: { opening: PaletteOpening | undefined; onClose: () => void }) {
  return opening === undefined ? null : <OpenPalette opening={opening} onClose={onClose} />
}

function OpenPalette({ opening, onClose }: { opening: PaletteOpening; onClose: () => void }) {
  const { frame, common } = useWords()
  const desk = useDesk()
  const formats = useFormats()
  const [text, setText] = useState('')
  const wanted = plain(text)
  const found = useLook(
    ['patients', 'search'],
    { text: text.trim(), limit: 8, withArchived: false },
    { enabled: wanted.length > 1, keepLast: true },
  )
  const onDay = useLook(['appointments', 'onDay'], { day: desk.today, withCancelled: false })

  const patients: PaletteItem[] = (wanted.length > 1 ? (found.value?.patients ?? []) : []).map((patient) => ({
    key: `patient ${patient.id}`,
    label: shownName(patient.name, desk.isPrivate),
    note: (
      <>
        {desk.isPrivate ? '' : `${formats.day(patient.birthDay)} · ${common.years(patient.age)} · `}
        {patient.recordNumber} <LocationBadge code={patient.homeLocationCode} />
      </>
    ),
    run: () => desk.openPatient(patient.id),
  }))
  const today: PaletteItem[] = (onDay.value ?? [])
    .filter((card) => wanted !== '' && plain(card.patientName).includes(wanted))
    .slice(0, 6)
    .map((card) => ({
      key: `appointment ${card.id}`,
      label: `${formats.minute(card.slot.startMinute)} ${shownName(card.patientName, desk.isPrivate)}`,
      note: common.kinds[card.kind],
      run: () => desk.openAppointment(card.id, card.slot.day),
    }))
  const deeds = opening.bindings
    .filter((binding) => binding.notInPalette !== true && matches(binding.label, wanted))
    .toSorted((one, other) => (used.get(other.label) ?? 0) - (used.get(one.label) ?? 0))

  const groups: readonly PaletteGroup[] = [
    { heading: frame.patientsFound, items: patients },
    { heading: frame.todayAppointments, items: today },
    { heading: frame.actions, items: itemsOf(deeds, undefined) },
    { heading: frame.goTo, items: itemsOf(deeds, frame.goTo) },
    { heading: frame.desk, items: itemsOf(deeds, frame.desk) },
  ]
  return <Palette isOpen onClose={onClose} text={text} onText={setText} groups={groups} />
}

function itemsOf(bindings: readonly KeyBinding[], heading: string | undefined): PaletteItem[] {
  return bindings
    .filter((binding) => binding.heading === heading)
    .map((binding) => ({
      key: `${binding.keys} ${binding.label}`,
      label: binding.label,
      keys: binding.keys,
      run: () => {
        used.set(binding.label, (used.get(binding.label) ?? 0) + 1)
        binding.run()
      },
    }))
}

function matches(label: string, wanted: string): boolean {
  const plainLabel = plain(label)
  return wanted.split(' ').every((word) => plainLabel.includes(word))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase()
}
