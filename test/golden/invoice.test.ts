import { formatDay, type Language } from '#domain/dates'
import { cents, formatMoney, negate } from '#domain/money'
import type { InvoicePaper } from '#documents/papers'
import { printPaper } from '#documents/print'
import { wordsOf } from '#documents/words'
import { loadFaces } from '#documents/worker/fonts'
import { describe, expect, test } from 'vitest'
import { readBack } from './read-back.ts'
import { invoiceOf, linesOf, letterhead, provider, zoe } from './samples.ts'

const faces = loadFaces()
const languages: readonly Language[] = ['en', 'es']
const longest = 'Maximiliana Guadalupe Fernández-Echeverría de la Santísima Trinidad y Montemayor-O’Shaughnessy'

async function read(paper: InvoicePaper): Promise<Awaited<ReturnType<typeof readBack>>> {
  return readBack(await printPaper(paper, faces))
}

/** The rows that have to be there, written from the input. */
function rowsOf(paper: InvoicePaper): string[][] {
  const words = wordsOf(paper.language)
  const hasDiscount = paper.lines.some((line) => line.discountCents !== 0)
  const discount = (text: string): string[] => (hasDiscount ? [text] : [])
  return [
    [
      words.dateOfService,
      words.description,
      words.quantity,
      words.unitPrice,
      ...discount(words.discount),
      words.amount,
    ],
    ...paper.lines.map((line) => [
      formatDay(line.serviceDay, paper.language),
      line.description,
      String(line.quantity),
      formatMoney(line.unitCents),
      ...discount(line.discountCents === 0 ? '' : formatMoney(negate(line.discountCents))),
      formatMoney(line.totalCents),
    ]),
    [words.date, words.method, words.reference, words.amount],
    ...paper.payments.map((payment) => [
      formatDay(payment.day, paper.language),
      words.tenders[payment.tender],
      payment.reference ?? '',
      formatMoney(payment.amountCents),
    ]),
  ]
}

describe.each(languages)('an invoice in %s', (language) => {
  test.each([1, 12, 60])('prints every figure of %i lines as it is stored', async (count) => {
    const paper = invoiceOf({ language, lines: linesOf(count) })
    const { pages, close } = await read(paper)
    expect(pages.flatMap((page) => page.rows)).toEqual(rowsOf(paper))
    await close()
  })

  test('reads as a whole', async () => {
    const { pages, close } = await read(invoiceOf({ language }))
    expect(pages).toHaveLength(1)
    await expect(pages[0]?.lines.join('\n')).toMatchFileSnapshot(`pages/invoice-${language}.txt`)
    await close()
  })

  test('says who, where and by whom', async () => {
    const words = wordsOf(language)
    const { pages, close } = await read(invoiceOf({ language }))
    const text = pages[0]?.pieces.map((piece) => piece.text) ?? []
    for (const sentence of [
      letterhead.practiceName,
      words.phone(letterhead.phone),
      zoe.name,
      ...zoe.addressLines,
      words.recordNumber(zoe.recordNumber),
      `${provider.name}, ${provider.credentials}`,
      words.npi(provider.npi),
      words.invoice,
      formatDay(invoiceOf().issuedDay, language),
      words.questions(letterhead.phone),
      words.page(1, 1),
    ])
      expect(text).toContain(sentence)
    await close()
  })
})

test('the balance is the stored one, not a sum of what else is printed', async () => {
  const { pages, close } = await read(
    invoiceOf({ totalCents: cents(11), paidCents: cents(22), balanceCents: cents(123_456) }),
  )
  expect(pages[0]?.lines.filter((line) => /^(Total|Paid|Balance due) \|/.test(line))).toEqual([
    'Total | $0.11',
    'Paid | $0.22',
    'Balance due | $1,234.56',
  ])
  await close()
})

test('a settled invoice says so, an overpaid one names the credit', async () => {
  const settled = await read(invoiceOf({ balanceCents: cents(0) }))
  expect(settled.pages[0]?.lines).toContain('Paid in full | $0.00')
  await settled.close()
  const over = await read(invoiceOf({ balanceCents: cents(-500) }))
  expect(over.pages[0]?.lines).toContain('Credit in your favor | -$5.00')
  await over.close()
})

test('an invoice without payments says that none came, and a refund is called a refund', async () => {
  const unpaid = await read(invoiceOf({ payments: [] }))
  expect(unpaid.pages[0]?.lines).toContain('No payment has been received yet.')
  await unpaid.close()
  const [payment] = invoiceOf().payments
  if (payment === undefined) throw new Error('the sample has payments')
  const refunded = await read(invoiceOf({ payments: [{ ...payment, tender: 'card', amountCents: cents(-20_000) }] }))
  expect(refunded.pages[0]?.lines).toContain('Mar 10, 2026 | Refund, card | Visa 1881 | -$200.00')
  await refunded.close()
})

test('sixty lines go over pages: number, page and head on each, no row outside the margins', async () => {
  const { pages, close } = await read(invoiceOf({ lines: linesOf(60) }))
  expect(pages.length).toBeGreaterThan(3)
  pages.forEach((page, n) => {
    expect(page.lines.at(-1)).toBe(
      `SM1-2026-000001 · Santa Monica · Pacific Light Ketamine | Page ${n + 1} of ${pages.length}`,
    )
    for (const piece of page.pieces) {
      expect(piece.left).toBeGreaterThanOrEqual(53.9)
      expect(piece.left + piece.width).toBeLessThanOrEqual(558.1)
      expect(piece.baseline).toBeLessThanOrEqual(757)
    }
    if (n > 0) expect(page.lines[0]).toBe('Pacific Light Ketamine | Invoice SM1-2026-000001, continued')
    if (n > 0 && n < pages.length - 1) expect(page.lines[1]).toMatch(/^Date of service \| Description \|/)
  })
  await close()
})

test('the figures of a column end on one line', async () => {
  const { pages, close } = await read(invoiceOf({ lines: linesOf(12) }))
  const amounts = pages
    .flatMap((page) => page.pieces)
    .filter((piece) => /^\$[\d,.]+$/.test(piece.text) && piece.left > 480)
  const ends = new Set(amounts.filter((piece) => piece.size < 12).map((piece) => (piece.left + piece.width).toFixed(1)))
  expect([...ends]).toEqual(['558.0'])
  await close()
})

test('the longest name and a word without end wrap instead of running into the balance', async () => {
  const lines = linesOf(1).map((line) => ({ ...line, description: 'W'.repeat(120) }))
  const { pages, close } = await read(invoiceOf({ lines, patient: { ...zoe, name: longest } }))
  const pieces = pages[0]?.pieces ?? []
  const name = pieces.filter((piece) => piece.size === 12 && piece.left < 60)
  expect(
    name
      .map((piece) => piece.text)
      .join(' ')
      .replaceAll('- ', '-'),
  ).toBe(longest)
  expect(Math.max(...name.map((piece) => piece.left + piece.width))).toBeLessThan(352)
  const words = pieces.filter((piece) => /^W+$/.test(piece.text))
  expect(words.map((piece) => piece.text).join('')).toBe('W'.repeat(120))
  expect(Math.max(...words.map((piece) => piece.left + piece.width))).toBeLessThan(390)
  await close()
})

test('a description longer than a page is printed whole, as one row', async () => {
  const description = Array.from({ length: 900 }, (_, n) => `word${n}`).join(' ')
  const lines = linesOf(2).map((line, n) => (n === 0 ? { ...line, description } : line))
  const { pages, close } = await read(invoiceOf({ lines }))
  const text = pages.flatMap((page) => page.rows.map((row) => row[1] ?? '')).join(' ')
  expect(text.match(/word\d+/g)).toEqual(description.split(' '))
  await close()
})

test('a practice with a very long name keeps inside the margins, on every page', async () => {
  const practiceName =
    'The Ventura and Los Angeles Counties Center for Interventional Psychiatry and Pain, a Medical Corporation'
  const { pages, close } = await read(invoiceOf({ lines: linesOf(12), letterhead: { ...letterhead, practiceName } }))
  const text = pages[0]?.lines.slice(0, 2).join(' ')
  expect(text).toBe(practiceName)
  for (const piece of pages.flatMap((page) => page.pieces)) expect(piece.left + piece.width).toBeLessThanOrEqual(558.1)
  await close()
})
