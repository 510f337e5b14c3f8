import type { Locator, Page } from '@playwright/test'
import { expect } from './matchers.ts'
import { Hands } from './hands.ts'

export type Vitals = { systolic: string; diastolic: string; heartRate: string; spo2: string; breaths: string }

/** The record of one treatment, beside the board. */
export class Chair {
  readonly page: Page
  readonly hands: Hands

  constructor(page: Page) {
    this.page = page
    this.hands = new Hands(page)
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Beside the work' })
  }

  async nameEscort(escort: { name: string; relationship: string; phone: string }): Promise<void> {
    const form = this.panel.getByRole('form', { name: 'Escort' })
    await this.hands.fill('Name', escort.name, form)
    await this.hands.fill('Relationship', escort.relationship, form)
    await this.hands.fill('Phone', escort.phone, form)
    await this.hands.press('Enter')
    await expect(this.panel.getByText(`${escort.name} (${escort.relationship})`)).toBeVisible()
  }

  async escortArrived(): Promise<void> {
    await this.hands.push('Escort is here', this.panel)
    await expect(this.panel.getByText(/^Here since /)).toBeVisible()
  }

  async openRecord(): Promise<void> {
    await this.hands.push('Open the record', this.panel)
    await expect(this.panel.getByText('Preparing', { exact: true })).toBeVisible()
  }

  async workOutDose(weight: string): Promise<void> {
    const form = this.panel.getByRole('form', { name: 'Order' })
    await this.hands.fill('Weight today', weight, form)
    await this.hands.push('Work out the dose', form)
  }

  async addVitals(vitals: Vitals): Promise<void> {
    await this.hands.byKey('Add vitals', this.panel)
    const form = this.panel.getByRole('form', { name: 'Add vitals' })
    await expect(form.getByRole('textbox', { name: 'Systolic' })).toBeFocused()
    await this.hands.fill('Systolic', vitals.systolic, form)
    await this.hands.fill('Diastolic', vitals.diastolic, form)
    await this.hands.fill('Heart rate', vitals.heartRate, form)
    await this.hands.fill('SpO₂', vitals.spo2, form)
    await this.hands.fill('Breaths', vitals.breaths, form)
    await this.hands.press('Enter')
    await expect(form).toBeHidden()
    await expect(this.panel.getByRole('row', { name: `${vitals.systolic}/${vitals.diastolic}` })).toBeVisible()
  }

  async start(): Promise<void> {
    await this.hands.byKey('Start the infusion', this.panel)
    // Nobody confirmed the conditions of this visit: it is asked once more, and names them.
    const asked = this.hands.page.getByRole('dialog', { name: 'Start although something is missing?' })
    await expect(asked).toContainText('Consent')
    await this.hands.press('Control+Enter')
    await expect(this.panel.getByText('Infusing', { exact: true }).first()).toBeVisible()
  }

  async stop(): Promise<void> {
    await this.hands.byKey('Stop the infusion', this.panel)
    await expect(this.panel.getByText('Recovering', { exact: true }).first()).toBeVisible()
  }

  async addAdverseEvent(event: { what: string; grade: string; note: string }): Promise<void> {
    await this.hands.push('Add an event', this.panel)
    const form = this.panel.getByRole('form', { name: 'Add an event' })
    await expect(form).toContainFocus()
    await this.hands.choose('What', event.what, form)
    await this.hands.choose('Grade', event.grade, form)
    await this.hands.fill('Note', event.note, form)
    await this.hands.press('Enter')
    await expect(form).toBeHidden()
    await expect(this.panel.getByText(`${event.what} · ${event.grade} · ${event.note}`)).toBeVisible()
  }

  async eventIsOver(): Promise<void> {
    await this.hands.push('It is over', this.panel)
    await expect(this.panel.getByRole('button', { name: 'It is over' })).toBeHidden()
  }

  /** Fills in the discharge and presses it; whether it is granted is another matter. */
  async discharge(instructionsTo: string): Promise<void> {
    const form = this.panel.getByRole('form', { name: 'Discharge' })
    for (const box of ['Orientated to person, place and time', 'Walks steadily']) {
      if (!(await form.getByRole('checkbox', { name: box }).isChecked())) await this.hands.tick(box, form)
    }
    await this.hands.fill('Instructions were given to', instructionsTo, form)
    await this.hands.press('Enter')
  }

  async discharged(): Promise<void> {
    await expect(this.panel.getByText('Discharged', { exact: true })).toBeVisible()
    await expect(this.panel.getByRole('form', { name: 'Discharge' })).toBeHidden()
  }
}
