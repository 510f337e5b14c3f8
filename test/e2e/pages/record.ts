import type { Locator, Page } from '@playwright/test'
import { expect } from './matchers.ts'
import { Hands } from './hands.ts'

export type NewPatient = {
  readonly firstName: string
  readonly lastName: string
  /** As it is typed, without separators. */
  readonly birthDay: string
  readonly phone: string
  readonly email: string
  readonly street: string
  readonly city: string
  readonly postalCode: string
}

/** The patients: searching, registering, the page of one, the plan. */
export class Record {
  readonly page: Page
  readonly hands: Hands

  constructor(page: Page) {
    this.page = page
    this.hands = new Hands(page)
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search patients' })
  }

  /** A fact of the page under its word: `Course`, `Balance`, `Next visit`. */
  fact(word: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('definition')
      .filter({ has: this.page.getByText(word) })
  }

  async register(patient: NewPatient): Promise<void> {
    await this.hands.press('g', 'p')
    await expect(this.search).toBeFocused()
    // From inside the search field, where N would only be a letter.
    await this.hands.press('Control+Enter')
    const dialog = this.page.getByRole('dialog', { name: 'Register a patient' })
    await expect(dialog.getByRole('textbox', { name: 'First name' })).toBeFocused()
    await this.hands.fill('First name', patient.firstName, dialog)
    await this.hands.fill('Last name', patient.lastName, dialog)
    await this.hands.fill('Birth date', patient.birthDay, dialog)
    await this.hands.fill('Phone', patient.phone, dialog)
    await this.hands.fill('E-mail', patient.email, dialog)
    await this.hands.choose('Home clinic', 'Santa Monica', dialog)
    await this.hands.fill('Street', patient.street, dialog)
    await this.hands.fill('City', patient.city, dialog)
    await this.hands.fill('ZIP code', patient.postalCode, dialog)
    await this.hands.byKey('Register a patient', dialog)
    await expect(dialog).toBeHidden()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(`${patient.firstName} ${patient.lastName}`)
  }

  async startPlan(plan: { protocol: string; indication: string; codes: string }): Promise<void> {
    await this.hands.press('n')
    const dialog = this.page.getByRole('dialog', { name: 'Start a treatment plan' })
    await expect(dialog).toContainFocus()
    await this.hands.choose('Protocol', plan.protocol, dialog)
    await expect(dialog.getByRole('textbox', { name: 'Target dose (mg/kg)' })).toHaveValue('0.50')
    await expect(dialog.getByRole('textbox', { name: 'Infusions' })).toHaveValue('6')
    await this.hands.fill('Indication', plan.indication, dialog)
    await this.hands.fill('Diagnoses (ICD-10-CM)', plan.codes, dialog)
    await this.hands.byKey('Start a plan', dialog)
    await expect(dialog).toBeHidden()
  }

  /** Finds a patient by what is typed, and opens the best match. */
  async open(typed: string): Promise<void> {
    await this.hands.press('g', 'p')
    await expect(this.search).toBeFocused()
    await this.hands.press('ControlOrMeta+a')
    await this.hands.type(typed)
    await this.hands.press('Enter')
    await expect(this.page.getByRole('heading', { level: 1 })).not.toHaveText('Patients')
  }
}
