import { expect } from '../pages/matchers.ts'
import type { Stop } from './guide.ts'

const moneyStops: readonly Stop[] = [
  { name: 'billing', go: (at) => at.screen(at.words.frame.billing) },
  { name: 'draft', go: (at) => at.invoices('draft') },
  { name: 'issuing', go: (at) => at.press(at.words.billing.issue, at.inspector) },
  {
    name: 'discarding',
    async go(at) {
      await at.press(at.words.common.back, at.dialog)
      await at.press(at.words.billing.discard, at.inspector)
    },
  },
  {
    name: 'paying',
    async go(at) {
      await at.invoices('open')
      const form = at.inspector.getByRole('form', { name: at.words.billing.takePayment })
      await form.getByRole('combobox').click()
      await at.page.getByRole('option', { name: at.words.billing.tenders.cash }).click()
      await form.getByRole('textbox', { name: at.words.billing.amount }).fill('999999')
      await at.press(at.words.billing.take, form)
      await expect(form.getByRole('textbox', { name: at.words.billing.amount })).toHaveAttribute('aria-invalid', 'true')
    },
  },
  { name: 'part-paid', go: (at) => at.invoices('part-paid') },
  { name: 'settled', go: (at) => at.invoices('settled') },
  {
    name: 'to-bill',
    async go(at) {
      await at.screen(at.words.frame.billing)
      await at.tab(at.words.billing.toBill)
    },
  },
]

const settingStops: readonly Stop[] = [
  { name: 'settings-practice', go: (at) => at.settings(at.words.settings.practice) },
  { name: 'settings-clinics', go: (at) => at.settings(at.words.settings.clinics) },
  { name: 'room-leaving', go: (at) => at.press(at.words.settings.archiveRoom, at.main) },
  { name: 'settings-staff', go: (at) => at.settings(at.words.settings.staff) },
  {
    name: 'person-adding',
    async go(at) {
      await at.press(at.words.settings.addPerson, at.main)
      await at.press(at.words.common.save, at.dialog)
      // Sent by one click of the mouse: the complaint of the field that is left must not move the button away from it.
      await expect(at.dialog.getByText(at.words.problems.required)).toHaveCount(2)
      await expect(at.dialog.getByRole('combobox', { name: at.words.settings.roleWhere })).toHaveText(
        at.words.settings.everyClinic,
      )
    },
  },
  {
    name: 'settings-schedule',
    async go(at) {
      await at.settings(at.words.rota.title)
      await expect(at.main.getByRole('grid', { name: at.words.rota.templates })).toBeVisible()
    },
  },
  {
    name: 'absence-adding',
    async go(at) {
      await at.press(at.words.rota.addAbsence, at.main)
      await at.dialog.getByRole('checkbox', { name: at.words.rota.wholeDays }).click()
      await at.press(at.words.common.save, at.dialog)
      await expect(at.dialog.getByText(at.words.problems.required)).toBeVisible()
    },
  },
  {
    name: 'absence-added',
    async go(at) {
      await at.dialog.getByRole('textbox', { name: at.words.rota.reason }).fill('Dentist')
      await at.press(at.words.common.save, at.dialog)
      await expect(at.main.getByRole('grid', { name: at.words.rota.absences })).toBeVisible()
    },
  },
  {
    name: 'closure-adding',
    async go(at) {
      await at.press(at.words.rota.addClosure, at.main)
      await expect(at.dialog.getByRole('textbox', { name: at.words.rota.reason })).toBeVisible()
    },
  },
  {
    name: 'template-changing',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.main.getByRole('button', { name: at.words.rota.visits.mood }).click()
      await expect(at.dialog.getByRole('textbox', { name: at.words.rota.turnover })).toBeVisible()
    },
  },
  {
    name: 'working-hours',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.main.getByRole('form', { name: at.words.rota.hours }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'schedule-rules',
    go: (at) => at.main.getByRole('form', { name: at.words.rota.rules }).scrollIntoViewIfNeeded(),
  },
  { name: 'settings-prices', go: (at) => at.settings(at.words.settings.prices) },
  {
    name: 'price-changing',
    go: (at) => at.main.getByRole('button', { name: at.words.settings.changePrice }).first().click(),
  },
  {
    name: 'service-adding',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.press(at.words.settings.addService, at.main)
    },
  },
  { name: 'settings-this-pc', go: (at) => at.settings(at.words.settings.thisPc) },
  {
    name: 'copied-and-checked',
    async go(at) {
      await at.press(at.words.settings.backUp, at.main)
      await expect(at.main.getByText(/60\D+\d{2}/)).toBeVisible()
      await at.press(at.words.settings.verify, at.main)
      await expect(at.main.getByText(/\d{4}/)).toBeVisible({ timeout: 30_000 })
      await expect(at.page.getByRole('contentinfo').getByText(at.words.frame.unreachable)).toBeHidden()
    },
  },
]

const frameStops: readonly Stop[] = [
  {
    name: 'palette',
    async go(at) {
      await at.day()
      await at.press(at.words.frame.find)
      await at.dialog.getByRole('combobox').fill('a')
    },
  },
  {
    name: 'palette-none',
    async go(at) {
      await at.dialog.getByRole('combobox').fill('qqqqqq')
      await expect(at.dialog.getByText(at.words.common.nothingFound)).toBeVisible()
    },
  },
  {
    name: 'keys',
    async go(at) {
      await at.day()
      await at.press(at.words.frame.keysTitle)
    },
  },
  {
    name: 'account',
    async go(at) {
      await at.day()
      await at.page.getByRole('contentinfo').getByRole('button').first().click()
      await expect(at.page.getByRole('checkbox', { name: at.words.frame.letters })).toBeVisible()
    },
  },
  { name: 'pin', go: (at) => at.press(at.words.frame.setPin) },
  {
    name: 'signing-out',
    async go(at) {
      await at.day()
      await at.page.getByRole('contentinfo').getByRole('button').first().click()
      await at.press(at.words.frame.signOut)
      await expect(at.page.getByRole('dialog', { name: at.words.frame.signOutTitle })).toBeVisible()
    },
  },
  {
    name: 'locked',
    async go(at) {
      await at.day()
      await at.press(at.words.frame.lockHint)
      await expect(at.page.getByRole('heading', { name: at.words.signIn.lockedTitle })).toBeVisible()
    },
  },
  {
    name: 'wrong-password',
    async go(at) {
      await at.page.getByRole('textbox', { name: at.words.signIn.signInName }).fill('somebody')
      await at.page.getByRole('textbox', { name: at.words.signIn.password }).fill('not the password')
      await at.page.keyboard.press('Enter')
      await expect(at.page.getByRole('textbox', { name: at.words.signIn.password })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
  },
  {
    name: 'signed-out',
    async go(at) {
      await at.press(at.words.frame.signOut)
      await expect(at.page.getByRole('heading', { name: at.words.signIn.lockedTitle })).toBeHidden()
    },
  },
]

/** Money, settings and what is in reach everywhere, at the sample practice; it ends outside, signed out. */
export const officeTour: readonly Stop[] = [...moneyStops, ...settingStops, ...frameStops]
