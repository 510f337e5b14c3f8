import { type ReactNode } from 'react'
import type { FoundPatient } from '#contract/patients'
import { DataTable, type Column } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { LocationBadge, Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/patients.module.css'
import { calledName } from './called-name.ts'
import { shownName } from '#ui/shown-name'

type Props = {
  found: readonly FoundPatient[]
  /** Best match first: the order is not changed by hand. */
  isRanked: boolean
  selectedId: string | undefined
  onSelect: (patient: FoundPatient) => void
  empty: ReactNode
}

/** The patients that were found; Enter opens, Space previews. */
export function FoundTable({ found, isRanked, selectedId, onSelect, empty }: Props) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { day, phone } = useFormats()
  const columns: readonly Column<FoundPatient>[] = [
    {
      key: 'name',
      header: patients.name,
      sortBy: (patient) => patient.name,
      cell: (patient) => {
        const called = calledName(patient, desk.isPrivate)
        return (
          <span className={css['who']}>
            <span className={css['name']}>{shownName(patient.name, desk.isPrivate)}</span>
            {called === undefined ? null : <span className={css['called']}>({called})</span>}
            {patient.isArchived ? <Tag>{patients.archived}</Tag> : null}
          </span>
        )
      },
    },
    {
      key: 'birth',
      header: patients.birthDay,
      sortBy: (patient) => patient.birthDay,
      width: '188px',
      cell: (patient) =>
        desk.isPrivate ? common.years(patient.age) : common.dayAndAge(day(patient.birthDay), patient.age),
    },
    {
      key: 'phone',
      header: patients.phone,
      width: '136px',
      cell: (patient) => (desk.isPrivate ? patients.hidden : phone(patient.phone)),
    },
    {
      key: 'record',
      header: patients.record,
      sortBy: (patient) => patient.recordNumber,
      width: '128px',
      cell: (patient) => patient.recordNumber,
    },
    {
      key: 'home',
      header: patients.home,
      sortBy: (patient) => patient.homeLocationCode,
      width: '76px',
      cell: (patient) => <LocationBadge code={patient.homeLocationCode} />,
    },
  ]
  return (
    <DataTable
      label={patients.results}
      remember="patients"
      rows={found}
      keyOf={(patient) => patient.id}
      selectedKey={selectedId}
      onOpen={(patient) => desk.openPatient(patient.id)}
      onSelect={onSelect}
      isMuted={(patient) => patient.isArchived}
      columns={isRanked ? columns.map(unsorted) : columns}
      empty={empty}
    />
  )
}

function unsorted({ key, header, cell, width }: Column<FoundPatient>): Column<FoundPatient> {
  return { key, header, cell, ...(width === undefined ? {} : { width }) }
}
