import { useDo, useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { FaultNotice, useNotices } from '#ui/notice'
import { LocationBadge } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { shownName } from '#ui/shown-name'

/** Completed visits that nobody has billed; one key makes the draft. */
export function UnbilledTable() {
  const desk = useDesk()
  const { billing } = useWords()
  const { day } = useFormats()
  const { refuse } = useNotices()
  const list = useLook(['invoices', 'unbilled'], { locationId: desk.locationFilter ?? null }, { keepLast: true })
  const draft = useDo(['invoices', 'draft'])
  const bill = async (appointmentId: string) => {
    const reply = await draft.run({ appointmentId })
    if (reply.ok) desk.openInvoice(reply.value.invoiceId)
    else refuse(reply.fault)
  }
  if (list.value === undefined) return <FaultNotice fault={list.fault} />
  return (
    <DataTable
      label={billing.toBill}
      rows={list.value}
      keyOf={(row) => row.appointmentId}
      onOpen={(row) => void bill(row.appointmentId)}
      empty={<EmptyState title={billing.nothingToBillTitle} text={billing.nothingToBillText} />}
      columns={[
        { key: 'patient', header: billing.patient, cell: (row) => shownName(row.patientName, desk.isPrivate) },
        { key: 'day', header: billing.day, cell: (row) => day(row.day), sortBy: (row) => row.day, width: '120px' },
        {
          key: 'location',
          header: billing.location,
          cell: (row) => <LocationBadge code={row.locationCode} />,
          width: '70px',
        },
        {
          key: 'bill',
          header: billing.bill,
          hidesHeader: true,
          cell: (row) =>
            desk.may('invoices.write') ? (
              <Button variant="plain" tabIndex={-1} onClick={() => void bill(row.appointmentId)}>
                {billing.bill}
              </Button>
            ) : null,
          width: '140px',
        },
      ]}
    />
  )
}
