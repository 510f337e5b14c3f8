import { formatDay, formatMinute, type Language } from '#domain/dates'
import { drivingRule } from '#domain/discharge'
import { printPaper } from '#documents/print'
import { loadFaces } from '#documents/worker/fonts'
import { expect, test } from 'vitest'
import { readBack } from './read-back.ts'
import { dischargeOf } from './samples.ts'

const faces = loadFaces()
const languages: readonly Language[] = ['en', 'es']

test.each(languages)('a discharge sheet in %s is one page with the driving rule on top', async (language) => {
  const { pages, close } = await readBack(await printPaper(dischargeOf({ language }), faces))
  expect(pages).toHaveLength(1)
  await expect(pages[0]?.lines.join('\n')).toMatchFileSnapshot(`pages/discharge-${language}.txt`)
  await close()
})

test('the sheet gives the end of the driving rule as it is worked out for this infusion', async () => {
  const endedAt = Date.UTC(2026, 2, 7, 19, 5)
  const rule = drivingRule({ endedAt, zone: 'America/Los_Angeles' })
  const paper = dischargeOf({ noDrivingBefore: { day: rule.day, minute: rule.minute } })
  const { pages, close } = await readBack(await printPaper(paper, faces))
  const text = pages.flatMap((page) => page.lines).join(' ')
  // summer time begins that night: 24 hours lived end an hour later on the clock
  expect(text).toContain(
    "No driving before your next full night's sleep, and at least until Sunday, Mar 8, 2026, 12:05 PM.",
  )
  expect(text).toContain(`${formatDay(rule.day, 'en')}, ${formatMinute(rule.minute)}`)
  await close()
})

test('a sheet with much to say for the patient goes on to a second page and loses nothing', async () => {
  const instructions = Array.from(
    { length: 30 },
    (_, n) => `Instruction ${n + 1} for this patient alone, to be read at home.`,
  )
  const { pages, close } = await readBack(await printPaper(dischargeOf({ instructions }), faces))
  expect(pages.length).toBe(2)
  const text = pages.flatMap((page) => page.lines).join('\n')
  for (const instruction of instructions) expect(text).toContain(instruction)
  expect(text).toContain('Patient | Escort | Discharged by')
  await close()
})
