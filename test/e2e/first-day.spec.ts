import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { day, formatDay } from '#domain/dates'
import { cents, formatMoney } from '#domain/money'
import { Billing } from './pages/billing.ts'
import { Board } from './pages/board.ts'
import { Chair } from './pages/chair.ts'
import { Entrance } from './pages/entrance.ts'
import { Record } from './pages/record.ts'
import { readInvoice } from './pages/paper.ts'
import { ask } from './shells/ask.ts'
import { filesWith, OpenedFile } from './shells/opened-file.ts'
import { test, expect } from './story.ts'

const manager = {
  name: 'Elena Márquez',
  signInName: 'elena',
  password: 'seven lanterns on the pier',
  credentials: 'MD',
  npi: '1234567893',
  alsoRoles: ['Provider', 'Nurse'],
}
const zoe = {
  firstName: 'Zoë',
  lastName: 'Müller-Ñáñez',
  birthDay: '03081985',
  phone: '3105550142',
  email: 'zoe.muller@example.org',
  street: '1842 Calle Peñasco',
  city: 'Oxnard',
  postalCode: '93030',
}
const name = `${zoe.firstName} ${zoe.lastName}`

test('the first day, by keyboard alone', async ({ pc }) => {
  const desk = await pc.start()
  const entrance = new Entrance(desk.page)

  await test.step('the practice is set up', async () => {
    await entrance.begin()
    await entrance.practice({
      name: 'Pacific Infusion',
      legalName: 'Pacific Infusion Medical Group, Inc.',
      ein: '95-1234567',
      npi: '1234567893',
      phone: '3105550100',
    })
    await entrance.location(1, {
      name: 'Santa Monica',
      code: 'SM',
      street: '1424 Arizona Avenue',
      city: 'Santa Monica',
      postalCode: '90404',
      phone: '3105550110',
      rooms: ['Chair 1', 'Chair 2', 'Quiet room'],
    })
    await entrance.location(2, {
      name: 'Oxnard',
      code: 'OX',
      street: '300 Esplanade Drive',
      city: 'Oxnard',
      postalCode: '93036',
      phone: '8055550120',
      rooms: ['Chair 1', 'Chair 2'],
    })
    await entrance.manager(manager)
    await entrance.recoveryCode()
    await entrance.atDesk()
  })

  const record = new Record(desk.page)
  const board = new Board(desk.page)
  const chair = new Chair(desk.page)
  const billing = new Billing(desk.page)

  await test.step('a patient is registered, planned and booked at both clinics', async () => {
    await record.register(zoe)
    await record.startPlan({
      protocol: 'Mood, induction',
      indication: 'Major depressive disorder',
      codes: 'F33.2, F41.1',
    })
    const proposed = await board.bookSeries({ from: '03/10/2026', start: '10:30 AM' })
    expect(proposed[0]?.day).toBe('Tue Mar 10, 2026')
    expect(proposed.map(({ place }) => place.split(' ')[0])).toEqual(['SM', 'OX', 'SM', 'OX', 'SM', 'OX'])
  })

  await test.step('the patient comes and is treated', async () => {
    await board.open(name)
    await board.checkIn()
    await chair.nameEscort({ name: 'Ana Ñáñez', relationship: 'sister', phone: '3105550143' })
    await chair.openRecord()
    await chair.workOutDose('72.5')
    await expect(chair.panel.getByText('36.25 mg')).toBeVisible()
    await chair.addVitals({ systolic: '118', diastolic: '76', heartRate: '68', spo2: '98', breaths: '14' })
    await chair.start()
    await board.hasStatus('Infusing')
  })

  await test.step('the desk locks itself while nobody touches it', async () => {
    pc.clock.pass(25)
    await entrance.unlock(manager.signInName, manager.password)
  })

  await test.step('the infusion ends', async () => {
    await chair.addVitals({ systolic: '138', diastolic: '86', heartRate: '84', spo2: '97', breaths: '15' })
    await chair.addAdverseEvent({ what: 'Nausea', grade: '2 moderate', note: 'after twenty minutes' })
    pc.clock.pass(15)
    await entrance.unlock(manager.signInName, manager.password)
    await chair.eventIsOver()
    await chair.stop()
    await chair.addVitals({ systolic: '124', diastolic: '79', heartRate: '72', spo2: '98', breaths: '14' })
  })

  await test.step('nobody goes home too early, nor alone', async () => {
    await chair.discharge(name)
    await expect(chair.panel.getByRole('alert')).toContainText('escort')
    await chair.escortArrived()
    await chair.discharge(name)
    await expect(chair.panel.getByRole('alert')).toContainText('30 more minutes')
    pc.clock.pass(31)
    await entrance.unlock(manager.signInName, manager.password)
    await chair.discharge(`${name} and Ana Ñáñez`)
    await chair.discharged()
    await board.hasStatus('Ready to leave')
    await board.checkOut()
  })

  const { paper, answered } = await test.step('the visit is billed, paid in two parts and printed', async () => {
    await billing.bill()
    await billing.addLine({ description: 'Ondansetron 4 mg IV', quantity: '2', unit: '26.37', discount: '2.74' })
    await expect(billing.sum('Total')).toHaveText('$600.00')
    expect(await billing.issue()).toBe('SM1-2026-000001')
    await billing.standsAt('Open')
    await billing.payCash('200', '220')
    await expect(billing.panel.getByText('Give back $20.00.')).toBeVisible()
    await billing.standsAt('Part paid')
    await billing.payByCard('slip 0042')
    await billing.standsAt('Settled')
    await expect(billing.sum('Balance')).toHaveText('$0.00')
    const { invoiceId } = billing
    return {
      paper: await desk.saved(() => billing.hands.byKey('Invoice as PDF', billing.panel)),
      answered: await ask(desk.page, 'invoices', 'get', { invoiceId }),
    }
  })

  await test.step('the paper says what the engine answers and what is stored, and nothing lies about in clear', async () => {
    expect(basename(paper)).toBe('SM1-2026-000001.pdf')
    expect(await desk.quit()).toBe(0)
    const file = await OpenedFile.open(pc.dataDir, manager.signInName, manager.password)
    const stored = file.invoice('SM1-2026-000001')
    expect(file.faults()).toEqual([])
    file.close()
    expect(answered).toMatchObject(stored)
    expect(await readInvoice(readFileSync(paper))).toEqual({
      number: stored.number,
      day: formatDay(day(stored.day), 'en'),
      patientName: stored.patientName,
      // Diagnoses are nobody's business at the desk.
      codes: '',
      lines: stored.lines.map((line) => ({
        day: formatDay(day(line.serviceDay), 'en'),
        description: line.description,
        quantity: String(line.quantity),
        unit: formatMoney(cents(line.unitCents)),
        discount: line.discountCents === 0 ? '' : formatMoney(cents(-line.discountCents)),
        amount: formatMoney(cents(line.totalCents)),
      })),
      payments: stored.payments.map((payment) => ({
        day: formatDay(day(payment.day), 'en'),
        method: { cash: 'Cash', card: 'Card' }[payment.tender],
        reference: payment.reference,
        amount: formatMoney(cents(payment.amountCents)),
      })),
      total: formatMoney(cents(stored.totalCents)),
      paid: formatMoney(cents(stored.paidCents)),
      balance: formatMoney(cents(stored.balanceCents)),
    })
    const secrets = ['Müller', 'Ñáñez', 'Zoë', zoe.phone, '555-0142', zoe.email, 'Peñasco', '1985-03-08', 'depressive']
    expect(filesWith(pc.dataDir, secrets)).toEqual([])
  })

  await test.step('the next start finds everything again', async () => {
    const again = await pc.start()
    await new Entrance(again.page).signIn(manager.signInName, manager.password)
    await new Entrance(again.page).atDesk()
    const later = new Record(again.page)
    await later.open('muler nanez')
    await expect(later.page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(later.page.getByText('1 of 6 infusions')).toBeVisible()
    await expect(later.page.getByText('5 booked')).toBeVisible()
    await expect(later.page.getByText('Nothing is owed')).toBeVisible()
    await later.hands.press('g', 'b')
    await expect(later.page.getByRole('row', { name: `SM1-2026-000001 ${name}` })).toContainText('Settled')
    expect(await ask(again.page, 'invoices', 'get', { invoiceId: answered.id })).toEqual(answered)
    expect(await again.quit()).toBe(0)
    const file = await OpenedFile.open(pc.dataDir, manager.signInName, manager.password)
    expect(file.faults()).toEqual([])
    file.close()
  })
})
