import type { Language } from '#domain/dates'
import { cents } from '#domain/money'
import { printPaper } from '#documents/print'
import { loadFaces } from '#documents/worker/fonts'
import { expect, test } from 'vitest'
import { readBack } from './read-back.ts'
import { receiptOf } from './samples.ts'

const faces = loadFaces()
const languages: readonly Language[] = ['en', 'es']

test.each(languages)('a receipt in %s names patient, provider, day of service, care and amount', async (language) => {
  const { pages, close } = await readBack(await printPaper(receiptOf({ language }), faces))
  expect(pages).toHaveLength(1)
  await expect(pages[0]?.lines.join('\n')).toMatchFileSnapshot(`pages/receipt-${language}.txt`)
  await close()
})

test('a receipt never says that a balance is due: administrators of HSA and FSA refuse such papers', async () => {
  const { pages, close } = await readBack(await printPaper(receiptOf(), faces))
  expect(pages.flatMap((page) => page.lines).filter((line) => /balance|due/i.test(line))).toEqual([])
  await close()
})

test('nothing is left to pay on a settled invoice, so the receipt does not speak of it', async () => {
  const { pages, close } = await readBack(await printPaper(receiptOf({ balanceCents: cents(0) }), faces))
  expect(pages.flatMap((page) => page.lines).filter((line) => line.startsWith('Left on'))).toEqual([])
  await close()
})

test('money given back is confirmed as given back', async () => {
  const { payment } = receiptOf()
  const paper = receiptOf({ payment: { ...payment, amountCents: cents(-20_000) } })
  const { pages, close } = await readBack(await printPaper(paper, faces))
  const lines = pages.flatMap((page) => page.lines)
  expect(lines).toContain('Amount refunded | $200.00')
  expect(lines.join(' ')).toContain('We refunded $200.00 to or on behalf of Zoë Müller-Ñáñez on Mar 10, 2026')
  expect(lines.join(' ')).not.toContain('HSA or FSA:')
  await close()
})
