import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { en } from '#words/en'
import { es } from '#words/es'
import { expect, test } from './story.ts'

type Visit = { readonly name: string; go(page: Page): Promise<void> }

const key = (page: Page, ...keys: readonly string[]) =>
  keys.reduce(async (before, one) => {
    await before
    await page.keyboard.press(one)
  }, page.waitForTimeout(400))

/** Leaves a dialog; where a tooltip is open the first press puts that away. */
const leave = (page: Page) =>
  expect(async () => {
    await key(page, 'Escape')
    await expect(page.getByRole('dialog')).toBeHidden({ timeout: 1000 })
  }).toPass({ timeout: 8000 })

/** Every screen of the desk, one after the other, in either language: ways that need no word. */
const visits: readonly Visit[] = [
  { name: 'day', go: (page) => expect(card(page)).toBeVisible() },
  {
    name: 'day-infusing',
    async go(page) {
      await page.locator('[data-card][class*="infusing"], [data-card][class*="recovering"]').first().click()
      await expect(page.getByRole('complementary').getByRole('heading').first()).toBeVisible()
    },
  },
  {
    name: 'day-booked',
    async go(page) {
      await page.locator('[data-card][class*="confirmed"]').first().click()
      await expect(page.getByRole('complementary').getByRole('heading').first()).toBeVisible()
    },
  },
  {
    name: 'series',
    async go(page) {
      await page
        .locator('[data-card]')
        .filter({ hasText: /\d \D{1,3} \d/ })
        .last()
        .click()
      await key(page, 's')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'booking',
    async go(page) {
      await leave(page)
      await key(page, 'n')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'patients',
    async go(page) {
      await leave(page)
      await key(page, 'g', 'p')
      await expect(page.getByRole('row').nth(5)).toBeVisible()
    },
  },
  {
    name: 'registering',
    async go(page) {
      await page.locator('main').getByRole('button').last().focus()
      await key(page, 'Control+Enter')
      await expect(page.getByRole('dialog')).toBeVisible()
      await key(page, 'Control+Enter')
    },
  },
  {
    name: 'patient',
    async go(page) {
      await leave(page)
      await page.getByRole('row').nth(1).dblclick()
      await expect(page.getByRole('tab').nth(3)).toBeVisible()
    },
  },
  ...[1, 2, 3].map((tab) => ({
    name: `patient-tab-${tab}`,
    async go(page: Page) {
      await page.getByRole('tab').nth(tab).click()
    },
  })),
  {
    name: 'plan',
    async go(page) {
      await key(page, 'n')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'billing',
    async go(page) {
      await leave(page)
      await key(page, 'g', 'b')
      await expect(page.getByRole('row').nth(5)).toBeVisible()
    },
  },
  {
    name: 'draft',
    async go(page) {
      await page.getByRole('row').nth(1).click()
      await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible()
    },
  },
  {
    name: 'issuing',
    async go(page) {
      await key(page, 'Control+Enter')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'open-invoice',
    async go(page) {
      await leave(page)
      await page.getByRole('tab').nth(2).click()
      await page.getByRole('row').nth(1).click()
      await expect(page.getByRole('complementary').getByRole('combobox').first()).toBeVisible()
    },
  },
  { name: 'to-bill', go: (page) => page.getByRole('tab').nth(5).click() },
  ...[0, 1, 2, 3, 4].map((tab) => ({
    name: `settings-${tab}`,
    async go(page: Page) {
      if (tab === 0) await key(page, 'g', 's')
      await page.getByRole('tab').nth(tab).click()
    },
  })),
  {
    name: 'palette',
    async go(page) {
      await key(page, 'Control+k')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'keys',
    async go(page) {
      await leave(page)
      await key(page, '?')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'locked',
    async go(page) {
      await leave(page)
      await key(page, 'Control+l')
      await expect(page.getByRole('textbox').first()).toBeVisible()
    },
  },
]

for (const [language, theme, where] of [
  ['en', 'light', ''],
  ['en', 'dark', ' @browser'],
  ['es', 'light', ' @browser'],
  ['es', 'dark', ''],
] as const) {
  test(`every screen holds up in ${language}, ${theme}${where}`, async ({ pc, shell }) => {
    test.setTimeout(180_000)
    const { page } = await pc.start({ sample: true })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await speak(page, language === 'es' ? 'Español' : 'English', theme)
    const problems: string[] = []
    for (const visit of visits) {
      await visit.go(page)
      await page.waitForTimeout(150)
      await page.screenshot({ path: `test-results/screens/${shell}-${language}-${theme}-${visit.name}.png` })
      problems.push(...(await axeProblems(page, visit.name)))
      if (language === 'es') problems.push(...(await englishLeft(page, visit.name)))
    }
    expect(problems).toEqual([])
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
    expect(await page.title()).toBe('Infusion Desk')
  })
}

test('the screens before the desk hold up, in both languages and themes', async ({ pc }) => {
  const { page } = await pc.start()
  const problems: string[] = []
  for (const words of ['English', 'Español']) {
    for (const theme of [0, 1]) {
      await page
        .getByRole('button', { name: words })
        .or(page.getByRole('radio', { name: words }))
        .first()
        .click()
      await page
        .getByRole('button', { name: [/^(Light|Claro)$/, /^(Dark|Oscuro)$/][theme] ?? '' })
        .or(page.getByRole('radio', { name: [/^(Light|Claro)$/, /^(Dark|Oscuro)$/][theme] ?? '' }))
        .first()
        .click()
      problems.push(...(await axeProblems(page, `first start ${words} ${theme}`)))
      if (words === 'Español') problems.push(...(await englishLeft(page, 'first start')))
    }
  }
  expect(problems).toEqual([])
})

/** Chooses language and theme where a person does: at the name in the corner. */
async function speak(page: Page, words: string, theme: 'light' | 'dark'): Promise<void> {
  await page.getByRole('button', { name: /Elena Márquez/ }).click()
  const menu = page.getByRole('dialog')
  await menu.getByText(words, { exact: true }).click()
  await menu.getByText(theme === 'dark' ? /^(Dark|Oscuro)$/ : /^(Light|Claro)$/).click()
  await leave(page)
}

function card(page: Page) {
  return page.locator('[data-card]').first()
}

async function axeProblems(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map((one) => `${where}: ${one.id} (${one.nodes[0]?.html.slice(0, 160)})`)
}

/** Services are named by the practice; the price list shows both of their names side by side. */
const practiceData = ['Consultation', 'Check']

/** The sentences of the screen that stand in the English words and not in the Spanish ones. */
async function englishLeft(page: Page, where: string): Promise<string[]> {
  const spanish = new Set(sentencesOf(es))
  const english = sentencesOf(en).filter((sentence) => !spanish.has(sentence) && !practiceData.includes(sentence))
  const shown = new Set(
    await page.evaluate(() => {
      const texts: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.textContent ?? '')
      for (const element of document.querySelectorAll('[aria-label],[placeholder],[title]')) {
        for (const name of ['aria-label', 'placeholder', 'title']) texts.push(element.getAttribute(name) ?? '')
      }
      return texts.map((text) => text.trim())
    }),
  )
  return english.filter((sentence) => shown.has(sentence)).map((sentence) => `${where}: left in English: ${sentence}`)
}

function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words !== 'object' || words === null) return []
  return Object.values(words).flatMap(sentencesOf)
}
