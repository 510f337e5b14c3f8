import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import css from './css/data-table.module.css'
import { cx } from './cx.tsx'

/** One column: what stands in its cells, and by what it sorts when it can. */
export type Column<Row> = {
  key: string
  header: string
  /** The header is there for those who cannot see, not on the screen. */
  hidesHeader?: boolean
  cell: (row: Row) => ReactNode
  /** Makes the header a button that sorts by this. */
  sortBy?: (row: Row) => string | number
  isFigure?: boolean
  /** A CSS width: `120px`, `20%`; what is left goes to the columns without one. */
  width?: string
}

type TableProps<Row> = {
  /** Spoken name of the table. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Enter or a double click. */
  onOpen?: (row: Row) => void
  /** Space, a click, or the arrows reaching a row. */
  onSelect?: (row: Row) => void
  selectedKey?: string | undefined
  /** Shown in place of rows. */
  empty?: ReactNode
  /** Under this name the sort order is remembered while the window is open. */
  remember?: string
  isMuted?: (row: Row) => boolean
}

type Sort = { key: string; isDescending: boolean }

const rowHeight = 28
const virtualFrom = 200
const remembered = new Map<string, Sort>()

/** A list as a table: 28 px rows, arrows move, Enter opens, headers sort; past 200 rows only what is in sight is drawn. */
export function DataTable<Row>(props: TableProps<Row>) {
  const { columns, keyOf, remember, rows } = props
  const [sort, setSort] = useState(() => (remember === undefined ? undefined : remembered.get(remember)))
  const [activeKey, setActiveKey] = useState<string>()
  const scroller = useRef<HTMLDivElement>(null)
  const sorted = useMemo(() => sortedBy(rows, columns, sort), [rows, columns, sort])
  const isVirtual = sorted.length > virtualFrom
  // oxlint-disable-next-line react/incompatible-library -- its own state redraws the rows; nothing is memoised on it
  const virtual = useVirtualizer({
    count: sorted.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const items = virtual.getVirtualItems()
  const first = isVirtual ? (items[0]?.index ?? 0) : 0
  const last = isVirtual ? (items.at(-1)?.index ?? -1) : sorted.length - 1
  const wantedKey = activeKey ?? props.selectedKey
  const activeAt = Math.max(
    0,
    sorted.findIndex((row) => keyOf(row) === wantedKey),
  )

  const moveTo = (at: number) => {
    const row = sorted[at]
    if (row === undefined) return
    setActiveKey(keyOf(row))
    if (isVirtual) virtual.scrollToIndex(at)
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus()
    })
  }

  const pressed = (event: KeyboardEvent, row: Row, at: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      moveTo(Math.min(sorted.length - 1, Math.max(0, at + step)))
    } else if (event.key === 'Enter' && props.onOpen !== undefined) {
      event.preventDefault()
      props.onOpen(row)
    } else if (event.key === ' ' && props.onSelect !== undefined) {
      event.preventDefault()
      props.onSelect(row)
    }
  }

  if (rows.length === 0 && props.empty !== undefined) return props.empty
  return (
    <div ref={scroller} className={css['scroller']}>
      <table className={css['table']} role="grid" aria-label={props.label} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={cx(column.isFigure === true && css['figure'])}
                style={{ width: column.width }}
                aria-sort={ariaSort(column, sort)}
              >
                {column.sortBy === undefined ? (
                  <span className={cx(column.hidesHeader === true && 'visually-hidden')}>{column.header}</span>
                ) : (
                  <button type="button" className={css['sorter']} onClick={() => sortOn(column.key)}>
                    {column.header}
                    {sort?.key === column.key ? arrowOf(sort) : null}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 ? <Gap height={first * rowHeight} columns={columns.length} /> : null}
          {sorted.slice(first, last + 1).map((row, offset) => {
            const at = first + offset
            const key = keyOf(row)
            return (
              <tr
                key={key}
                role="row"
                data-at={at}
                aria-rowindex={at + 2}
                aria-selected={key === props.selectedKey}
                tabIndex={at === activeAt ? 0 : -1}
                className={cx(css['row'], props.isMuted?.(row) === true && css['muted'])}
                onKeyDown={(event) => pressed(event, row, at)}
                onFocus={() => setActiveKey(key)}
                onClick={() => props.onSelect?.(row)}
                onDoubleClick={() => props.onOpen?.(row)}
              >
                {columns.map((column) => (
                  <td key={column.key} role="gridcell" className={cx(column.isFigure === true && css['figure'])}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          {last < sorted.length - 1 ? (
            <Gap height={(sorted.length - 1 - last) * rowHeight} columns={columns.length} />
          ) : null}
        </tbody>
      </table>
    </div>
  )

  function sortOn(key: string) {
    const next = { key, isDescending: sort?.key === key && !sort.isDescending }
    setSort(next)
    if (remember !== undefined) remembered.set(remember, next)
  }
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: -1_000_000,
  End: 1_000_000,
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden className={css['gap']}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

function arrowOf(sort: Sort) {
  return sort.isDescending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />
}

function ariaSort<Row>(column: Column<Row>, sort: Sort | undefined) {
  if (column.sortBy === undefined) return undefined
  if (sort?.key !== column.key) return 'none'
  return sort.isDescending ? 'descending' : 'ascending'
}

function sortedBy<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | undefined): readonly Row[] {
  const by = columns.find((column) => column.key === sort?.key)?.sortBy
  if (by === undefined || sort === undefined) return rows
  const sign = sort.isDescending ? -1 : 1
  return rows.toSorted((one, other) => sign * compare(by(one), by(other)))
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one).localeCompare(String(other), undefined, {
    sensitivity: 'base',
    numeric: true,
  })
}
