import { printPaper } from '#documents/print'
import { createPress } from '#documents/worker/client'
import { loadFaces } from '#documents/worker/fonts'
import { expect, test } from 'vitest'
import { invoiceOf, linesOf } from './samples.ts'

const entry = new URL('../../src-main/documents/press.ts', import.meta.url)

test('papers asked for at once all come back, each to who asked, the same as without the thread', async () => {
  const press = createPress(entry)
  const faces = loadFaces()
  const papers = [1, 2, 3].map((count) => invoiceOf({ lines: linesOf(count) }))
  const printed = await Promise.all(papers.map((paper) => press.print(paper)))
  const here = await Promise.all(papers.map((paper) => printPaper(paper, faces)))
  printed.forEach((pdf, n) => expect(Buffer.compare(pdf, here[n] ?? new Uint8Array())).toBe(0))
  await press.close()
})

test('a paper that cannot be set fails alone: the next one is printed', async () => {
  const press = createPress(entry)
  await expect(press.print({ kind: 'napkin' })).rejects.toThrow('a case is missing')
  expect((await press.print(invoiceOf())).length).toBeGreaterThan(10_000)
  await press.close()
})

test('a closed press prints no more, and what was waiting is told', async () => {
  const press = createPress(entry)
  const waiting = press.print(invoiceOf())
  const told = expect(waiting).rejects.toThrow('the press was closed')
  await press.close()
  await told
  await expect(press.print(invoiceOf())).rejects.toThrow('the press is closed')
})

test('a thread that cannot start leaves nobody waiting', async () => {
  const press = createPress(new URL('data:text/javascript,throw new Error("no fonts")'))
  await expect(press.print(invoiceOf())).rejects.toThrow('no fonts')
  await expect(press.print(invoiceOf())).rejects.toThrow('no fonts')
  await press.close()
})
