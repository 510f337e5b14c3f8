import { useState } from 'react'
import { useDesk } from '#ui/desk-context'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { ClinicsPart } from './clinics-part.tsx'
import css from './css/settings.module.css'
import { PracticePart } from './practice-part.tsx'
import { PricesPart } from './prices-part.tsx'
import { SchedulePart } from './schedule/schedule-part.tsx'
import { StaffPart } from './staff-part.tsx'
import { ThisPcPart } from './this-pc-part.tsx'

/** The practice, its clinics, people and prices, and this PC: each part for those who may see it. */
export function SettingsScreen() {
  const desk = useDesk()
  const { settings, rota } = useWords()
  const tabs = [
    { key: 'practice', label: settings.practice, content: <PracticePart />, isShown: desk.may('practice.see') },
    { key: 'clinics', label: settings.clinics, content: <ClinicsPart />, isShown: desk.may('practice.see') },
    { key: 'staff', label: settings.staff, content: <StaffPart />, isShown: desk.may('staff.see') },
    { key: 'schedule', label: rota.title, content: <SchedulePart />, isShown: desk.may('schedule.manage') },
    { key: 'prices', label: settings.prices, content: <PricesPart />, isShown: desk.may('prices.see') },
    { key: 'this-pc', label: settings.thisPc, content: <ThisPcPart />, isShown: desk.may('upkeep.run') },
  ].filter((tab) => tab.isShown)
  const [tab, setTab] = useState('practice')
  return (
    <div className={css['screen']}>
      <h1 className={css['title']}>{settings.title}</h1>
      <Tabs label={settings.parts} tabs={tabs} value={tab} onChange={setTab} />
    </div>
  )
}
