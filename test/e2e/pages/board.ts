import type { Locator, Page } from '@playwright/test'
import { expect } from './matchers.ts'
import { Hands } from './hands.ts'

/** One proposed infusion, as the preview says it. */
export type Proposed = { readonly day: string; readonly start: string; readonly place: string }

/** The day board and what is done beside it. */
export class Board {
  readonly page: Page
  readonly hands: Hands

  constructor(page: Page) {
    this.page = page
    this.hands = new Hands(page)
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Beside the work' })
  }

  card(name: string): Locator {
    return this.page.getByRole('region', { name: /^Day board/ }).getByRole('button', { name })
  }

  /** The status of the open appointment. */
  async hasStatus(status: string): Promise<void> {
    await expect(this.inspector.getByText(status, { exact: true }).first()).toBeVisible()
  }

  /** From a patient's page: proposes the series over both clinics, looks at it, and books all of it. */
  async bookSeries(wish: { from: string; start: string }): Promise<readonly Proposed[]> {
    await this.hands.byKey('Book the series')
    const dialog = this.page.getByRole('dialog', { name: 'Book the series' })
    await expect(dialog).toContainFocus()
    await expect(dialog.getByRole('combobox', { name: 'Where' })).toHaveText('Alternate between the clinics')
    await this.hands.fill('From', wish.from, dialog)
    await this.hands.fill('Preferred start', wish.start, dialog)
    const rows = dialog.getByRole('grid', { name: 'Book the series' }).getByRole('row')
    await expect(rows).toHaveCount(7)
    await expect(dialog.getByText(/^Over \d+ days$/)).toBeVisible()
    await expect(rows.nth(1).getByRole('gridcell').nth(2)).toContainText(wish.start)
    const proposed: Proposed[] = []
    for (let at = 1; at < 7; at += 1) {
      const cells = await rows.nth(at).getByRole('gridcell').allTextContents()
      proposed.push({ day: cells[1] ?? '', start: cells[2] ?? '', place: cells[3] ?? '' })
    }
    await this.hands.byKey('Book all 6', dialog)
    await expect(dialog).toBeHidden()
    await expect(this.page.getByText('6 infusions are booked.')).toBeVisible()
    return proposed
  }

  /** Goes to the card with Tab and opens it beside the board. */
  async open(name: string): Promise<void> {
    await this.hands.reach(this.card(name))
    await this.hands.press('Enter')
    await expect(this.inspector.getByRole('heading', { level: 2, name })).toBeVisible()
  }

  async checkIn(): Promise<void> {
    await this.hands.byKey('Check in', this.inspector)
    await this.hasStatus('Arrived')
  }

  async checkOut(): Promise<void> {
    await this.hands.byKey('Check out', this.inspector)
    await this.hasStatus('Completed')
  }
}
