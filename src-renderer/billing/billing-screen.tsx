import { useState } from 'react'
import { useApi } from '#api/client'
import { useLook } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { FaultNotice } from '#ui/notice'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import css from './css/billing.module.css'
import { InvoicePanel } from './invoice-panel.tsx'
import { InvoiceTable } from './invoice-table.tsx'
import { UnbilledTable } from './unbilled-table.tsx'

const standings = ['draft', 'open', 'part-paid', 'settled'] as const
const tabKept = 'billing.tab'
type Standing = (typeof standings)[number]

/** All invoices by where they stand, the visits that wait to be billed, and the chosen one beside them. */
export function BillingScreen({ invoiceId }: { invoiceId: string | undefined }) {
  const desk = useDesk()
  const { billing, frame } = useWords()
  const { drafts } = useApi()
  // Kept like an unfinished form: whoever comes back from another screen finds the same list.
  const [tab, setTab] = useState(() => keptTab(drafts.find(tabKept)))
  const show = (key: string) => {
    setTab(key)
    drafts.keep(tabKept, key)
  }
  const maySee = desk.may('invoices.see')
  if (!maySee) return <p className={css['barred']}>{frame.notYours}</p>
  const tabs = [
    { key: 'all', label: billing.all, content: <Invoices standing={null} selectedId={invoiceId} /> },
    ...standings.map((standing) => ({
      key: standing,
      label: billing.standings[standing],
      content: <Invoices standing={standing} selectedId={invoiceId} />,
    })),
    { key: 'to-bill', label: billing.toBill, content: <UnbilledTable /> },
  ]
  return (
    <div className={css['screen']}>
      <h1 className={css['title']}>{billing.title}</h1>
      <Tabs label={billing.filter} tabs={tabs} value={tab} onChange={show} />
      {invoiceId === undefined ? null : (
        <InvoicePanel key={invoiceId} invoiceId={invoiceId} onClose={() => desk.goTo('billing')} />
      )}
    </div>
  )
}

function keptTab(kept: unknown): string {
  return typeof kept === 'string' ? kept : 'all'
}

function Invoices({ standing, selectedId }: { standing: Standing | null; selectedId: string | undefined }) {
  const desk = useDesk()
  const list = useLook(
    ['invoices', 'list'],
    { standing, locationId: desk.locationFilter ?? null, patientId: null, limit: 1000 },
    { keepLast: true },
  )
  return (
    <>
      <FaultNotice fault={list.fault} />
      {list.value === undefined ? null : <InvoiceTable rows={list.value} selectedId={selectedId} />}
    </>
  )
}
