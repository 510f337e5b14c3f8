import { useLook, type OutputOf } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { FaultNotice } from '#ui/notice'
import { AbsencesSection } from './absences-section.tsx'
import { ClosuresSection } from './closures-section.tsx'
import css from './css/rota.module.css'
import { HoursSection } from './hours-section.tsx'
import { RulesSection } from './rules-section.tsx'
import { TemplatesSection } from './templates-section.tsx'

/** Everything the schedule is held against, as it stands from today on. */
export type Resources = OutputOf<'resources', 'get'>

/** Who and what is there when, how visits are divided, and the rules: for those who manage the schedule. */
export function SchedulePart() {
  const desk = useDesk()
  const resources = useLook(['resources', 'get'], { fromDay: desk.today })
  const known = resources.value
  if (known === undefined) return <FaultNotice fault={resources.fault} />
  return (
    <div className={css['parts']}>
      <AbsencesSection absences={known.absences} />
      <ClosuresSection closures={known.closures} />
      <HoursSection hours={known.hours} />
      <TemplatesSection templates={known.templates} />
      <RulesSection key={JSON.stringify(known.rules)} rules={known.rules} />
    </div>
  )
}
