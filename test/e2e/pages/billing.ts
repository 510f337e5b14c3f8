import type { Locator, Page } from '@playwright/test'
import { expect } from './matchers.ts'
import { Hands } from './hands.ts'

/** An invoice beside the list. */
export class Billing {
  readonly page: Page
  readonly hands: Hands

  constructor(page: Page) {
    this.page = page
    this.hands = new Hands(page)
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Beside the work' })
  }

  /** From a completed appointment. */
  async bill(): Promise<void> {
    await this.hands.push('Bill this visit', this.panel)
    await expect(this.panel.getByRole('heading', { level: 2, name: 'Draft' })).toBeVisible()
  }

  /** The id of the open invoice, as its address has it. */
  get invoiceId(): string {
    return /#\/billing\/([\w-]+)$/.exec(this.page.url())?.[1] ?? ''
  }

  /** Adds a line to the one that the visit brought, and saves them. */
  async addLine(line: { description: string; quantity: string; unit: string; discount: string }): Promise<void> {
    await this.hands.push('Add a line', this.panel)
    const added = this.panel.getByRole('form', { name: 'Lines' }).getByRole('group').nth(1)
    await this.hands.fill('Description', line.description, added)
    await this.hands.fill('Quantity', line.quantity, added)
    await this.hands.fill('Price each', line.unit, added)
    await this.hands.fill('Discount', line.discount, added)
    await this.hands.push('Save the lines', this.panel)
    await expect(this.panel.getByRole('button', { name: 'Save the lines' })).toBeHidden()
  }

  async issue(): Promise<string> {
    await this.hands.byKey('Issue the invoice', this.panel)
    const dialog = this.page.getByRole('dialog', { name: 'Issue this invoice?' })
    await expect(dialog).toContainFocus()
    await this.hands.byKey('Issue', dialog)
    await expect(dialog).toBeHidden()
    const title = this.panel.getByRole('heading', { level: 2 })
    await expect(title).not.toHaveText('Draft')
    return (await title.textContent()) ?? ''
  }

  async standsAt(standing: string): Promise<void> {
    await expect(this.panel.getByText(standing, { exact: true })).toBeVisible()
  }

  async payCash(amount: string, handed: string): Promise<void> {
    const form = this.panel.getByRole('form', { name: 'Take a payment' })
    await this.hands.choose('How', 'Cash', form)
    await this.hands.fill('Amount', amount, form)
    await this.hands.fill('Handed over', handed, form)
    await this.hands.press('Enter')
  }

  async payByCard(reference: string): Promise<void> {
    const form = this.panel.getByRole('form', { name: 'Take a payment' })
    await this.hands.choose('How', 'Card terminal', form)
    await this.hands.fill('Reference', reference, form)
    await this.hands.press('Enter')
  }

  /** A sum under its word: `Total`, `Paid`, `Balance`. */
  sum(word: string): Locator {
    return this.panel.getByText(word, { exact: true }).locator('xpath=following-sibling::dd')
  }
}
