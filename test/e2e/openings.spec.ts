import type { Locator, Page } from '@playwright/test'
import { Board } from './pages/board.ts'
import { expect, test } from './story.ts'
import { photograph } from './tours/guide.ts'

/** Begins a booking for Volkov of the sample practice, who has a plan and no visit. */
async function begin(page: Page): Promise<Locator> {
  const { hands } = new Board(page)
  await expect(page.getByRole('region', { name: /^Day board/ })).toBeVisible()
  await hands.press('n')
  const dialog = page.getByRole('dialog', { name: 'Book an appointment' })
  await expect(dialog.getByRole('combobox', { name: 'Patient' })).toBeFocused()
  await hands.type('Volkov')
  await expect(page.getByRole('option')).toHaveCount(1)
  await hands.press('ArrowDown', 'Enter')
  await expect(dialog.getByRole('textbox', { name: 'Minutes' })).toHaveValue('110')
  return dialog
}

test('the next openings are one key away, and Enter takes one', async ({ pc }) => {
  const { page } = await pc.start({ sample: true })
  const { hands, inspector } = new Board(page)
  const dialog = await begin(page)
  await hands.press('Control+o')
  const openings = dialog.getByRole('region', { name: 'Next openings' }).getByRole('listitem').getByRole('button')
  await expect(openings).toHaveCount(5)
  await expect(openings.first()).toBeFocused()
  await hands.choose('Time of day', 'Afternoons', dialog)
  await expect(openings.first()).toContainText('PM')
  await hands.reach(openings.first(), 'Shift+Tab')
  await hands.press('ArrowDown')
  await expect(openings.nth(1)).toBeFocused()
  const when = (await openings.nth(1).locator('span').first().textContent()) ?? ''
  await hands.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Start' })).toHaveValue(when.split(', ').at(-1) ?? '')
  await hands.press('Control+Enter')
  await expect(page.getByText(`Booked: ${when}.`)).toBeVisible()
  await expect(inspector.getByRole('heading', { name: /Volkov/ })).toBeVisible()
})

test('a time that is taken says by whom, offers three others, and can be allowed with a reason', async ({ pc }) => {
  const { page } = await pc.start({ sample: true })
  const board = new Board(page)
  const { hands, inspector } = board
  const card = (name: string) => board.card(name)
  const dialog = await begin(page)
  await hands.choose('Room', 'SM · Chair 2', dialog)
  await hands.fill('Start', '11:45a', dialog)
  await hands.press('Control+Enter')
  const offers = dialog.getByRole('region', { name: 'Take a free time instead' })
  await expect(offers.getByRole('alert')).toContainText('is taken')
  await expect(offers.getByRole('alert')).toContainText('Thaddeus Quill')
  await expect(offers.getByRole('listitem')).toHaveCount(3)
  await expect(offers.getByRole('button').first()).toBeFocused()
  await hands.push('Book anyway', offers)
  await expect(offers.getByText('This is needed.')).toBeVisible()
  await hands.fill('Why it is allowed', 'Flies home tonight', offers)
  await hands.press('Enter')
  await expect(page.getByText('Booked: Tue Mar 10, 2026, 11:45 AM.')).toBeVisible()
  await expect(card('Dmitri Volkov')).toHaveAccessibleName(/allowed/)
  await expect(inspector.getByText(/^Allowed by Elena Márquez \(.*room taken.*\): Flies home tonight$/)).toBeVisible()
  await photograph(page, 'allowed')
})

test('an appointment moved onto another goes to a free time instead', async ({ pc }) => {
  const { page } = await pc.start({ sample: true })
  const { hands } = new Board(page)
  const quill = page.getByRole('region', { name: /^Day board/ }).getByRole('button', { name: /Thaddeus Quill/ })
  await quill.focus()
  await hands.press('m', 'ArrowLeft')
  await expect(page.getByText('11:30 AM to 12:30 PM, Chair 1')).toBeAttached()
  // It is another column's card now, and has the focus again before the next key.
  await expect(quill).toBeFocused()
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Not moved: that time is not free' })
  await expect(dialog.getByRole('alert')).toContainText('is taken')
  const offers = dialog.getByRole('listitem').getByRole('button')
  await expect(offers).toHaveCount(3)
  await expect(offers.first()).toBeFocused()
  const when = (await offers.first().locator('span').first().textContent()) ?? ''
  await hands.press('Enter')
  await expect(page.getByText(`Moved to ${when}.`)).toBeVisible()
})
