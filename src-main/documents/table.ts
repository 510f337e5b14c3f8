import { frame, inks, leadingOf, type Content, type Element, type Sheet } from './page.ts'

export type Column = { readonly title: string; readonly width: number; readonly isFigure?: boolean }

/** A cell: its text, and smaller text under it. */
export type Cell = { readonly text: string; readonly note?: string }

type SetLine = { readonly text: string; readonly isNote: boolean }

const size = 9.25
const noteSize = 8
const leading = leadingOf(size)
const headHeight = 20
const above = 5
const below = 5
const gap = 10

/** A table over as many pages as it takes: its head again on each, no row cut unless it is longer than a page. */
export function table(
  sheet: Sheet,
  parent: Element,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): void {
  const holder = sheet.element(parent, 'Table')
  // a head alone at the foot of a page helps nobody
  sheet.keep(headHeight + above + leading * 2 + below)
  const head = sheet.element(holder, 'TR')
  drawHead(sheet, columns, (title, draw) => sheet.leaf(head, 'TH', draw, { scope: 'Column', title }))
  head.end()
  for (const cells of rows) row(sheet, holder, columns, cells)
  holder.end()
}

function row(sheet: Sheet, parent: Element, columns: readonly Column[], cells: readonly Cell[]): void {
  const set = columns.map((column, n) => setCell(sheet, cells[n] ?? { text: '' }, column.width - gap))
  const height = Math.max(...set.map((lines) => lines.length))
  const roomOnPage = (): number => Math.floor((frame.bottom - sheet.y - above - below) / leading)
  if (height > roomOnPage()) nextPage(sheet, columns)
  const contents: Content[][] = columns.map(() => [])
  for (let from = 0; from < height;) {
    if (from > 0) nextPage(sheet, columns)
    const count = Math.max(1, Math.min(height - from, roomOnPage()))
    const lefts = leftsOf(columns)
    set.forEach((lines, n) => {
      const column = columns[n]
      const left = lefts[n]
      const here = lines.slice(from, from + count)
      if (column === undefined || left === undefined || (here.length === 0 && from > 0)) return
      contents[n]?.push(sheet.content('TD', () => drawLines(sheet, here, column, left)))
    })
    from += count
    sheet.y += above + count * leading + below
    sheet.rule(sheet.y)
  }
  const tr = sheet.element(parent, 'TR')
  for (const content of contents) {
    const td = sheet.element(tr, 'TD')
    for (const part of content) td.add(part)
    td.end()
  }
  tr.end()
}

function nextPage(sheet: Sheet, columns: readonly Column[]): void {
  sheet.newPage()
  sheet.artifact('Pagination', () => drawHead(sheet, columns, (_title, draw) => draw()))
}

function drawHead(sheet: Sheet, columns: readonly Column[], put: (title: string, draw: () => void) => void): void {
  const baseline = sheet.y + 13
  const lefts = leftsOf(columns)
  columns.forEach((column, n) => {
    const left = lefts[n] ?? frame.left
    const style = { size: 8, weight: 'bold', color: inks.quiet } as const
    put(column.title, () => sheet.line(column.title, { ...style, ...placeOf(column, left), baseline }))
  })
  sheet.y += headHeight
}

function drawLines(sheet: Sheet, lines: readonly SetLine[], column: Column, left: number): void {
  lines.forEach((line, n) => {
    const baseline = sheet.y + above + n * leading + size
    const style = line.isNote ? { size: noteSize, color: inks.quiet } : { size }
    sheet.line(line.text, { ...style, ...placeOf(column, left), baseline })
  })
}

function placeOf(column: Column, left: number): { x: number; endsAt?: number } {
  return column.isFigure === true ? { x: left, endsAt: left + column.width } : { x: left }
}

function setCell(sheet: Sheet, cell: Cell, width: number): SetLine[] {
  const lines = sheet.wrap(cell.text, width, { size }).map((text) => ({ text, isNote: false }))
  if (cell.note === undefined) return lines
  return [...lines, ...sheet.wrap(cell.note, width, { size: noteSize }).map((text) => ({ text, isNote: true }))]
}

function leftsOf(columns: readonly Column[]): number[] {
  let left = frame.left
  return columns.map((column) => {
    const here = left
    left += column.width
    return here
  })
}
