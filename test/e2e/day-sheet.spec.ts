import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readBack } from '../golden/read-back.ts'
import { Board } from './pages/board.ts'
import { expect, test } from './story.ts'

test('the day is one key away on paper, and as private as the screen', async ({ pc }) => {
  const desk = await pc.start({ sample: true })
  const { hands } = new Board(desk.page)
  const cards = desk.page.getByRole('region', { name: /^Day board/ }).getByRole('listitem')
  await expect(cards).not.toHaveCount(0)
  const visits = await cards.count()

  const printed = async () => {
    const file = await desk.saved(() => hands.press('Control+p'))
    expect(basename(file)).toMatch(/^day-all-\d{4}-\d{2}-\d{2}\.pdf$/)
    const { pages, close } = await readBack(new Uint8Array(readFileSync(file)))
    await close()
    const rows = pages.flatMap((page) => page.rows).filter(([time]) => time !== 'Time')
    return { rows, text: pages.flatMap((page) => page.lines).join('\n') }
  }
  const open = await printed()
  expect(open.rows).toHaveLength(visits)
  expect(open.text).toContain('555-')

  await desk.page.getByRole('button', { name: /initials/i }).click()
  const hidden = await printed()
  expect(hidden.rows).toHaveLength(visits)
  expect(hidden.text).not.toContain('555-')
})
