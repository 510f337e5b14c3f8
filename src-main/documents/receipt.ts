import { formatDay } from '#domain/dates'
import { formatMoney, negate } from '#domain/money'
import { careTable } from './care-table.ts'
import { nameOf, tenderOf } from './invoice.ts'
import { closeSheet, factStrip, heading, openSheet, patientAndFigure, sums } from './letterhead.ts'
import { inks } from './page.ts'
import type { ReceiptPaper } from './papers.ts'
import { wordsOf } from './words.ts'
import type { Faces } from './worker/fonts.ts'

/**
 * The receipt of a payment as PDF. An HSA or FSA administrator refuses a paper that only says what is due, so this one
 * names the care and the money received (IRS Publication 502 and the administrators' claim rules ask for both).
 */
export function printReceipt(paper: ReceiptPaper, faces: Faces): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsOf(paper.language)
  const { payment, provider, patient } = paper
  const isRefund = payment.amountCents < 0
  const amount = formatMoney(isRefund ? negate(payment.amountCents) : payment.amountCents)
  const day = formatDay(payment.day, paper.language)
  const sheet = openSheet(paper, { shown: words.receipt, kind: words.receipt }, words, faces)
  patientAndFigure(sheet, paper, words, { label: isRefund ? words.amountRefunded : words.amountPaid, amount })
  factStrip(sheet, [
    { name: words.receiptNumber, value: paper.number },
    { name: isRefund ? words.refunded : words.received, value: day },
    { name: words.paidBy, value: tenderOf(payment, words), ...moreOf(payment.reference) },
    { name: words.provider, value: nameOf(provider), more: words.npi(provider.npi) },
  ])
  const confirmation = isRefund
    ? words.confirmsRefund(patient.name, amount, day)
    : words.confirmsPayment(patient.name, amount, day, nameOf(provider))
  sheet.paragraph(sheet.root, 'P', confirmation, { size: 9.75 })
  sheet.y += 14
  heading(sheet, words.careReceived)
  careTable(sheet, paper.lines, paper.language, words)
  sums(sheet, [
    { label: words.invoiceTotal(paper.invoiceNumber), amount: formatMoney(paper.totalCents) },
    { label: words.paidToDate, amount: formatMoney(paper.paidCents) },
    ...(paper.balanceCents > 0 ? [{ label: words.leftOnInvoice, amount: formatMoney(paper.balanceCents) }] : []),
    { label: isRefund ? words.amountRefunded : words.amountPaid, amount, isMain: true },
  ])
  sheet.y += 18
  if (!isRefund) sheet.paragraph(sheet.root, 'P', words.keepForHsa, { size: 8.75, color: inks.quiet })
  return closeSheet(sheet, paper, words)
}

function moreOf(reference: string | undefined): { more?: string } {
  return reference === undefined || reference === '' ? {} : { more: reference }
}
