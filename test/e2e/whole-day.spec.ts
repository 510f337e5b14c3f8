import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { Entrance } from './pages/entrance.ts'
import { Hands } from './pages/hands.ts'
import { textOfPdf } from './pdf-text.ts'
import { openClosedFile } from './stored.ts'
import { expect, test } from './story.ts'

const manager = {
  name: 'Elena Márquez',
  signInName: 'elena',
  password: 'seven lanterns on the pier',
  credentials: 'MD',
  npi: '1234567893',
  alsoRoles: ['Provider', 'Nurse'],
}

const clinic = (name: string, code: string, rooms: readonly string[]) => ({
  name,
  code,
  rooms,
  street: '100 Sample Avenue',
  city: name,
  postalCode: '90404',
  phone: '3105550110',
})

test('a patient is registered, planned, booked, treated, billed and paid, by keyboard alone', async ({ pc }) => {
  test.setTimeout(180_000)
  const desk = await pc.start()
  const { page } = desk
  const entrance = new Entrance(page)
  const hands = new Hands(page)
  const says = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()
  const side = page.getByRole('complementary', { name: 'Beside the work' })

  await test.step('the wizard founds a practice with two clinics', async () => {
    await entrance.begin()
    await entrance.practice({
      name: 'Coast Infusion',
      legalName: 'Coast Infusion Medical Group, Inc.',
      ein: '95-1234567',
      npi: '1234567893',
      phone: '3105550100',
    })
    await entrance.location(1, clinic('Santa Monica', 'SM', ['Chair 1', 'Chair 2']))
    await entrance.location(2, clinic('Oxnard', 'OX', ['Chair 1']))
    await entrance.manager(manager)
    await entrance.recoveryCode()
    await expect(page.getByRole('region', { name: /^Day board/ })).toBeVisible()
  })

  await test.step('a patient is registered, and a plan started from the protocol', async () => {
    await go(page, hands, 'p', 'patients')
    await hands.reach(page.getByRole('button', { name: /^Register a patient/ }).first())
    await hands.press('Enter')
    const form = page.getByRole('dialog')
    await hands.fill('First name', 'Zoë', form)
    await hands.fill('Last name', 'Müller-Ñáñez', form)
    await hands.fill('Birth date', '03081985', form)
    await hands.fill('Phone', '3105550142', form)
    await open(hands, 'Control+Enter', page.getByRole('heading', { name: /Zoë Müller-Ñáñez/ }))
    await expect(page.getByRole('dialog')).toBeHidden()
    await open(hands, 'n', page.getByRole('dialog', { name: 'Start a treatment plan' }))
    const plan = page.getByRole('dialog', { name: 'Start a treatment plan' })
    await hands.choose('Protocol', 'Mood, induction', plan)
    await hands.fill('Indication', 'Major depressive disorder, recurrent, severe', plan)
    await hands.fill('Diagnoses (ICD-10-CM)', 'F33.2', plan)
    await hands.press('Control+Enter')
    await says('The plan is started.')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('six infusions are proposed at both clinics, and saved together', async () => {
    const dialog = page.getByRole('dialog', { name: 'Book the series' })
    await open(hands, 's', dialog)
    await hands.fill('From', '03/10/2026', dialog)
    const rows = dialog.getByRole('grid').getByRole('row')
    await expect(rows).toHaveCount(7)
    await expect(rows.nth(1)).toContainText('Mar 10, 2026')
    await expect(rows.filter({ hasText: 'SM' })).toHaveCount(3)
    await expect(rows.filter({ hasText: 'OX' })).toHaveCount(3)
    await hands.press('Control+Enter')
    await says('6 infusions are booked.')
    await expect(dialog).toBeHidden()
  })

  await test.step('the patient arrives and is treated', async () => {
    await hands.reach(page.getByRole('button', { name: /Zoë Müller-Ñáñez.*infusion 1 of 6/ }))
    await open(hands, 'Enter', side.getByRole('heading', { name: 'Zoë Müller-Ñáñez' }))
    await open(hands, 'i', side.getByText('Arrived'))
    await hands.fill('Name', 'Rowan', side)
    await hands.fill('Relationship', 'friend', side)
    await hands.fill('Phone', '3105550143', side)
    await hands.press('Enter')
    await says('Rowan (friend)')
    await hands.push('Open the record', side)
    await hands.fill('Weight today', '82.4', side)
    await hands.press('Enter')
    await says('41.20 mg')
    await press(side.getByRole('button', { name: /^Start the infusion/ }))
    await expect(side.getByRole('button', { name: /^Stop the infusion/ })).toBeVisible()
    await press(side.getByRole('button', { name: /^Add vitals/ }))
    await reading('128', '80', '72', '98')
    await hands.push('Add an event', side)
    await hands.choose('What', 'Dizziness', side)
    await press(side.getByRole('button', { name: 'Save', exact: true }))
    await expect(side.getByText('Dizziness · 1 mild')).toBeVisible()
    await later(40)
    await press(side.getByRole('button', { name: /^Stop the infusion/ }))
    await expect(side.getByRole('checkbox', { name: 'Walks steadily' })).toBeVisible()
  })

  await test.step('the discharge waits for the escort and the recovery time', async () => {
    await hands.tick('Orientated to person, place and time', side)
    await hands.tick('Walks steadily', side)
    await hands.fill('Instructions were given to', 'Patient and escort', side)
    await hands.press('Enter')
    await says('The escort has not arrived.')
    await hands.push('Escort is here', side)
    await says(/Here since/)
    await press(side.getByRole('button', { name: /^Discharge/ }))
    await says(/recovery time is not over/)
    await later(31)
    await press(side.getByRole('button', { name: /^Add vitals/ }))
    await reading('124', '78', '70', '99')
    await press(side.getByRole('button', { name: /^Discharge/ }))
    await says(/No driving before/)
    await expect(side.getByText('Ready to leave')).toBeVisible()
  })

  const paper = await test.step('the visit is billed, issued, paid in two parts and printed', async () => {
    await press(side.getByRole('button', { name: /^Check out/ }))
    await hands.push('Bill this visit', side)
    await open(hands, 'Control+Enter', page.getByRole('dialog', { name: 'Issue this invoice?' }))
    await hands.press('Control+Enter')
    await says('Issued as SM1-2026-000001.')
    await expect(page.getByRole('dialog')).toBeHidden()
    await hands.choose('How', 'Cash', side)
    await hands.fill('Amount', '200', side)
    await hands.fill('Handed over', '220', side)
    await hands.press('Enter')
    await says('Give back $20.00.')
    await hands.fill('Amount', '350', side)
    await hands.press('Enter')
    await expect(side.getByText('Settled')).toBeVisible()
    return desk.saved(() => hands.press('Control+p'))
  })

  await test.step('the PDF says what is stored, and nothing of the patient can be read in any file', async () => {
    expect(basename(paper)).toBe('SM1-2026-000001.pdf')
    const text = await textOfPdf(readFileSync(paper))
    const printed = ['SM1-2026-000001', 'Zoë Müller-Ñáñez', 'F33.2', '$550.00', '$200.00', '$350.00', '$0.00']
    for (const part of [...printed, 'Coast Infusion', 'Santa Monica', 'Mar 10, 2026']) expect(text).toContain(part)
    expect(await desk.quit()).toBe(0)
    const stored = await openClosedFile(pc.dataDir, manager)
    expect(stored.invoices).toEqual([{ number: 'SM1-2026-000001', total_cents: 55_000 }])
    expect(stored.payments).toEqual([{ amount_cents: 20_000 }, { amount_cents: 35_000 }])
    expect(stored.balance).toBe(0)
    expect(stored.faults).toEqual([])
    expect(stored.rows).toBeGreaterThan(50)
    expect(stored.filesWith(['Müller', 'Ñáñez', 'Zoë', '3105550142', '555-0142', '1985-03-08', 'Rowan'])).toEqual([])
  })

  await test.step('after a restart everything is there again', async () => {
    const again = await pc.start()
    const second = new Hands(again.page)
    await new Entrance(again.page).signIn(manager.signInName, manager.password)
    await expect(again.page.getByRole('button', { name: /Zoë Müller-Ñáñez.*infusion 1 of 6/ })).toBeVisible()
    await go(again.page, second, 'b', 'billing')
    await expect(again.page.getByRole('row', { name: /SM1-2026-000001 Zoë Müller-Ñáñez.*Settled/ })).toBeVisible()
    await go(again.page, second, 'p', 'patients')
    await second.type('muler')
    await expect(again.page.getByRole('row', { name: /Zoë Müller-Ñáñez/ })).toBeVisible()
    expect(await again.quit()).toBe(0)
  })

  /** Time passes; the window has locked itself meanwhile, and opens again where it was. */
  async function later(minutes: number): Promise<void> {
    pc.clock.pass(minutes)
    await entrance.unlock(manager.signInName, manager.password)
    await expect(side.getByRole('heading', { name: 'Zoë Müller-Ñáñez' })).toBeVisible()
  }

  async function press(button: Locator): Promise<void> {
    await hands.reach(button)
    await hands.press('Enter')
  }

  async function reading(systolic: string, diastolic: string, heart: string, spo2: string): Promise<void> {
    await hands.fill('Systolic', systolic, side)
    await hands.fill('Diastolic', diastolic, side)
    await hands.fill('Heart rate', heart, side)
    await hands.fill('SpO₂', spo2, side)
    await hands.press('Enter')
    await says(`${systolic}/${diastolic}`)
  }
})

/** Presses a key until what it opens is there: a dialog that is just closing still holds the keys for a moment. */
async function open(hands: Hands, key: string, what: Locator): Promise<void> {
  await expect(async () => {
    await hands.press(key)
    await expect(what).toBeVisible({ timeout: 1500 })
  }).toPass({ timeout: 9000 })
}

/** Goes to a screen by its two keys, no sooner than a person would after the last screen came up. */
async function go(page: Page, hands: Hands, letter: 'p' | 'b', screen: string): Promise<void> {
  await page.waitForTimeout(500)
  await hands.press('g', letter)
  await expect(page).toHaveURL(new RegExp(`#/${screen}`))
}
