import { useState, type ReactNode } from 'react'
import { Button } from '#ui/button'
import { DataTable, type Column } from '#ui/data-table'
import { useKeys } from '#ui/keys'
import css from './css/lists.module.css'

/** What can be done with the row that is selected, by its key or its button. */
export type RowDeed<Row> = { key: string; label: string; run: (row: Row) => void }

type Props<Row> = {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  columns: readonly Column<Row>[]
  /** Enter: what every row leads to. */
  onOpen: (row: Row) => void
  openLabel: string
  deeds: readonly RowDeed<Row>[]
  /** Beside the deeds: what the whole list can do. */
  tools?: ReactNode
  empty: ReactNode
}

/** A list that is worked through: the first row is selected, a key does its deed, and the next row comes up. */
export function WorkedList<Row>(props: Props<Row>) {
  const { rows, keyOf, deeds, onOpen } = props
  const [selectedKey, setSelectedKey] = useState<string>()
  const selected = rows.find((row) => keyOf(row) === selectedKey) ?? rows[0]
  const done = (deed: RowDeed<Row>) => {
    if (selected === undefined) return
    const next = rows[rows.indexOf(selected) + 1]
    setSelectedKey(next === undefined ? undefined : keyOf(next))
    deed.run(selected)
  }
  useKeys(
    deeds.map((deed) => ({
      keys: deed.key,
      label: deed.label,
      run: () => done(deed),
      isOff: selected === undefined,
    })),
  )
  return (
    <div className={css['part']}>
      <div className={css['deeds']}>
        {rows.length === 0 ? null : (
          <Button keyHint="Enter" onClick={() => selected === undefined || onOpen(selected)}>
            {props.openLabel}
          </Button>
        )}
        {rows.length === 0
          ? null
          : deeds.map((deed) => (
              <Button key={deed.key} keyHint={deed.key} onClick={() => done(deed)}>
                {deed.label}
              </Button>
            ))}
        {props.tools}
      </div>
      <DataTable
        label={props.label}
        rows={rows}
        keyOf={keyOf}
        columns={props.columns}
        selectedKey={selected === undefined ? undefined : keyOf(selected)}
        onSelect={(row) => setSelectedKey(keyOf(row))}
        onOpen={onOpen}
        empty={props.empty}
      />
    </div>
  )
}
