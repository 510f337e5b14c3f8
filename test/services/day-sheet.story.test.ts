import type { DayPaper, Paper } from '#documents/papers'
import { present } from '#domain/certain'
import { day } from '#domain/dates'
import type { Role } from '#domain/roles'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aLedgerEntry } from '#kit/rows'
import { aBookedPatient, anEscort, booked, frontDesk, nobody, roomsOf, versioned } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const on = day('2026-03-10')

/** Ruth at one and Ida at ten in Santa Monica, Noor at nine in Oxnard; one visit was cancelled, one is on another day. */
async function aDay(desk: OpenDesk) {
  const ruth = await aBookedPatient(desk, {
    startMinute: 780,
    patient: { firstName: 'Ruth', lastName: 'Alvarado', phone: '(310) 555-0101' },
  })
  await done(frontDesk(desk).escorts.name(anEscort(ruth.appointmentId)))
  await aLedgerEntry(desk, ruth.patientId, 12_500)
  const ida = await aBookedPatient(desk, {
    patient: { firstName: 'Ida', lastName: 'Brandt', phone: '(310) 555-0102' },
  })
  await booked(desk, ida.patientId, { day: day('2026-03-12') })
  const noor = await desk.aPatient({ firstName: 'Noor', lastName: 'Haddad', phone: '' })
  const consultation = { kind: 'consultation', nurseId: null, providerId: desk.managerId } as const
  await booked(desk, noor, { ...consultation, at: 'OX', room: 2, startMinute: 540, minutes: 60 })
  const gone = await booked(desk, noor, { ...consultation, room: 1, startMinute: 900, minutes: 60 })
  await done(frontDesk(desk).appointments.cancel({ ...(await versioned(desk, gone)), reason: 'Flu', by: 'clinic' }))
  return { ruth, ida, noor }
}

type Wishes = { role?: Role; locationId?: string | null; isPrivate?: boolean; language?: 'en' | 'es' }

async function printedBy(
  desk: OpenDesk,
  { role = 'front_desk', locationId = null, isPrivate = false, language = 'en' }: Wishes = {},
) {
  const printed: Paper[] = []
  const { documents } = roomsOf(desk, [role], desk.managerId, printed)
  const answer = await done(documents.day({ day: on, locationId, isPrivate, language }))
  const isDay = (paper: Paper): paper is DayPaper => paper.kind === 'day'
  return { answer, paper: present(printed.find(isDay), 'a printed day sheet') }
}

/** What all rows show of one thing. */
function shown<K extends keyof DayPaper['places'][number]['visits'][number]>(paper: DayPaper, what: K) {
  return paper.places.flatMap(({ visits }) => visits.map((visit) => visit[what]))
}

async function recordNumber(desk: OpenDesk, patientId: string) {
  return (await done(desk.at(['front_desk']).patients.page({ patientId }))).recordNumber
}

describe('the day sheet', () => {
  test('has the visits of each clinic by time, without those that were cancelled', async () => {
    const desk = await openDesk()
    const { ruth, ida, noor } = await aDay(desk)
    const { answer, paper } = await printedBy(desk, { language: 'es' })
    const printed = { day: on, minute: 540 }
    const infusion = { visit: 'infusion', infusion: { number: 1, planned: 6 }, status: 'booked', roomName: 'Chair 1' }
    expect(paper).toEqual({
      kind: 'day',
      language: 'es',
      recordedAt: desk.clock.now,
      practiceName: 'Coast Infusion',
      day: on,
      places: [
        {
          locationName: 'Santa Monica',
          printed,
          visits: [
            {
              ...infusion,
              startMinute: 600,
              endMinute: 710,
              patient: 'Ida Brandt',
              recordNumber: await recordNumber(desk, ida.patientId),
              escort: '',
              phone: '(310) 555-0102',
              balanceCents: 0,
            },
            {
              ...infusion,
              startMinute: 780,
              endMinute: 890,
              patient: 'Ruth Alvarado',
              recordNumber: await recordNumber(desk, ruth.patientId),
              escort: 'Rosa Vega',
              phone: '(310) 555-0101',
              balanceCents: 12_500,
            },
          ],
        },
        {
          locationName: 'Oxnard',
          printed,
          visits: [
            {
              startMinute: 540,
              endMinute: 600,
              roomName: 'Quiet room',
              patient: 'Noor Haddad',
              recordNumber: await recordNumber(desk, noor),
              visit: 'consultation',
              status: 'booked',
              escort: '',
              phone: '',
              balanceCents: 0,
            },
          ],
        },
      ],
    })
    expect(answer).toEqual({ fileName: 'day-all-2026-03-10.pdf', pdfBase64: btoa('%PDF day') })
  })

  test('is of one clinic when one is in view', async () => {
    const desk = await openDesk()
    await aDay(desk)
    const { answer, paper } = await printedBy(desk, { locationId: desk.oxnard.id })
    expect(paper.places.map((place) => place.locationName)).toEqual(['Oxnard'])
    expect(shown(paper, 'patient')).toEqual(['Noor Haddad'])
    expect(answer.fileName).toBe('day-OX-2026-03-10.pdf')
  })

  test('names nobody while a patient can see the screen: initials, no phones', async () => {
    const desk = await openDesk()
    await aDay(desk)
    const { paper } = await printedBy(desk, { isPrivate: true })
    expect(shown(paper, 'patient')).toEqual(['IB', 'RA', 'NH'])
    expect(shown(paper, 'escort')).toEqual(['', 'RV', ''])
    expect(shown(paper, 'phone')).toEqual([null, null, null])
    expect(JSON.stringify(paper)).not.toMatch(/Ruth|Alvarado|Ida|Brandt|Noor|Haddad|Rosa|Vega|555/)
  })

  test.each([
    ['front_desk', [0, 12_500, 0], ['', 'Rosa Vega', '']],
    ['manager', [0, 12_500, 0], ['', 'Rosa Vega', '']],
    ['biller', [0, 12_500, 0], [null, null, null]],
    ['nurse', [null, null, null], ['', 'Rosa Vega', '']],
    ['provider', [null, null, null], ['', 'Rosa Vega', '']],
  ] as const)('shows the %s balances and escorts only as the screens do', async (role, balances, escorts) => {
    const desk = await openDesk()
    await aDay(desk)
    const { paper } = await printedBy(desk, { role })
    expect(shown(paper, 'balanceCents')).toEqual(balances)
    expect(shown(paper, 'escort')).toEqual(escorts)
  })

  test('is noted in the audit log each time, with its day and with no patient', async () => {
    const desk = await openDesk()
    await aDay(desk)
    await printedBy(desk)
    await printedBy(desk, { locationId: desk.oxnard.id })
    const notes = await desk.read.selectFrom('audit_log').selectAll().where('action', '=', 'print').execute()
    const note = { actor: desk.managerId, subject: 'day sheet 2026-03-10', patient_id: null }
    expect(notes).toMatchObject([note, note])
  })

  test('is of a clinic that there is', async () => {
    const desk = await openDesk()
    const { documents } = frontDesk(desk)
    const wanted = { day: on, locationId: nobody, isPrivate: false, language: 'en' } as const
    expect((await refused(documents.day(wanted))).code).toBe('record.not-found')
  })
})
