import type { Page } from '@playwright/test'
import { es } from '#words/es'
import { expect, test } from './story.ts'
import { deskTour } from './tours/desk.ts'
import { firstStartTour } from './tours/first-start.ts'
import { photograph, walk } from './tours/guide.ts'
import { officeTour } from './tours/office.ts'
import { leftInEnglish } from './tours/spoken.ts'

for (const { name, isSample, stops } of [
  { name: 'the first start', isSample: false, stops: firstStartTour },
  { name: 'the desk', isSample: true, stops: deskTour },
  { name: 'the office', isSample: true, stops: officeTour },
]) {
  test(`no screen of ${name} leaves English behind in Spanish`, async ({ pc }) => {
    test.setTimeout(300_000)
    const { page } = await pc.start({ sample: isSample })
    const answered = answersOf(page)
    // The page stands, and has kept no language that nobody chose: it would overwrite the one chosen here.
    await expect(page.getByRole('main')).toBeVisible()
    expect(await page.evaluate(() => localStorage.getItem('infusion-desk.language'))).toBeNull()
    await page.evaluate(() => localStorage.setItem('infusion-desk.language', 'es'))
    await page.reload()
    const left: string[] = []
    await walk(page, stops, es, async (stop) => {
      await photograph(page, `spanish-${stop.name}`)
      left.push(...(await leftInEnglish(page, answered)).map((text) => `${stop.name}: ${text}`))
    })
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    expect(left).toEqual([])
  })
}

/** Collects every text in the engine's answers, but not the English sentence of a refusal. */
function answersOf(page: Page): ReadonlySet<string> {
  const texts = new Set<string>()
  const gather = (value: unknown) => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) gather(part)
  }
  page.on('response', (response) => {
    if (!response.url().includes('/call/')) return
    void response.json().then(
      (reply) => gather(reply?.value),
      () => undefined,
    )
  })
  return texts
}
