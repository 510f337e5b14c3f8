import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { en } from '#words/en'
import { expect, test } from './story.ts'
import { deskTour } from './tours/desk.ts'
import { firstStartTour } from './tours/first-start.ts'
import { photograph, walk } from './tours/guide.ts'
import { officeTour } from './tours/office.ts'

// Every stop is looked at in both themes, and any breach of the security policy on the way fails the test.
for (const { name, isSample, stops } of [
  { name: 'the first start', isSample: false, stops: firstStartTour },
  { name: 'the desk', isSample: true, stops: deskTour },
  { name: 'the office', isSample: true, stops: officeTour },
]) {
  test(`every screen of ${name} can be used by everybody, in light and dark`, async ({ pc, shell }) => {
    test.setTimeout(300_000)
    const { page } = await pc.start({ sample: isSample })
    const problems: string[] = []
    await walk(page, stops, en, async (stop) => {
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        await photograph(page, `${shell}-${theme}-${stop.name}`)
        // The shells differ in their wires, not in their pages: axe looks at them once.
        if (shell === 'browser') problems.push(...(await barriers(page, `${stop.name}, ${theme}`)))
      }
    })
    expect(problems).toEqual([])
  })
}

async function barriers(page: Page, where: string): Promise<string[]> {
  // In one piece: the usual way opens a second page, which a desk does not have.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  // The list of an open field lies at the end of the page, tied to its field by its ARIA attributes: no landmark is missed.
  if ((await page.getByRole('listbox').count()) > 0) axe.disableRules(['region'])
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, help, nodes }) => `${where}: ${id}, ${help}: ${nodes.map((node) => node.html).join(' ')}`,
  )
}
