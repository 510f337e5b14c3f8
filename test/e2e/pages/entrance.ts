import { expect, type Page } from '@playwright/test'
import { Hands } from './hands.ts'

export type Location = {
  readonly name: string
  readonly code: string
  readonly street: string
  readonly city: string
  readonly postalCode: string
  readonly phone: string
  readonly rooms: readonly string[]
}

export type Manager = {
  readonly name: string
  readonly signInName: string
  readonly password: string
  readonly credentials: string
  readonly npi: string
  readonly alsoRoles: readonly string[]
}

/** The first start, the sign-in and the lock. */
export class Entrance {
  readonly page: Page
  readonly hands: Hands

  constructor(page: Page) {
    this.page = page
    this.hands = new Hands(page)
  }

  async begin(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Set up the practice' })).toBeFocused()
    await this.hands.press('Enter')
  }

  async practice(fields: { name: string; legalName: string; ein: string; npi: string; phone: string }): Promise<void> {
    const form = this.page.getByRole('form', { name: 'The practice' })
    await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await this.hands.fill('Name', fields.name, form)
    await this.hands.fill('Legal name', fields.legalName, form)
    await this.hands.fill('EIN', fields.ein, form)
    await this.hands.fill('Group NPI', fields.npi, form)
    await this.hands.fill('Phone', fields.phone, form)
    await this.hands.byKey('Next', form)
  }

  async location(number: number, fields: Location): Promise<void> {
    const title = number === 1 ? 'The first location' : `Location ${number}`
    const form = this.page.getByRole('form', { name: title })
    await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await this.hands.fill('Name', fields.name, form)
    await this.hands.fill('Code', fields.code, form)
    await this.hands.fill('Street', fields.street, form)
    await this.hands.fill('City', fields.city, form)
    await this.hands.fill('ZIP code', fields.postalCode, form)
    await this.hands.fill('Phone', fields.phone, form)
    await this.hands.choose('Time zone', 'Pacific (Los Angeles)', form)
    await this.hands.fill('Rooms and chairs that can be booked', fields.rooms.join('\n'), form)
    await this.hands.fill('Monday opens', '8', form)
    await this.hands.fill('Monday closes', '6 pm', form)
    await this.hands.tick('Saturday', form)
    await this.hands.push('Copy these hours to every open day', form)
    await expect(form.getByRole('textbox', { name: 'Friday closes' })).toHaveValue('6:00 PM')
    await this.hands.byKey('Next', form)
  }

  async manager(fields: Manager): Promise<void> {
    const form = this.page.getByRole('form', { name: 'The first manager' })
    await expect(form.getByRole('textbox', { name: 'Full name' })).toBeFocused()
    await this.hands.fill('Full name', fields.name, form)
    await this.hands.fill('Sign-in name', fields.signInName, form)
    await this.hands.fill('Password', fields.password, form)
    await this.hands.fill('Password once more', fields.password, form)
    await this.hands.fill('Credentials', fields.credentials, form)
    await this.hands.fill('Own NPI', fields.npi, form)
    for (const role of fields.alsoRoles) await this.hands.tick(role, form)
    await this.hands.byKey('Create the practice', form)
  }

  /** Reads the code that is shown once, and types it back. */
  async recoveryCode(): Promise<string> {
    const shown = this.page.getByRole('status', { name: 'Recovery code' })
    await expect(shown).toHaveText(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/)
    const code = (await shown.textContent()) ?? ''
    await expect(this.page.getByRole('button', { name: 'I wrote it down' })).toBeFocused()
    await this.hands.press('Enter')
    await expect(this.page.getByRole('textbox', { name: 'Recovery code' })).toBeFocused()
    await this.hands.type(code.toLowerCase().replaceAll('-', ' '))
    await this.hands.press('Enter')
    return code
  }

  async signIn(signInName: string, password: string): Promise<void> {
    await expect(this.page.getByRole('textbox', { name: 'Sign-in name' })).toBeFocused()
    await this.hands.fill('Sign-in name', signInName)
    await this.hands.fill('Password', password)
    await this.hands.press('Enter')
  }

  /** Behind the lock nothing of a patient is shown. */
  async unlock(signInName: string, password: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Locked' })).toBeVisible()
    await this.signIn(signInName, password)
    await this.atDesk()
  }

  /** Inside: the desk stands, with the day on it. */
  async atDesk(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
    await expect(this.page.getByRole('region', { name: /^Day board/ })).toBeVisible()
  }
}
