import { formatDay } from '#domain/dates'
import { formatMoney } from '#domain/money'
import { closeSheet, factStrip, heading, openSheet, patientAndFigure, sums } from './letterhead.ts'
import { careTable } from './care-table.ts'
import { inks } from './page.ts'
import type { InvoicePaper, PaperPayment } from './papers.ts'
import { table } from './table.ts'
import { wordsOf, type Words } from './words.ts'
import type { Faces } from './worker/fonts.ts'

/** The invoice as PDF. */
export function printInvoice(paper: InvoicePaper, faces: Faces): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsOf(paper.language)
  const { letterhead, provider } = paper
  const sheet = openSheet(paper, { shown: words.invoice, kind: words.invoice }, words, faces)
  const standing = {
    label: standingOf(paper, words),
    amount: formatMoney(paper.balanceCents),
  }
  patientAndFigure(sheet, paper, words, standing)
  factStrip(sheet, [
    { name: words.invoiceNumber, value: paper.number },
    { name: words.issued, value: formatDay(paper.issuedDay, paper.language) },
    { name: words.provider, value: nameOf(provider), more: words.npi(provider.npi) },
    { name: words.location, value: letterhead.locationName },
  ])
  heading(sheet, words.services)
  careTable(sheet, paper.lines, paper.language, words)
  sums(sheet, [
    { label: words.total, amount: formatMoney(paper.totalCents) },
    { label: words.paid, amount: formatMoney(paper.paidCents) },
    { ...standing, isMain: true },
  ])
  sheet.y += 18
  heading(sheet, words.payments)
  if (paper.payments.length === 0) sheet.paragraph(sheet.root, 'P', words.noPayments, { size: 9.25 })
  else {
    table(
      sheet,
      sheet.root,
      [
        { title: words.date, width: 92 },
        { title: words.method, width: 148 },
        { title: words.reference, width: 164 },
        { title: words.amount, width: 100, isFigure: true },
      ],
      paper.payments.map((payment) => [
        { text: formatDay(payment.day, paper.language) },
        { text: tenderOf(payment, words) },
        { text: payment.reference ?? '' },
        { text: formatMoney(payment.amountCents) },
      ]),
    )
  }
  sheet.y += 16
  sheet.paragraph(sheet.root, 'P', words.questions(letterhead.phone), { size: 8.75, color: inks.quiet })
  return closeSheet(sheet, paper, words)
}

/** The provider with the letters behind the name. */
export function nameOf(provider: { readonly name: string; readonly credentials: string }): string {
  return provider.credentials === '' ? provider.name : `${provider.name}, ${provider.credentials}`
}

/** How the money came, or went back. */
export function tenderOf(payment: PaperPayment, words: Words): string {
  const tender = words.tenders[payment.tender]
  return payment.amountCents < 0 ? words.refund(tender) : tender
}

function standingOf(paper: InvoicePaper, words: Words): string {
  if (paper.balanceCents === 0) return words.paidInFull
  return paper.balanceCents < 0 ? words.creditForYou : words.balanceDue
}
