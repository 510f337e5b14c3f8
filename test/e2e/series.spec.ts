import { Hands } from './pages/hands.ts'
import { expect, test } from './story.ts'

test('six infusions over both clinics are booked with twelve keys at most, once the patient is open', async ({
  pc,
}) => {
  const { page } = await pc.start({ sample: true })
  const hands = new Hands(page)
  await expect(page.getByRole('region', { name: /^Day board/ })).toBeVisible()
  await hands.press('/')
  await page.getByRole('searchbox', { name: 'Search patients' }).fill('Volkov')
  const found = page.getByRole('grid', { name: 'Patients found' }).getByRole('row')
  await expect(found).toHaveCount(2)
  await hands.press('ArrowDown', 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Volkov/ })).toBeVisible()
  // Every key that goes down counts, those that are held for another one too.
  await page.evaluate(() => {
    document.documentElement.dataset['keys'] = '0'
    const count = () => {
      const keys = Number(document.documentElement.dataset['keys'])
      document.documentElement.dataset['keys'] = String(keys + 1)
    }
    window.addEventListener('keydown', count, true)
  })
  await hands.press('s')
  const dialog = page.getByRole('dialog', { name: 'Book the series' })
  const rows = dialog.getByRole('grid', { name: 'Book the series' }).getByRole('row')
  await expect(rows).toHaveCount(7)
  const clinics = await rows
    .getByRole('gridcell')
    .filter({ hasText: /^(SM|OX) / })
    .allTextContents()
  expect(new Set(clinics.map((place) => place.slice(0, 2)))).toEqual(new Set(['SM', 'OX']))
  await expect(dialog.getByRole('button', { name: 'Book all 6' })).toBeEnabled()
  await hands.press('Control+Enter')
  await expect(page.getByText('6 infusions are booked.')).toBeVisible()
  const keys = Number(await page.evaluate(() => document.documentElement.dataset['keys']))
  expect(keys).toBeGreaterThan(0)
  expect(keys).toBeLessThanOrEqual(12)
  test.info().annotations.push({ type: 'keys', description: String(keys) })
})
