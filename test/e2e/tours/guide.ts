import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { Words } from '#words/en'
import { expect } from '../pages/matchers.ts'

/** One screen: its name, and the way to it from the stop before. */
export type Stop = { readonly name: string; readonly go: (at: Guide) => Promise<void> }

/** Knows its way about the desk in the language of the screen; clicks like a person with a mouse. */
export class Guide {
  readonly page: Page
  readonly words: Words

  constructor(page: Page, words: Words) {
    this.page = page
    this.words = words
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: this.words.common.inspector })
  }

  /** The dialog in front. */
  get dialog(): Locator {
    return this.page.getByRole('dialog').last()
  }

  async press(name: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('button', { name, exact: true }).first().click()
  }

  async tab(name: string): Promise<void> {
    await this.main.getByRole('tab', { name, exact: true }).click()
    await expect(this.main.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true')
  }

  /** Closes what is open, whatever is asked, and goes to a screen. */
  async screen(name: string): Promise<void> {
    for (let open = 0; open < 4 && (await this.page.getByRole('dialog').count()) > 0; open += 1) {
      const standing = await this.page.getByRole('dialog').count()
      const leave = this.dialog.getByRole('button', { name: this.words.common.leaveConfirm, exact: true })
      if (await leave.isVisible()) await leave.click()
      else await this.page.keyboard.press('Escape')
      // Either a dialog is gone, or one more asks whether to leave.
      await expect.poll(() => this.page.getByRole('dialog').count()).not.toBe(standing)
    }
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    const close = this.inspector.getByRole('button', { name: this.words.common.close, exact: true })
    if (await close.isVisible()) await close.click()
    await this.page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  }

  async day(): Promise<void> {
    await this.screen(this.words.frame.day)
    await expect(this.card(this.words.statuses.booked)).toBeVisible()
  }

  /** The first appointment on the board that stands so. */
  card(status: string): Locator {
    return this.page
      .getByRole('region', { name: this.words.schedule.board })
      .getByRole('listitem')
      .getByRole('button', { name: status })
      .first()
  }

  /** Opens the first appointment that stands so; of the infusions alone when `isInfusion`. */
  async openCard(status: string, isInfusion = false): Promise<void> {
    await this.day()
    const infusion = this.words.schedule.infusionOf(1, 6).split(' ')[0] ?? ''
    const cards = this.page.getByRole('region', { name: this.words.schedule.board }).getByRole('listitem')
    const wanted = cards.filter({ hasText: isInfusion ? infusion : status }).getByRole('button', { name: status })
    await wanted.first().click()
    await expect(this.inspector.getByText(status, { exact: true }).first()).toBeVisible()
  }

  async patients(): Promise<void> {
    await this.screen(this.words.frame.patients)
    await expect(this.rows(this.words.patients.results).nth(1)).toBeVisible()
  }

  /** The rows of a list, its head included. */
  rows(label: string): Locator {
    return this.page.getByRole('grid', { name: label }).getByRole('row')
  }

  async openPatient(typed: string): Promise<void> {
    await this.patients()
    await this.page.getByRole('searchbox', { name: this.words.patients.search }).fill(typed)
    // The one found for what was typed before may still stand there.
    await expect(this.rows(this.words.patients.results)).toHaveCount(2)
    await expect(this.rows(this.words.patients.results).nth(1)).toContainText(typed)
    await this.rows(this.words.patients.results).nth(1).dblclick()
    await expect(this.main.getByRole('tab', { name: this.words.patients.visits })).toBeVisible()
  }

  async invoices(standing: keyof Words['billing']['standings']): Promise<void> {
    await this.screen(this.words.frame.billing)
    await this.tab(this.words.billing.standings[standing])
    await this.rows(this.words.billing.invoices).nth(1).click()
    await expect(this.inspector.getByRole('heading', { level: 2 })).toBeVisible()
    // The list beside the invoice stays the one that it was opened from.
    await expect(this.main.getByRole('tab', { name: this.words.billing.standings[standing] })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  }

  async settings(tab: string): Promise<void> {
    await this.screen(this.words.frame.settings)
    await this.tab(tab)
  }
}

const pictures = join(import.meta.dirname, '../../../test-results/screens')

/** Goes from stop to stop, looks at each, and keeps a picture of it for people to look at. */
export async function walk(page: Page, stops: readonly Stop[], words: Words, look: (stop: Stop) => Promise<void>) {
  mkdirSync(pictures, { recursive: true })
  const guide = new Guide(page, words)
  for (const stop of stops) await test.step(stop.name, () => stop.go(guide).then(() => look(stop)))
}

/** Keeps a picture of the screen. */
export async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}
