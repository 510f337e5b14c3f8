import { expect } from '../pages/matchers.ts'
import type { Stop } from './guide.ts'

const password = 'seven lanterns on the pier'

/** The screens of the first start, each with what it says to an empty form, up to the empty desk. */
export const firstStartTour: readonly Stop[] = [
  {
    name: 'welcome',
    go: ({ page, words }) => expect(page.getByRole('button', { name: words.setup.begin })).toBeVisible(),
  },
  {
    name: 'wizard-practice',
    async go(at) {
      await at.press(at.words.setup.begin)
      await at.press(at.words.common.next)
      await expect(at.page.getByText(at.words.problems.required).first()).toBeVisible()
    },
  },
  {
    name: 'wizard-location-1',
    async go(at) {
      await at.page.getByRole('textbox', { name: at.words.setup.practiceName, exact: true }).fill('Coast')
      await at.page.getByRole('textbox', { name: at.words.setup.legalName }).fill('Coast, Inc.')
      await at.press(at.words.common.next)
      await expect(at.page.getByRole('heading', { name: at.words.setup.locationTitle(1) })).toBeVisible()
      await at.press(at.words.common.next)
      await expect(at.page.getByText(at.words.problems.required).first()).toBeVisible()
    },
  },
  {
    name: 'wizard-rooms-twice',
    async go(at) {
      await at.page.getByRole('textbox', { name: at.words.setup.locationName, exact: true }).fill('Santa Monica')
      await at.page.getByRole('textbox', { name: at.words.setup.code, exact: true }).fill('SM')
      await at.page.getByRole('textbox', { name: at.words.setup.rooms }).fill('1\n1')
      await at.press(at.words.common.next)
      // Told here, at its field, and not after the last step.
      const told = at.words.faults['practice.room-name-taken']({ name: '1' })
      await expect(at.page.getByText(told)).toBeVisible()
    },
  },
  {
    name: 'wizard-location-2',
    async go(at) {
      await at.page.getByRole('textbox', { name: at.words.setup.rooms }).fill('1')
      await at.press(at.words.common.next)
      await expect(at.page.getByRole('heading', { name: at.words.setup.locationTitle(2) })).toBeVisible()
      await at.page.getByRole('textbox', { name: at.words.setup.locationName, exact: true }).fill('Oxnard')
      await at.page.getByRole('textbox', { name: at.words.setup.code, exact: true }).fill('SM')
      await at.page.getByRole('textbox', { name: at.words.setup.rooms }).fill('1')
      await at.press(at.words.common.next)
      await expect(at.page.getByRole('textbox', { name: at.words.setup.code, exact: true })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
  },
  {
    name: 'wizard-manager',
    async go(at) {
      await at.page.getByRole('textbox', { name: at.words.setup.code, exact: true }).fill('OX')
      await at.press(at.words.common.next)
      const box = (name: string) => at.page.getByRole('textbox', { name, exact: true })
      await box(at.words.setup.managerName).fill('Elena')
      await box(at.words.setup.signInName).fill('elena')
      await box(at.words.setup.password).fill('short')
      await box(at.words.setup.passwordAgain).fill('short')
      await at.press(at.words.setup.create)
      await expect(box(at.words.setup.password)).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'recovery-code',
    async go(at) {
      const box = (name: string) => at.page.getByRole('textbox', { name, exact: true })
      await box(at.words.setup.password).fill(password)
      await box(at.words.setup.passwordAgain).fill(password)
      await at.press(at.words.setup.create)
      await expect(at.page.getByRole('status', { name: at.words.setup.recoveryCode })).toBeVisible()
    },
  },
  {
    name: 'recovery-code-wrong',
    async go(at) {
      await at.press(at.words.setup.codeWritten)
      await at.page.getByRole('textbox', { name: at.words.setup.recoveryCode }).fill('AAAAA-AAAAA')
      await at.press(at.words.setup.confirmCode)
      await expect(at.page.getByRole('textbox', { name: at.words.setup.recoveryCode })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
  },
  {
    name: 'empty-day',
    async go(at) {
      await at.press(at.words.setup.newCode)
      const shown = at.page.getByRole('status', { name: at.words.setup.recoveryCode })
      const code = (await shown.textContent()) ?? ''
      await at.press(at.words.setup.codeWritten)
      await at.page.getByRole('textbox', { name: at.words.setup.recoveryCode }).fill(code)
      await at.press(at.words.setup.confirmCode)
      await expect(at.page.getByRole('region', { name: at.words.schedule.board })).toBeVisible()
    },
  },
  {
    name: 'empty-patients',
    async go(at) {
      await at.page.getByRole('link', { name: at.words.frame.patients }).click()
      await expect(at.page.getByText(at.words.patients.emptyTitle)).toBeVisible()
    },
  },
  {
    name: 'empty-billing',
    async go(at) {
      await at.page.getByRole('link', { name: at.words.frame.billing }).click()
      await expect(at.page.getByText(at.words.billing.emptyTitle)).toBeVisible()
    },
  },
  {
    name: 'empty-to-bill',
    async go(at) {
      await at.tab(at.words.billing.toBill)
      await expect(at.page.getByText(at.words.billing.nothingToBillTitle)).toBeVisible()
    },
  },
]
