import type { OutputOf } from '#api/hooks'
import { DataTable } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { LocationBadge, Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import { shownName } from '#ui/shown-name'

type InvoiceRow = OutputOf<'invoices', 'list'>[number]

const tones = { draft: 'plain', open: 'caution', 'part-paid': 'accent', settled: 'good' } as const

/** Invoices as a list; Enter or a click opens one beside it. */
export function InvoiceTable(props: {
  rows: readonly InvoiceRow[]
  selectedId: string | undefined
  hidesPatient?: boolean
}) {
  const desk = useDesk()
  const { billing } = useWords()
  const { day, money } = useFormats()
  const patient = {
    key: 'patient',
    header: billing.patient,
    cell: (row: InvoiceRow) => shownName(row.patientName, desk.isPrivate),
    sortBy: (row: InvoiceRow) => row.patientName,
  }
  return (
    <DataTable
      label={billing.invoices}
      remember="invoices"
      rows={props.rows}
      keyOf={(row) => row.id}
      selectedKey={props.selectedId}
      onOpen={(row) => desk.openInvoice(row.id)}
      onSelect={(row) => desk.openInvoice(row.id)}
      isMuted={(row) => row.standing === 'settled'}
      empty={<EmptyState title={billing.emptyTitle} text={billing.emptyText} />}
      columns={[
        {
          key: 'number',
          header: billing.number,
          cell: (row) => (row.number === '' ? billing.noNumber : row.number),
          sortBy: (row) => row.number,
          width: '150px',
        },
        ...(props.hidesPatient === true ? [] : [patient]),
        { key: 'day', header: billing.day, cell: (row) => day(row.day), sortBy: (row) => row.day, width: '120px' },
        {
          key: 'location',
          header: billing.location,
          cell: (row) => <LocationBadge code={row.locationCode} />,
          sortBy: (row) => row.locationCode,
          width: '70px',
        },
        {
          key: 'standing',
          header: billing.standing,
          cell: (row) => <Tag tone={tones[row.standing]}>{billing.standings[row.standing]}</Tag>,
          sortBy: (row) => row.standing,
          width: '110px',
        },
        {
          key: 'total',
          header: billing.total,
          cell: (row) => money(row.totalCents),
          sortBy: (row) => row.totalCents,
          isFigure: true,
          width: '110px',
        },
        {
          key: 'balance',
          header: billing.balance,
          cell: (row) => money(row.balanceCents),
          sortBy: (row) => row.balanceCents,
          isFigure: true,
          width: '110px',
        },
      ]}
    />
  )
}
