import { useLook } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { FaultNotice } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/billing.module.css'
import { InvoiceTable } from './invoice-table.tsx'

/** The invoices of one patient. */
export function MoneyPart({ patientId }: { patientId: string }) {
  const desk = useDesk()
  const { billing } = useWords()
  const maySee = desk.may('invoices.see')
  const list = useLook(
    ['invoices', 'list'],
    { standing: null, locationId: null, patientId, limit: 200 },
    { enabled: maySee },
  )
  if (!maySee) return null
  if (list.value === undefined) return <FaultNotice fault={list.fault} />
  if (list.value.length === 0) return <p className={css['hint']}>{billing.noInvoices}</p>
  return <InvoiceTable rows={list.value} selectedId={undefined} hidesPatient />
}
