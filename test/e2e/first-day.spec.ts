import { Billing } from './pages/billing.ts'
import { Board } from './pages/board.ts'
import { Chair } from './pages/chair.ts'
import { Entrance } from './pages/entrance.ts'
import { Record } from './pages/record.ts'
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
  let desk = await pc.start()
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
    await board.hasStatus('Ready to leave')
    await board.checkOut()
  })

  await test.step('the visit is billed and paid', async () => {
    await billing.bill()
    await expect(billing.sum('Total')).toHaveText('$550.00')
    expect(await billing.issue()).toBe('SM1-2026-000001')
    await billing.standsAt('Open')
    await billing.payCash('200', '220')
    await expect(billing.panel.getByText('Give back $20.00.')).toBeVisible()
    await billing.standsAt('Part paid')
    await billing.payByCard('slip 0042')
    await billing.standsAt('Settled')
    await expect(billing.sum('Balance')).toHaveText('$0.00')
  })

  const invoicePdf = await desk.saved(() => billing.hands.press('Control+p'))
  expect(invoicePdf).toContain('SM1-2026-000001')
  expect(await desk.quit()).toBe(0)
})
