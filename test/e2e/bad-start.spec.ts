import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import BetterSqlite from 'better-sqlite3'
import { readKeyFile } from '#vault/key-file-disk'
import { toSqlKey } from '#vault/keys'
import { openWithPassword } from '#vault/vault'
import { en } from '#words/en'
import { Entrance } from './pages/entrance.ts'
import { ask } from './shells/ask.ts'
import { ServedDesk } from './shells/browser-shell.ts'
import { expect, test } from './story.ts'
import type { Pc } from './story.ts'

const manager = { signInName: 'elena', password: 'seven lanterns on the pier' }
const clerk = { signInName: 'ana', password: 'blue kettle on a small stove' }
const founding = {
  practice: { name: 'Coast', legalName: 'Coast, Inc.', ein: '', npi: '', phone: '', logoPng: '' },
  locations: [
    {
      code: 'SM',
      name: 'Santa Monica',
      address: { street: '', street2: '', city: '', state: 'CA', postalCode: '' },
      phone: '',
      zone: 'America/Los_Angeles',
      rooms: ['Chair 1'],
      hours: [{ weekday: 2, openMinute: 480, closeMinute: 1080 }],
    },
  ],
  manager: { name: 'Elena Márquez', credentials: 'MD', npi: '', alsoRoles: ['provider'], ...manager },
}

test.describe('a start that cannot be is told in words, and changes nothing', () => {
  test('a second one on the same folder, while the first goes on', async ({ pc }) => {
    const desk = await founded(pc)
    expect(await refusedStart(pc)).toEqual({
      status: 3,
      said: 'Infusion Desk is already open on this data folder. Use the window that is open, or close it first.\n',
    })
    expect(await ask(desk.page, 'signIn', 'state', {})).toMatchObject({ stage: 'open' })
  })

  test('without the key file', async ({ pc }) => {
    await (await founded(pc)).quit()
    renameSync(join(pc.dataDir, 'key.json'), join(pc.dataDir, 'elsewhere.json'))
    const { status, said } = await refusedStart(pc)
    expect(said).toContain('The data file is here but its key file is not. Nothing was changed.')
    expect(status).toBe(3)
  })

  test('with a key file that cannot be read, or is newer than the program', async ({ pc }) => {
    await (await founded(pc)).quit()
    const path = join(pc.dataDir, 'key.json')
    const good = readFileSync(path, 'utf8')
    writeFileSync(path, good.slice(0, -40))
    expect((await refusedStart(pc)).said).toContain('The key file cannot be read. Nothing was changed.')
    writeFileSync(path, good.replace(/"format": \d+/, '"format": 99'))
    expect((await refusedStart(pc)).said).toContain('The key file was written by a newer version of Infusion Desk.')
  })
})

test.describe('a file that cannot be opened has a screen of its own after the right password', () => {
  test('when it comes from a newer version', async ({ pc }) => {
    await (await founded(pc)).quit()
    const opened = await openWithPassword(await readKeyFile(pc.dataDir), manager.signInName, manager.password)
    if (opened === 'wrong') throw new Error('The password does not open the key file.')
    const db = new BetterSqlite(join(pc.dataDir, 'desk.db'))
    db.pragma(`cipher='sqlcipher'`)
    db.pragma(`key="x'${toSqlKey(opened.dataKey)}'"`)
    db.pragma('user_version = 9990')
    db.close()
    await cannotGoOn(pc, 'file.newer')
  })

  test('when it is damaged', async ({ pc }) => {
    await (await founded(pc)).quit()
    const path = join(pc.dataDir, 'desk.db')
    const bytes = readFileSync(path)
    bytes.fill(7, 0, 2048)
    writeFileSync(path, bytes)
    await cannotGoOn(pc, 'file.damaged')
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('when it is gone', async ({ pc }) => {
    await (await founded(pc)).quit()
    rmSync(join(pc.dataDir, 'desk.db'))
    await cannotGoOn(pc, 'file.damaged')
  })
})

test('a wrong password is told at its field, and after five the next try waits', async ({ pc }) => {
  await (await founded(pc)).quit()
  const { page } = await pc.start()
  const entrance = new Entrance(page)
  await entrance.signIn(manager.signInName, 'eight lanterns on the pier')
  const password = page.getByRole('textbox', { name: 'Password' })
  await expect(password).toHaveAccessibleDescription(en.faults['sign-in.wrong']())
  for (let tries = 0; tries < 4; tries += 1) {
    await password.fill(`${tries} lanterns on the pier`)
    await password.press('Enter')
    await expect(page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy')
  }
  await password.fill(manager.password)
  await password.press('Enter')
  await expect(page.getByText(/^Too many wrong tries\. Wait \d+ seconds\.$/)).toBeVisible()
  pc.clock.pass(10)
  await password.press('Enter')
  await entrance.atDesk()
})

test.describe('a call that cannot be is refused at the door', () => {
  test('unknown, too large, malformed', async ({ pc }) => {
    const { page } = await founded(pc)
    expect(await posted(page, 'patients/burn', '{}')).toMatchObject({ ok: false, fault: { code: 'call.unknown' } })
    expect(await posted(page, 'patients/search', JSON.stringify({ text: 'x'.repeat(2 ** 20) }))).toMatchObject({
      fault: { code: 'call.too-large' },
    })
    expect(await posted(page, 'patients/search', '{"text":')).toMatchObject({ fault: { code: 'call.not-json' } })
    expect(await posted(page, 'patients/search', '{"text":"","limit":0,"withArchived":false}')).toMatchObject({
      fault: { code: 'call.bad-input', path: 'limit' },
    })
  })

  test('by the wrong role, and behind the lock', async ({ pc }) => {
    const { page } = await founded(pc)
    const posts = [{ role: 'front_desk', locationId: null }]
    await ask(page, 'staff', 'add', { name: 'Ana Ruiz', credentials: '', npi: '', posts, ...clerk })
    await ask(page, 'signIn', 'out', {})
    await ask(page, 'signIn', 'withPassword', clerk)
    await new Entrance(page).atDesk()
    await expect(page.getByRole('button', { name: 'Ana Ruiz' })).toBeVisible()
    const change = JSON.stringify(founding.practice)
    expect(await posted(page, 'practice/change', change)).toMatchObject({ fault: { code: 'call.not-allowed' } })
    await ask(page, 'signIn', 'lock', {})
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
    expect(await posted(page, 'practice/get', '{}')).toMatchObject({ fault: { code: 'call.locked' } })
  })
})

/** A practice in the folder, its manager at the desk. */
async function founded(pc: Pc) {
  const desk = await pc.start()
  const { recoveryCode } = await ask(desk.page, 'setup', 'create', founding)
  await ask(desk.page, 'setup', 'confirmRecoveryCode', { code: recoveryCode })
  await new Entrance(desk.page).atDesk()
  return desk
}

/** A start that ends by itself: its status, and what it said. */
async function refusedStart(pc: Pc): Promise<{ status: number | null; said: string }> {
  const served = new ServedDesk({ dataDir: pc.dataDir, sample: false, clockFile: pc.clock.file, papers: '' })
  expect(await served.link()).toBeUndefined()
  return { status: await served.ended(), said: served.said }
}

/** The right password opens nothing but a screen that says why. */
async function cannotGoOn(pc: Pc, code: 'file.newer' | 'file.damaged'): Promise<void> {
  const { page } = await pc.start()
  await new Entrance(page).signIn(manager.signInName, manager.password)
  await expect(page.getByRole('heading', { name: 'Infusion Desk cannot go on' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveText(en.faults[code]())
}

/** Posts a body to a call as the page's own browser would, and reads the reply. */
async function posted(page: Page, call: string, body: string): Promise<unknown> {
  const { origin } = new URL(page.url())
  const headers = { origin, 'content-type': 'application/json' }
  const response = await page.request.post(`${origin}/call/${call}`, { headers, data: Buffer.from(body) })
  return response.json()
}
