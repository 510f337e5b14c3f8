import { useState } from 'react'
import { addDays, weekday, type Day } from '#domain/dates'
import { useDesk, type Desk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { Boosters } from './booster-list.tsx'
import { Confirmations, Missed } from './call-list.tsx'
import css from './css/lists.module.css'
import { Rides } from './ride-list.tsx'
import { WaitingList } from './waiting-list.tsx'

/** What the desk works through between patients: calls, rides home, who waits, whose booster is due. */
export function ListsScreen() {
  const desk = useDesk()
  const { lists } = useWords()
  const formats = useFormats()
  const [tab, setTab] = useState('confirmations')
  const next = nextOpenDay(desk)
  const tabs = [
    {
      key: 'confirmations',
      label: lists.confirmations(formats.weekday(next, 'long')),
      content: <Confirmations day={next} />,
    },
    ...(desk.may('escorts.see') ? [{ key: 'rides', label: lists.rides, content: <Rides /> }] : []),
    { key: 'waiting', label: lists.waiting, content: <WaitingList /> },
    { key: 'boosters', label: lists.boosters, content: <Boosters /> },
    { key: 'missed', label: lists.missed, content: <Missed /> },
  ]
  return (
    <div className={css['screen']}>
      <h1 className={css['title']}>{lists.title}</h1>
      <Tabs label={lists.which} tabs={tabs} value={tab} onChange={setTab} />
    </div>
  )
}

/** The next day on which any clinic is open by its hours. */
function nextOpenDay({ today, locations }: Desk): Day {
  const open = new Set(locations.flatMap((location) => location.hours.map((hours) => hours.weekday)))
  const ahead = [1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days))
  return ahead.find((day) => open.has(weekday(day))) ?? addDays(today, 1)
}
