import { useState } from 'react'
import { useApi } from '#api/client'
import { useDraftWaits } from '#api/form'
import { useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useKeys } from '#ui/keys'
import { FaultNotice, Notice } from '#ui/notice'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { AlertsLine } from './alerts-line.tsx'
import { ArchiveDialog } from './archive-dialog.tsx'
import css from './css/patient.module.css'
import { DetailsPart } from './details-part.tsx'
import { CorrectDialog } from './form/correct-dialog.tsx'
import { correctDraft } from './form/typed-patient.ts'
import { PatientHeader } from './patient-header.tsx'
import { PlanList } from './plans/plan-list.tsx'
import { startDraft } from './plans/typed-plan.ts'
import { StandingStrip } from './standing-strip.tsx'
import type { Page } from './use-standing.ts'
import { VisitsPart } from './visits-part.tsx'

/** One patient: who, what to mind, what is next, how far, what is owed; visits, plans, details and money below. */
export function PatientPage({ patientId }: { patientId: string }) {
  const desk = useDesk()
  const { patients } = useWords()
  const look = useLook(['patients', 'page'], { patientId })
  const back = () => desk.goTo('patients')
  useKeys([{ keys: 'Escape', label: patients.backToList, run: back, notInPalette: true }])
  if (look.value !== undefined) return <OpenPage page={look.value} />
  if (look.fault === undefined) return null
  return (
    <div className={css['page']}>
      <FaultNotice fault={look.fault} />
      <div>
        <Button keyHint="Escape" onClick={back}>
          {patients.backToList}
        </Button>
      </div>
    </div>
  )
}

function OpenPage({ page }: { page: Page }) {
  const desk = useDesk()
  const { drafts } = useApi()
  const { patients } = useWords()
  const { Money } = desk.parts
  const tabKept = `patients.tab.${page.id}`
  const [tab, setTab] = useState(() => keptTab(drafts.find(tabKept)))
  const [isCorrecting, setCorrecting] = useState(useDraftWaits(correctDraft(page.id)))
  const [isStarting, setStarting] = useState(useDraftWaits(startDraft(page.id)))
  const [isArchiving, setArchiving] = useState(false)
  const { course } = page
  const isHere = !page.isArchived
  const mayBook = isHere && desk.may('appointments.write')
  const mayCorrect = isHere && desk.may('patients.write')
  const mayStart = isHere && desk.may('plans.write')
  const toBook = course !== null && course.done + course.booked < course.of ? course.planId : undefined

  // Kept like an unfinished form, so that after an unlock the same part is open.
  const show = (key: string) => {
    setTab(key)
    drafts.keep(tabKept, key)
  }
  const start = () => {
    show('plans')
    setStarting(true)
  }
  const bookSeries = () => {
    if (toBook !== undefined) desk.bookSeries(page.id, toBook)
  }

  useKeys([
    { keys: 'B', label: patients.book, run: () => desk.bookFor(page.id), isOff: !mayBook },
    { keys: 'S', label: patients.bookSeries, run: bookSeries, isOff: !mayBook || toBook === undefined },
    { keys: 'E', label: patients.correct, run: () => setCorrecting(true), isOff: !mayCorrect },
    { keys: 'N', label: patients.plan.start, run: start, isOff: !mayStart },
    {
      keys: '',
      label: page.isArchived ? patients.restore : patients.archive,
      run: () => setArchiving(true),
      isOff: !desk.may('patients.archive'),
    },
  ])

  const tabs = [
    { key: 'visits', label: patients.visits, content: <VisitsPart patientId={page.id} visits={page.visits} /> },
    {
      key: 'plans',
      label: patients.plans,
      content: (
        <PlanList
          patientId={page.id}
          isArchived={page.isArchived}
          isStarting={isStarting}
          onStart={start}
          onStarted={() => setStarting(false)}
        />
      ),
    },
    { key: 'details', label: patients.details, content: <DetailsPart fields={page.fields} /> },
    ...(desk.may('invoices.see')
      ? [{ key: 'money', label: patients.money, content: <Money patientId={page.id} /> }]
      : []),
  ]

  return (
    <div className={css['page']}>
      <PatientHeader
        page={page}
        onBook={mayBook ? () => desk.bookFor(page.id) : undefined}
        onSeries={mayBook && toBook !== undefined ? bookSeries : undefined}
        onCorrect={mayCorrect ? () => setCorrecting(true) : undefined}
        onArchive={desk.may('patients.archive') ? () => setArchiving(true) : undefined}
      />
      {page.isArchived ? <Notice tone="caution">{patients.archivedNotice}</Notice> : null}
      <AlertsLine page={page} mayWrite={mayCorrect} />
      <StandingStrip page={page} />
      <Tabs
        label={patients.parts}
        tabs={tabs}
        value={tabs.some((one) => one.key === tab) ? tab : 'visits'}
        onChange={show}
      />
      {isCorrecting ? <CorrectDialog page={page} onClose={() => setCorrecting(false)} /> : null}
      <ArchiveDialog page={page} isOpen={isArchiving} onClose={() => setArchiving(false)} />
    </div>
  )
}

function keptTab(kept: unknown): string {
  return typeof kept === 'string' ? kept : 'visits'
}
