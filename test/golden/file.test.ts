import { day } from '#domain/dates'
import { printPaper } from '#documents/print'
import { wordsOf } from '#documents/words'
import { loadFaces } from '#documents/worker/fonts'
import { describe, expect, test } from 'vitest'
import { embeddedFonts, readBack } from './read-back.ts'
import { dayOf, dischargeOf, invoiceOf, letterhead, linesOf, receiptOf, visitsOf, zoe } from './samples.ts'

const faces = loadFaces()
const square =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mPgjg2nKWIYtWDUglELRi0YtWDUglELRi0YtWDUglELhooFAKt5/B8Vx8tDAAAAAElFTkSuQmCC'
const printed = { day: day('2026-03-10'), minute: 545 }
const papers = [
  { title: 'Invoice SM1-2026-000001', paper: invoiceOf({ lines: linesOf(12) }) },
  { title: 'Payment receipt SM1-2026-P000007', paper: receiptOf() },
  { title: 'Discharge sheet SM1-D-000118', paper: dischargeOf() },
  {
    title: 'Day sheet Mar 10, 2026',
    paper: dayOf({ places: [{ locationName: 'Oxnard', printed, visits: visitsOf(3) }] }),
  },
]

describe.each(papers)('the file of $title', ({ title, paper }) => {
  test('is the same, byte for byte, whenever and after whatever it is printed', async () => {
    const first = await printPaper(paper, loadFaces())
    await printPaper(invoiceOf({ patient: { ...zoe, name: '李小龙' } }), faces)
    expect(Buffer.compare(await printPaper(paper, faces), first)).toBe(0)
  })

  test('tells nothing of the patient outside its pages', async () => {
    const pdf = await printPaper(paper, faces)
    const { info, close } = await readBack(pdf)
    expect(info).toMatchObject({ Title: title, Author: 'Pacific Light Ketamine', Creator: 'Infusion Desk' })
    expect(info['CreationDate']).toMatch(/^D:20260310\d{6}Z$/)
    // the pages are compressed: what can be read in the bytes is metadata and outline
    const open = [Buffer.from(pdf).toString('latin1'), Buffer.from(pdf).toString('utf16le')].join('\n')
    expect(open).toContain('dc:title')
    for (const secret of [zoe.name, 'Müller', 'Peñasco', 'Calle', 'SM1-000042', 'F33.2', 'Ana ']) {
      expect(open).not.toContain(secret)
      expect(open).not.toContain(Buffer.from(secret, 'utf8').toString('latin1'))
    }
    await close()
  })

  test('can be read by a screen reader: outline, language, conformance', async () => {
    const pdf = await printPaper(paper, faces)
    const { pages, info, close } = await readBack(pdf)
    const roles = new Set(pages.flatMap((page) => page.roles))
    const list = ['H2', 'L', 'LI', 'LBody']
    const rows = ['Table', 'TR', 'TH', 'TD']
    const expected = { invoice: ['H2', ...rows], receipt: ['H2', ...rows], discharge: list, day: rows }[paper.kind]
    for (const role of ['Document', 'H1', 'P', ...expected]) expect(roles).toContain(role)
    expect(info['Language']).toBe('en-US')
    const bytes = Buffer.from(pdf).toString('latin1')
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(bytes).toContain('/DisplayDocTitle true')
    await close()
  })

  test('carries its fonts', async () => {
    const pdf = await printPaper(paper, faces)
    const names = embeddedFonts(pdf).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['NotoSans-Bold', 'NotoSans-Regular'])
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('Helvetica')
  })
})

test('a paper in Spanish says so to a screen reader', async () => {
  const { info, close } = await readBack(await printPaper(invoiceOf({ language: 'es' }), faces))
  expect(info).toMatchObject({ Language: 'es-US', Title: 'Factura SM1-2026-000001' })
  await close()
})

test('the logo stands left of the practice and has a name', async () => {
  const file = await readBack(await printPaper(invoiceOf({ letterhead: { ...letterhead, logoPng: square } }), faces))
  const [page] = file.pages
  expect(page?.roles).toContain('Figure')
  expect(page?.pieces.find((piece) => piece.text === letterhead.practiceName)?.left).toBeGreaterThan(100)
  const ink = (await page?.ink({ left: 60, top: 48, width: 20, height: 20 })) ?? []
  expect(ink.length).toBe(6400)
  expect(ink.every((pixel) => pixel === 1)).toBe(true)
  await file.close()
})

test('no sentence is the same in both languages but the ones that are', () => {
  const [en, es] = [wordsOf('en'), wordsOf('es')]
  const same = Object.entries(en).filter(
    ([key, value]) => typeof value === 'string' && Object.entries(es).some(([k, v]) => k === key && v === value),
  )
  expect(same.map(([key]) => key)).toEqual(['total'])
})
