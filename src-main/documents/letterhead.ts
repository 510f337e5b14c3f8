import { frame, inks, leadingOf, Sheet } from './page.ts'
import type { PatientPaper } from './papers.ts'
import { printable, type Style } from './text.ts'
import type { Words } from './words.ts'
import type { Faces } from './worker/fonts.ts'

/** A fact beside its name. */
export type Fact = { readonly name: string; readonly value: string; readonly more?: string }

/** Opens a paper: letterhead, title and number on the first page, a slim head on the others. */
export function openSheet(
  paper: PatientPaper,
  title: { shown: string; kind: string },
  words: Words,
  faces: Faces,
): Sheet {
  const { letterhead, number } = paper
  const titled = `${title.kind} ${number}`
  const sheet = new Sheet({
    title: titled,
    author: letterhead.practiceName,
    lang: words.lang,
    recordedAt: paper.recordedAt,
    faces,
  })
  const quiet = { size: 8.25, color: inks.quiet }
  sheet.onNewPage(() => {
    sheet.artifact('Pagination', () => {
      slimHead(sheet, letterhead.practiceName, words.continued(titled))
    })
    slimRule(sheet)
  })

  const textLeft = frame.left + logo(sheet, paper)
  let y = 56
  const name = { size: 15, weight: 'bold', color: inks.accent } as const
  for (const line of sheet.wrap(letterhead.practiceName, frame.right - textLeft, name)) {
    sheet.leaf(sheet.root, 'P', () => sheet.line(line, { x: textLeft, baseline: y, ...name }))
    y += 18
  }
  y -= 3
  for (const line of addressOf(paper, words).flatMap((text) => sheet.wrap(text, 320, quiet))) {
    sheet.leaf(sheet.root, 'P', () => sheet.line(line, { x: textLeft, baseline: y, ...quiet }))
    y += leadingOf(quiet.size)
  }

  sheet.y = Math.max(y, 96)
  sheet.rule(sheet.y, { color: inks.accent, weight: 0.75 })
  sheet.y += 22
  const heading = { size: 21, weight: 'bold' } as const
  const { y: top } = sheet
  sheet.leaf(sheet.root, 'H1', () => sheet.line(title.shown, { x: frame.left, baseline: top + 19, ...heading }))
  sheet.y += 42
  return sheet
}

/** The practice and what the page is about, small on one line above the text. */
export function slimHead(sheet: Sheet, practiceName: string, about: string): void {
  const baseline = 58
  const slim = { size: 9, weight: 'bold', color: inks.accent } as const
  const quiet = { size: 8.25, color: inks.quiet }
  sheet.line(firstLine(sheet, practiceName, 250, slim), { x: frame.left, baseline, ...slim })
  sheet.line(firstLine(sheet, about, 244, quiet), { x: frame.left, endsAt: frame.right, baseline, ...quiet })
}

/** The line under a slim head. */
export function slimRule(sheet: Sheet): void {
  sheet.rule(70, { color: inks.accent, weight: 0.75 })
}

/** The patient on the left, and on the right the one figure that matters. */
export function patientAndFigure(
  sheet: Sheet,
  paper: PatientPaper,
  words: Words,
  figure: { label: string; amount: string; below?: string },
): void {
  const top = sheet.y
  patientBlock(sheet, paper, words, 270)
  const bottom = sheet.y
  const panel = { x: 352, width: 206, height: 62 }
  sheet.panel(panel.x, top, panel.width, panel.height)
  const left = panel.x + 14
  const endsAt = panel.x + panel.width - 14
  sheet.leaf(sheet.root, 'P', () =>
    sheet.line(figure.label, { x: left, baseline: top + 20, size: 9, weight: 'bold', color: inks.accent }),
  )
  sheet.leaf(sheet.root, 'P', () =>
    sheet.line(figure.amount, { x: left, endsAt, baseline: top + 47, size: 22, weight: 'bold', color: inks.accent }),
  )
  sheet.y = Math.max(bottom, top + panel.height) + 16
}

/** The patient's name, address and record number. */
function patientBlock(sheet: Sheet, paper: PatientPaper, words: Words, width: number): void {
  const { patient } = paper
  const sect = sheet.element(sheet.root, 'Sect')
  sheet.paragraph(sect, 'P', words.patient, { size: 8.25, color: inks.quiet, width })
  sheet.y += 1
  sheet.paragraph(sect, 'P', patient.name, { size: 12, weight: 'bold', width })
  sheet.y += 1
  for (const line of patient.addressLines.filter((text) => printable(text) !== '')) {
    sheet.paragraph(sect, 'P', line, { size: 9.25, width })
  }
  sheet.paragraph(sect, 'P', words.recordNumber(patient.recordNumber), { size: 9.25, color: inks.quiet, width })
  sect.end()
}

/** Facts side by side between two hairlines. */
export function factStrip(sheet: Sheet, facts: readonly Fact[]): void {
  const column = frame.textWidth / facts.length
  const width = column - 12
  const style = { size: 9.25 }
  const set = facts.map((fact) => ({
    fact,
    values: sheet.wrap(fact.value, width, style),
    more: fact.more === undefined ? [] : sheet.wrap(fact.more, width, { size: 8.25 }),
  }))
  const leading = leadingOf(style.size)
  const height = 24 + Math.max(...set.map(({ values, more }) => values.length + more.length)) * leading
  sheet.keep(height)
  const { y: top } = sheet
  sheet.rule(top)
  set.forEach(({ fact, values, more }, n) => {
    const x = frame.left + n * column
    sheet.leaf(sheet.root, 'P', () => sheet.line(fact.name, { x, baseline: top + 15, size: 8.25, color: inks.quiet }))
    sheet.leaf(sheet.root, 'P', () => {
      values.forEach((line, k) => sheet.line(line, { x, baseline: top + 29 + k * leading, ...style }))
      more.forEach((line, k) =>
        sheet.line(line, { x, baseline: top + 29 + (values.length + k) * leading, size: 8.25, color: inks.quiet }),
      )
    })
  })
  sheet.y = top + height + 2
  sheet.rule(sheet.y)
  sheet.y += 18
}

/** A heading with room for what it heads. */
export function heading(sheet: Sheet, text: string, keep = 60): void {
  sheet.keep(keep)
  sheet.paragraph(sheet.root, 'H2', text, { size: 11, weight: 'bold', color: inks.accent })
  sheet.y += 2
}

/** Sums under a table, right-aligned; the last one large when it is the one that matters. */
export function sums(
  sheet: Sheet,
  rows: readonly { readonly label: string; readonly amount: string; readonly isMain?: boolean }[],
): void {
  sheet.keep(rows.length * 20 + 14)
  sheet.y += 8
  for (const { label, amount, isMain } of rows) {
    const style = isMain === true ? ({ size: 11.5, weight: 'bold', color: inks.accent } as const) : { size: 9.25 }
    if (isMain === true) {
      sheet.rule(sheet.y + 1, { from: 318, color: inks.accent, weight: 0.75 })
      sheet.y += 7
    }
    const baseline = sheet.y + style.size
    sheet.leaf(sheet.root, 'P', () => {
      sheet.line(label, { x: 318, baseline, ...style })
      sheet.line(amount, { x: 318, endsAt: frame.right, baseline, ...style })
    })
    sheet.y += leadingOf(style.size) + 2
  }
}

/** Closes a paper: practice, number and page at the foot of each page. */
export function closeSheet(sheet: Sheet, paper: PatientPaper, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const { letterhead } = paper
  return finishSheet(sheet, `${paper.number} · ${letterhead.locationName} · ${letterhead.practiceName}`, words)
}

/** Closes a document: who sends it and the page at the foot of each page. */
export function finishSheet(sheet: Sheet, sender: string, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  return sheet.finish((page, pages) => {
    const style = { baseline: 756, size: 8, color: inks.quiet }
    sheet.line(firstLine(sheet, sender, 420, style), { x: frame.left, ...style })
    sheet.line(words.page(page, pages), { x: frame.left, endsAt: frame.right, ...style })
  })
}

// What stands on every page has one line there, however long the name of the practice.
function firstLine(sheet: Sheet, text: string, width: number, style: Style): string {
  return sheet.wrap(text, width, style)[0] ?? ''
}

function addressOf(paper: PatientPaper, words: Words): string[] {
  const { practiceName, legalName, locationName, addressLines, phone, ein, npi } = paper.letterhead
  const address = [[locationName, ...addressLines].join(', '), words.phone(phone)]
  // legal name, tax and provider numbers are for whoever pays money back, not for the way home
  if (paper.kind === 'discharge') return address
  const legal = [
    legalName === practiceName ? [] : legalName,
    ein === undefined ? [] : words.ein(ein),
    npi === undefined ? [] : words.npi(npi),
  ].flat()
  return legal.length === 0 ? address : [...address, legal.join(' · ')]
}

function logo(sheet: Sheet, paper: PatientPaper): number {
  const { logoPng, practiceName } = paper.letterhead
  if (logoPng === undefined) return 0
  let width = 0
  sheet.leaf(
    sheet.root,
    'Figure',
    () => {
      width = sheet.picture(logoPng, frame.left, 42, { width: 96, height: 44 })
    },
    { alt: practiceName },
  )
  return width + 14
}
