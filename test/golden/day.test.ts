import { present } from '#domain/certain'
import type { Language } from '#domain/dates'
import type { DayPaper } from '#documents/papers'
import { printPaper } from '#documents/print'
import { loadFaces } from '#documents/worker/fonts'
import { expect, test } from 'vitest'
import { readBack } from './read-back.ts'
import { dayOf, visitsOf } from './samples.ts'

const faces = loadFaces()
const languages: readonly Language[] = ['en', 'es']

async function read(paper: DayPaper): Promise<Awaited<ReturnType<typeof readBack>>> {
  return readBack(await printPaper(paper, faces))
}

/** One location whose visits are these. */
function onlyAt(visits: DayPaper['places'][number]['visits']): DayPaper {
  const place = present(dayOf().places[0], 'a day of the samples has places')
  return dayOf({ places: [{ ...place, visits }] })
}

test.each(languages)('a day sheet in %s has a page for each clinic', async (language) => {
  const { pages, close } = await read(dayOf({ language }))
  expect(pages).toHaveLength(2)
  const text = pages.map((page) => page.lines.join('\n')).join('\n\n')
  await expect(text).toMatchFileSnapshot(`pages/day-${language}.txt`)
  await close()
})

test('a full day goes over pages: each visit once and in order, the clinic and the heads on each', async () => {
  const visits = visitsOf(40)
  const { pages, close } = await read(onlyAt(visits))
  expect(pages.length).toBeGreaterThan(1)
  const rows = pages.flatMap((page) => page.rows)
  expect(rows[0]).toEqual(['Time', 'Room', 'Patient', 'Visit', 'Status', 'Escort', 'Balance'])
  expect(rows.slice(1).map((cells) => /SM1-\d+/.exec(cells[2] ?? '')?.[0])).toEqual(
    visits.map((visit) => visit.recordNumber),
  )
  for (const page of pages.slice(1)) {
    expect(page.lines.slice(0, 2)).toEqual([
      'Pacific Light Ketamine | Santa Monica, Tuesday, Mar 10, 2026, continued',
      'Time | Room | Patient | Visit | Status | Escort | Balance',
    ])
  }
  await close()
})

test('what the reader may not see has no column, and the others stay', async () => {
  const hidden = visitsOf(3).map((visit) => ({ ...visit, escort: null, phone: null, balanceCents: null }))
  const { pages, close } = await read(onlyAt(hidden))
  expect(pages.flatMap((page) => page.rows)[0]).toEqual(['Time', 'Room', 'Patient', 'Visit', 'Status'])
  expect(pages.flatMap((page) => page.lines).join('\n')).not.toMatch(/Ana Ñáñez|\$|555/)
  await close()
})

test.each(languages)('in %s no cell runs into the next, and nothing off the page', async (language) => {
  const { pages, close } = await read({ ...onlyAt(visitsOf(10)), language })
  for (const { pieces } of pages) {
    for (const one of pieces) {
      expect(one.left + one.width).toBeLessThanOrEqual(558.5)
      const next = pieces.find(
        (other) => other !== one && Math.abs(other.baseline - one.baseline) < 0.5 && other.left > one.left,
      )
      if (next !== undefined) expect(next.left).toBeGreaterThanOrEqual(one.left + one.width - 0.5)
    }
  }
  await close()
})

test.each(languages)('in %s no word, time, phone or sum is cut in two', async (language) => {
  const { pages, close } = await read({ ...onlyAt(visitsOf(10)), language })
  const pieces = pages.flatMap((page) => page.pieces.map(({ text }) => text))
  const whole = language === 'en' ? ['Consultation', 'Recovering', 'to 9:50 AM'] : ['recuperación', 'Acompañante']
  for (const text of [...whole, 'SM1-000042 · (805) 555-0177', '$10,525.00', '-$50.00']) expect(pieces).toContain(text)
  await close()
})
