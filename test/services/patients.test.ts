import { present } from '#domain/certain'
import { day } from '#domain/dates'
import { closeDesk, openDesk, somebody } from '#kit/practice'
import type { OpenDesk, PatientFields } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBooking, aLedgerEntry, anInfusionDone, logLength } from '#kit/rows'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const none = '0198a000-0000-7000-8000-000000000000'

function rosa(desk: OpenDesk, fields: Partial<PatientFields> = {}): PatientFields {
  const home = desk.santaMonica.id
  const who = { firstName: 'Rosa', lastName: 'Peña', birthDay: day('1985-03-08'), phone: '(310) 555-0141' }
  return { ...somebody(1, home), ...who, ...fields }
}

describe('registering', () => {
  test('gives the next record number of the home location', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const fields = [somebody(1, desk.santaMonica.id), somebody(2, desk.oxnard.id), somebody(3, desk.santaMonica.id)]
    const numbers: string[] = []
    for (const one of fields) {
      numbers.push((await done(ana.patients.register({ fields: one, notADuplicate: false }))).recordNumber)
    }
    expect(numbers).toEqual(['SM1-00001', 'OX1-00001', 'SM1-00002'])
  })

  test('a refused registration uses no record number and leaves nothing', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    await done(ana.patients.register({ fields: rosa(desk), notADuplicate: false }))
    const before = await logLength(desk.read)
    expect((await refused(ana.patients.register({ fields: rosa(desk), notADuplicate: false }))).code).toBe(
      'patient.duplicate',
    )
    expect(await logLength(desk.read)).toBe(before)
    const next = await done(ana.patients.register({ fields: somebody(2, desk.santaMonica.id), notADuplicate: false }))
    expect(next.recordNumber).toBe('SM1-00002')
  })

  test('phone numbers are kept in one writing, and all that was typed comes back', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const fields = rosa(desk, { phone: '+1 310.555.0141', deskNotes: 'Calls back after five.', language: 'es' })
    const { patientId } = await done(ana.patients.register({ fields, notADuplicate: false }))
    const page = await done(ana.patients.page({ patientId }))
    expect(page.fields).toEqual({ ...fields, phone: '(310) 555-0141' })
    expect(page).toMatchObject({ name: 'Rosa Peña', age: 41, homeLocationCode: 'SM', isArchived: false })
  })

  test('a birth day in the future is refused by the day of the home location', async () => {
    const desk = await openDesk()
    desk.clock.goTo('2026-03-10', 23 * 60)
    const ana = desk.at(['front_desk'])
    const today = rosa(desk, { birthDay: day('2026-03-10') })
    await done(ana.patients.register({ fields: today, notADuplicate: false }))
    const tomorrow = rosa(desk, { firstName: 'Luz', birthDay: day('2026-03-11') })
    expect(await refused(ana.patients.register({ fields: tomorrow, notADuplicate: false }))).toMatchObject({
      code: 'patient.born-in-future',
      path: 'fields.birthDay',
    })
  })

  test('a home location that does not exist is refused', async () => {
    const desk = await openDesk()
    const fields = rosa(desk, { homeLocationId: none })
    const fault = await refused(desk.at(['front_desk']).patients.register({ fields, notADuplicate: false }))
    expect(fault).toMatchObject({ code: 'record.not-found', path: 'fields.homeLocationId' })
  })

  test('a biller does not register patients', async () => {
    const desk = await openDesk()
    const fault = await refused(desk.at(['biller']).patients.register({ fields: rosa(desk), notADuplicate: false }))
    expect(fault.code).toBe('call.not-allowed')
  })
})

describe('duplicates', () => {
  test.each<[string, Partial<PatientFields>]>([
    ['the same', {}],
    ['without accents', { lastName: 'Pena' }],
    ['a typo in the last name', { lastName: 'Peñna', phone: '' }],
    ['first and last name swapped', { firstName: 'Peña', lastName: 'Rosa', phone: '' }],
    ['the same name with another birth day', { birthDay: day('1990-01-01'), phone: '' }],
    [
      'the same phone, written otherwise, and a like name',
      { phone: '310.555.0141', lastName: 'Pena', birthDay: day('1985-08-03') },
    ],
    ['the first name taken for the preferred one', { firstName: 'Rosalinda', preferredName: 'Rosa', phone: '' }],
  ])('%s is refused, naming whom we know, unless somebody compared', async (_, change) => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    await done(ana.patients.register({ fields: rosa(desk), notADuplicate: false }))
    const fields = rosa(desk, change)
    expect(await refused(ana.patients.register({ fields, notADuplicate: false }))).toEqual({
      code: 'patient.duplicate',
      message: 'This may be somebody we know already: Rosa Peña, SM1-00001. Compare before you register.',
      path: 'fields.lastName',
      facts: { name: 'Rosa Peña', recordNumber: 'SM1-00001', count: 1 },
    })
    expect((await done(ana.patients.register({ fields, notADuplicate: true }))).recordNumber).toBe('SM1-00002')
  })

  test('two who share a name only in part are two people', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    await done(ana.patients.register({ fields: rosa(desk), notADuplicate: false }))
    const fields = rosa(desk, { firstName: 'Lionel', birthDay: day('1970-01-01'), phone: '' })
    await done(ana.patients.register({ fields, notADuplicate: false }))
  })

  test('are listed while the form is filled in, archived ones too, without the patient whose form it is', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const { patientId } = await done(ana.patients.register({ fields: rosa(desk), notADuplicate: false }))
    await done(ana.patients.archive({ patientId, reason: 'moved away' }))
    const typed = { firstName: 'rosa', lastName: 'pena', birthDay: null, phone: '' }
    expect(await done(ana.patients.duplicates({ ...typed, exceptId: null }))).toEqual([
      {
        id: patientId,
        recordNumber: 'SM1-00001',
        name: 'Rosa Peña',
        preferredName: '',
        birthDay: '1985-03-08',
        age: 41,
        phone: '(310) 555-0141',
        homeLocationCode: 'SM',
        isArchived: true,
      },
    ])
    expect(await done(ana.patients.duplicates({ ...typed, exceptId: patientId }))).toEqual([])
    expect(await done(ana.patients.duplicates({ ...typed, firstName: '', lastName: '', exceptId: null }))).toEqual([])
  })
})

describe('correcting', () => {
  test('a patient who moves to the other clinic keeps the record number', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient()
    const { fields, version } = await done(ana.patients.page({ patientId }))
    await done(ana.patients.correct({ patientId, version, fields: { ...fields, homeLocationId: desk.oxnard.id } }))
    const after = await done(ana.patients.page({ patientId }))
    expect(after).toMatchObject({ recordNumber: 'SM1-00001', homeLocationCode: 'OX' })
    expect(after.version > version).toBe(true)
  })

  test('is refused when somebody else saved in between, and nothing of theirs is lost', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient()
    const { fields, version } = await done(ana.patients.page({ patientId }))
    await done(ana.patients.correct({ patientId, version, fields: { ...fields, deskNotes: 'first' } }))
    const late = ana.patients.correct({ patientId, version, fields: { ...fields, deskNotes: 'second' } })
    expect((await refused(late)).code).toBe('record.changed')
    expect((await done(ana.patients.page({ patientId }))).fields.deskNotes).toBe('first')
  })

  test('saving what is the same already logs nothing', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient()
    const { fields, version } = await done(ana.patients.page({ patientId }))
    const before = await logLength(desk.read)
    await done(ana.patients.correct({ patientId, version, fields }))
    expect(await logLength(desk.read)).toBe(before)
  })

  test('is refused for nobody, for a birth day to come, and for an archived patient', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient()
    const { fields, version } = await done(ana.patients.page({ patientId }))
    expect((await refused(ana.patients.correct({ patientId: none, version, fields }))).code).toBe('record.not-found')
    const unborn = { ...fields, birthDay: day('2027-01-01') }
    expect((await refused(ana.patients.correct({ patientId, version, fields: unborn }))).path).toBe('fields.birthDay')
    await done(ana.patients.archive({ patientId, reason: 'moved away' }))
    expect((await refused(ana.patients.correct({ patientId, version, fields }))).code).toBe('record.archived')
  })
})

describe('archiving and restoring', () => {
  test('is refused while appointments are still to come', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient()
    await aBooking(desk, patientId, '2026-03-09', { kind: 'check' })
    await aBooking(desk, patientId, '2026-03-12', { kind: 'check', status: 'cancelled' })
    await aBooking(desk, patientId, '2026-03-10', { kind: 'check' })
    await aBooking(desk, patientId, '2026-03-17', { kind: 'check', at: 'OX' })
    expect(await refused(ana.patients.archive({ patientId, reason: 'moved away' }))).toMatchObject({
      code: 'patient.has-bookings',
      facts: { count: 2 },
    })
  })

  test('keeps the record with its reason; twice is refused, and it can be restored', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient()
    await done(ana.patients.archive({ patientId, reason: 'moved away' }))
    expect((await done(ana.patients.page({ patientId }))).isArchived).toBe(true)
    expect((await refused(ana.patients.archive({ patientId, reason: 'again' }))).code).toBe('record.archived')
    expect((await refused(ana.patients.addAlert({ patientId, text: 'x' }))).code).toBe('record.archived')
    await done(ana.patients.restore({ patientId, reason: 'came back' }))
    expect((await done(ana.patients.page({ patientId }))).isArchived).toBe(false)
    const reasons = await desk.read.selectFrom('change_log').select('reason').where('row_id', '=', patientId).execute()
    expect(reasons.map((entry) => entry.reason)).toEqual([null, 'moved away', 'came back'])
  })

  test('a nurse does not archive', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    expect((await refused(desk.at(['nurse']).patients.archive({ patientId, reason: 'x' }))).code).toBe(
      'call.not-allowed',
    )
  })

  test('nobody is restored who is not there', async () => {
    const desk = await openDesk()
    const fault = await refused(desk.at(['manager']).patients.restore({ patientId: none, reason: 'x' }))
    expect(fault.code).toBe('record.not-found')
  })
})

describe('the page of a patient', () => {
  test('alerts stand on it until they are taken away', async () => {
    const desk = await openDesk()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient()
    const { alertId } = await done(ana.patients.addAlert({ patientId, text: 'Allergic to latex' }))
    desk.clock.pass(1)
    const other = await done(ana.patients.addAlert({ patientId, text: 'Hard of hearing' }))
    await done(ana.patients.archiveAlert({ alertId, reason: 'was somebody else' }))
    expect((await done(ana.patients.page({ patientId }))).alerts).toEqual([
      { id: other.alertId, text: 'Hard of hearing' },
    ])
    expect((await refused(ana.patients.archiveAlert({ alertId, reason: 'again' }))).code).toBe('record.archived')
    expect((await refused(ana.patients.archiveAlert({ alertId: none, reason: 'x' }))).code).toBe('record.not-found')
  })

  test('the balance is the sum of the ledger, and only for those who may see money', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    await aLedgerEntry(desk, patientId, 55_000)
    await aLedgerEntry(desk, patientId, -20_000)
    const seen = await Promise.all(
      (['front_desk', 'biller', 'manager', 'nurse', 'provider'] as const).map(
        async (role) => (await done(desk.at([role]).patients.page({ patientId }))).balanceCents,
      ),
    )
    expect(seen).toEqual([35_000, 35_000, 35_000, null, null])
  })

  test('a patient without a past owes nothing, has nothing next and no course', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const page = await done(desk.at(['front_desk']).patients.page({ patientId }))
    expect(page).toMatchObject({ balanceCents: 0, next: null, course: null, visits: [], alerts: [] })
  })

  test('the next appointment is the first from today on, and infusions are counted without cancelled ones', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const planId = await desk.aPlan(patientId)
    const first = await aBooking(desk, patientId, '2026-03-05', { planId, status: 'completed' })
    await anInfusionDone(desk, patientId, planId, first)
    await aBooking(desk, patientId, '2026-03-07', { planId, status: 'cancelled' })
    const second = await aBooking(desk, patientId, '2026-03-12', { planId, at: 'OX' })
    await aBooking(desk, patientId, '2026-03-17', { planId })
    await aBooking(desk, patientId, '2026-03-12', { kind: 'check', startMinute: 800 })
    const page = await done(desk.at(['front_desk']).patients.page({ patientId }))
    expect(page.next).toEqual({
      appointmentId: second,
      day: '2026-03-12',
      startMinute: 600,
      locationCode: 'OX',
      kind: 'infusion',
    })
    expect(page.course).toEqual({ planId, protocolName: 'Mood, induction', done: 1, of: 6, booked: 2, day: 6 })
    expect(page.visits.map((visit) => [visit.day, visit.locationCode, visit.kind, visit.infusionNumber])).toEqual([
      ['2026-03-17', 'SM', 'infusion', 3],
      ['2026-03-12', 'SM', 'check', null],
      ['2026-03-12', 'OX', 'infusion', 2],
      ['2026-03-07', 'SM', 'infusion', null],
      ['2026-03-05', 'SM', 'infusion', 1],
    ])
    expect(present(page.visits[0], 'the newest visit')).toMatchObject({
      roomName: 'Chair 1',
      minutes: 110,
      status: 'booked',
    })
  })

  test('before the first infusion the course has no day yet', async () => {
    const desk = await openDesk()
    const patientId = await desk.aPatient()
    const planId = await desk.aPlan(patientId)
    await aBooking(desk, patientId, '2026-03-12', { planId })
    expect((await done(desk.at(['front_desk']).patients.page({ patientId }))).course?.day).toBeNull()
  })

  test('nobody has no page', async () => {
    const desk = await openDesk()
    expect((await refused(desk.at(['front_desk']).patients.page({ patientId: none }))).code).toBe('record.not-found')
  })
})
