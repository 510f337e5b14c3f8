import { formatDay, type Language } from '#domain/dates'
import { formatMoney, negate } from '#domain/money'
import type { Sheet } from './page.ts'
import type { PaperLine } from './papers.ts'
import { table, type Column } from './table.ts'
import type { Words } from './words.ts'

/** What was done, when, and what it costs; the discounts have a column when there is one. */
export function careTable(sheet: Sheet, lines: readonly PaperLine[], language: Language, words: Words): void {
  const hasDiscount = lines.some((line) => line.discountCents !== 0)
  const figures: Column[] = [
    { title: words.quantity, width: 30, isFigure: true },
    { title: words.unitPrice, width: 66, isFigure: true },
    ...(hasDiscount ? [{ title: words.discount, width: 62, isFigure: true }] : []),
    { title: words.amount, width: 70, isFigure: true },
  ]
  const dateWidth = 92
  const taken = figures.reduce((sum, column) => sum + column.width, dateWidth)
  const columns = [
    { title: words.dateOfService, width: dateWidth },
    { title: words.description, width: 504 - taken },
    ...figures,
  ]
  table(
    sheet,
    sheet.root,
    columns,
    lines.map((line) => [
      { text: formatDay(line.serviceDay, language) },
      { text: line.description },
      { text: String(line.quantity) },
      { text: formatMoney(line.unitCents) },
      ...(hasDiscount ? [{ text: discountOf(line) }] : []),
      { text: formatMoney(line.totalCents) },
    ]),
  )
}

function discountOf(line: PaperLine): string {
  return line.discountCents === 0 ? '' : formatMoney(negate(line.discountCents))
}
