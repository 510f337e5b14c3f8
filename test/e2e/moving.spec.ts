import type { Locator, Page } from '@playwright/test'
import { Board } from './pages/board.ts'
import { expect, test } from './story.ts'

/** Thaddeus Quill of the sample practice: a consultation from 11:30 to 12:30 with a free half hour before it. */
function quill(page: Page): Locator {
  return page.getByRole('region', { name: /^Day board/ }).getByRole('button', { name: /Thaddeus Quill/ })
}

test.describe('an appointment on the board', () => {
  test('is moved and made shorter by keys', async ({ pc }) => {
    const { page } = await pc.start({ sample: true })
    const { hands } = new Board(page)
    await quill(page).focus()
    await hands.press('r', 'ArrowUp', 'Enter')
    await expect(quill(page)).toHaveAccessibleName(/until 12:25 PM/)
    await quill(page).focus()
    await hands.press('m', 'ArrowUp', 'ArrowUp', 'Enter')
    await expect(quill(page)).toHaveAccessibleName(/11:20 AM.*until 12:15 PM/)
    // The answer comes from the file, not from the screen: another day and back asks anew.
    await hands.press(']', '[')
    await expect(quill(page)).toHaveAccessibleName(/11:20 AM.*until 12:15 PM/)
  })

  test('is reached by the arrows from anywhere, and checked in by its key without being opened', async ({ pc }) => {
    const { page } = await pc.start({ sample: true })
    const { hands } = new Board(page)
    await expect(quill(page)).toBeVisible()
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await hands.press('ArrowDown')
    await expect(page.getByRole('region', { name: /^Day board/ })).toContainFocus()
    await quill(page).focus()
    await hands.press('i')
    await expect(page.getByText('Thaddeus Quill is checked in.')).toBeVisible()
    await expect(quill(page)).toHaveAccessibleName(/Arrived/)
    await expect(page.getByRole('complementary').getByRole('heading')).toHaveCount(0)
  })

  test('is dragged with the pointer, and what is released beside it opens nothing', async ({ pc }) => {
    const { page } = await pc.start({ sample: true })
    const card = quill(page)
    await expect(card).toHaveAccessibleName(/until 12:30 PM/)
    const box = await card.boundingBox()
    if (box === null) throw new Error('The card is not to be seen.')
    await page.mouse.move(box.x + 60, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y - 2, { steps: 4 })
    await page.mouse.up()
    await expect(card).toHaveAccessibleName(/11:20 AM.*until 12:20 PM/)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await card.press('Enter')
    await expect(page.getByRole('complementary').getByRole('heading', { name: 'Thaddeus Quill' })).toBeVisible()
  })

  test('that is under way stays where it is', async ({ pc }) => {
    const { page } = await pc.start({ sample: true })
    const infusing = page.getByRole('region', { name: /^Day board/ }).getByRole('button', { name: /Infusing/ })
    await infusing.first().focus()
    await expect(infusing.first()).toHaveAttribute('aria-keyshortcuts', 'Enter')
    await page.keyboard.press('m')
    await expect(page.getByText(/^Moving /)).toHaveCount(0)
  })
})

test('a key that is held down does its deed once', async ({ pc }) => {
  const { page } = await pc.start({ sample: true })
  await quill(page).click()
  const inspector = page.getByRole('complementary', { name: 'Beside the work' })
  await expect(inspector.getByRole('button', { name: 'Check in' })).toBeVisible()
  await page.keyboard.down('Control')
  await page.keyboard.down('Enter')
  await expect(inspector.getByText('Arrived', { exact: true })).toBeVisible()
  await expect(inspector.getByRole('button', { name: 'Check out' })).toBeVisible()
  for (let held = 0; held < 5; held += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.up('Control')
  await expect(inspector.getByText('Arrived', { exact: true })).toBeVisible()
  await expect(inspector.getByText('Completed', { exact: true })).toHaveCount(0)
})

test('what was said to one person is gone at the lock', async ({ pc }) => {
  const { page } = await pc.start({ sample: true })
  await quill(page).focus()
  for (const key of ['r', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  const refused = page.getByRole('alert').filter({ hasText: 'Hannah Brightwater' })
  await expect(refused).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { level: 1, name: /locked/i })).toBeVisible()
  await expect(refused).toHaveCount(0)
})
