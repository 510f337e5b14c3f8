import { formatDay, formatMinute, formatWeekday } from '#domain/dates'
import { formatMoney } from '#domain/money'
import { finishSheet, slimHead, slimRule } from './letterhead.ts'
import { frame, inks, Sheet } from './page.ts'
import type { DayPaper, DayVisit } from './papers.ts'
import { table, type Cell, type Column } from './table.ts'
import { wordsOf, type Words } from './words.ts'
import type { Faces } from './worker/fonts.ts'

/** The day sheet as PDF: each location on pages of its own, its visits in the order given. */
export function printDay(paper: DayPaper, faces: Faces): Promise<Uint8Array<ArrayBuffer>> {
  const { language, practiceName, day } = paper
  const words = wordsOf(language)
  const { daySheet } = words
  const title = daySheet.title(formatDay(day, language))
  const { recordedAt } = paper
  const sheet = new Sheet({ title, author: practiceName, lang: words.lang, recordedAt, faces })
  paper.places.forEach(({ locationName, printed, visits }, n) => {
    sheet.onNewPage(() => {})
    if (n > 0) sheet.newPage()
    const printedAt = daySheet.printed(formatDay(printed.day, language), formatMinute(printed.minute))
    sheet.leaf(sheet.root, 'P', () => slimHead(sheet, practiceName, printedAt))
    slimRule(sheet)
    const about = daySheet.on(locationName, formatWeekday(day, language, 'long'), formatDay(day, language))
    sheet.onNewPage(() => {
      sheet.artifact('Pagination', () => slimHead(sheet, practiceName, words.continued(about)))
      slimRule(sheet)
    })
    sheet.y = frame.top - 8
    sheet.paragraph(sheet.root, 'H1', about, { size: 16, weight: 'bold' })
    const count = visits.length === 0 ? daySheet.nothing : daySheet.visits(visits.length)
    sheet.paragraph(sheet.root, 'P', count, { size: 9.25, color: inks.quiet })
    sheet.y += 8
    if (visits.length > 0) visitTable(sheet, visits, words)
  })
  return finishSheet(sheet, `${title} · ${practiceName}`, words)
}

type Part = { readonly column: Column; readonly cell: (visit: DayVisit) => Cell }

function visitTable(sheet: Sheet, visits: readonly DayVisit[], { daySheet, ...words }: Words): void {
  const shows = (what: 'escort' | 'balanceCents') => visits.some((visit) => visit[what] !== null)
  const optional: Part[] = [
    ...(shows('escort')
      ? [
          {
            column: { title: daySheet.escort, width: 68 },
            cell: (one: DayVisit) => ({ text: escortOf(one, daySheet) }),
          },
        ]
      : []),
    ...(shows('balanceCents')
      ? [
          {
            column: { title: daySheet.balance, width: 58, isFigure: true },
            cell: (one: DayVisit) => ({ text: one.balanceCents === null ? '' : formatMoney(one.balanceCents) }),
          },
        ]
      : []),
  ]
  const fixed = { time: 55, room: 60, visit: 67, status: 70 }
  const taken = [...Object.values(fixed), ...optional.map(({ column }) => column.width)]
  const parts: Part[] = [
    {
      column: { title: daySheet.time, width: fixed.time },
      cell: (one) => ({ text: formatMinute(one.startMinute), note: daySheet.until(formatMinute(one.endMinute)) }),
    },
    { column: { title: daySheet.room, width: fixed.room }, cell: (one) => ({ text: one.roomName }) },
    {
      column: { title: words.patient, width: taken.reduce((left, width) => left - width, frame.textWidth) },
      cell: (one) => ({ text: one.patient, note: reachedAt(one) }),
    },
    {
      column: { title: daySheet.visit, width: fixed.visit },
      cell: ({ visit, infusion }) => ({
        text: daySheet.kinds[visit],
        ...(infusion === undefined ? {} : { note: daySheet.infusionOf(infusion.number, infusion.planned) }),
      }),
    },
    {
      column: { title: daySheet.status, width: fixed.status },
      cell: (one) => ({ text: daySheet.statuses[one.status] }),
    },
    ...optional,
  ]
  table(
    sheet,
    sheet.root,
    parts.map(({ column }) => column),
    visits.map((visit) => parts.map(({ cell }) => cell(visit))),
  )
}

/** The record and, unless it is hidden or unknown, the phone: beside each other, so that long names have room. */
function reachedAt({ recordNumber, phone }: DayVisit): string {
  return phone === null || phone === '' ? recordNumber : `${recordNumber} · ${phone}`
}

/** Who takes the patient home; only after an infusion somebody has to. */
function escortOf({ escort, visit }: DayVisit, words: Words['daySheet']): string {
  return escort === '' && visit === 'infusion' ? words.noEscort : (escort ?? '')
}
