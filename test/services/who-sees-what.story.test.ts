import { contract } from '#contract/house'
import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import {
  anIssuedInvoice,
  anOpenedInfusion,
  aPreparation,
  aReading,
  booked,
  frontDesk,
  nurse,
  roomsOf,
  versioned,
} from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

// Words and figures that stand nowhere else: whoever finds one of them has seen the treatment.
const secrets = {
  indication: 'Bipolar-secret',
  clinicalNotes: 'Slow-secret titration',
  event: 'Dizzy-secret on standing',
  notes: 'Saw-secret colours',
  systolic: 137,
  diastolic: 83,
  heartRate: 97,
  microgramsPerKg: 731,
  weightGrams: 82_417,
}
const dose = Math.round((secrets.weightGrams * secrets.microgramsPerKg) / 1_000)

/** A patient in the chair with everything clinical on record, and money open on an earlier visit. */
async function aChartFullOfSecrets(desk: OpenDesk) {
  const treatment = await anOpenedInfusion(desk, {
    plan: {
      clinical: {
        indication: secrets.indication,
        clinicalNotes: secrets.clinicalNotes,
        microgramsPerKg: secrets.microgramsPerKg,
        icd10Codes: ['F31.9'],
      },
    },
  })
  const { infusionId, patientId, appointmentId } = treatment
  const { infusions } = nurse(desk)
  const { systolic, diastolic, heartRate, weightGrams, microgramsPerKg } = secrets
  await done(infusions.prepare({ ...aPreparation(infusionId), weightGrams, microgramsPerKg }))
  await done(infusions.addReading({ infusionId, reading: aReading(desk, { systolic, diastolic, heartRate }) }))
  const startedAt = desk.clock.now
  await done(infusions.start({ infusionId, startedAt }))
  await done(infusions.addAdverseEvent({ infusionId, what: 'dizziness', grade: 2, startedAt, notes: secrets.event }))
  const view = await done(infusions.ofAppointment({ appointmentId, patientId }))
  await done(infusions.writeNotes({ infusionId, version: view?.version ?? '', notes: secrets.notes }))
  const { invoiceId } = await anIssuedInvoice(desk)
  return { ...treatment, invoiceId }
}

/** Every text and number in an answer, however deep. */
function leavesOf(answer: unknown): unknown[] {
  if (typeof answer !== 'object' || answer === null) return [answer]
  return Object.values(answer).flatMap(leavesOf)
}

function clinicalIn(answer: unknown): unknown[] {
  const figures: unknown[] = [secrets.systolic, secrets.diastolic, secrets.heartRate, secrets.microgramsPerKg]
  figures.push(secrets.weightGrams, dose)
  return leavesOf(answer).filter(
    (leaf) => figures.includes(leaf) || (typeof leaf === 'string' && /secret|F31\.9|dizziness/.test(leaf)),
  )
}

describe('the front desk, the biller and the manager', () => {
  test.each([['front_desk'], ['biller'], ['manager']] as const)(
    'see nothing of dose, vitals or diagnosis: %s, every answer',
    async (role) => {
      const desk = await openDesk()
      const { appointmentId, patientId, planId, invoiceId } = await aChartFullOfSecrets(desk)
      const rooms = { ...desk.at([role], desk.managerId), ...roomsOf(desk, [role], desk.managerId) }
      const everything = { standing: null, locationId: null, patientId: null, limit: 100 }
      const propose = { planId, firstDay: day('2026-03-16'), locationIds: [desk.santaMonica.id], alternate: false }
      const answers = {
        plans: await done(rooms.plans.ofPatient({ patientId })),
        onDay: await done(rooms.appointments.onDay({ day: day('2026-03-10'), withCancelled: true })),
        card: await done(rooms.appointments.get({ appointmentId })),
        usual: await done(rooms.appointments.usualMinutes({ kind: 'infusion', patientId })),
        series: await done(rooms.series.propose({ ...propose, weekdays: [], startMinute: null })),
        page: await done(rooms.patients.page({ patientId })),
        ...(role === 'biller' ? {} : { escort: await done(rooms.escorts.ofAppointment({ appointmentId })) }),
        list: await done(rooms.invoices.list(everything)),
        unbilled: await done(rooms.invoices.unbilled({ locationId: null })),
        invoice: await done(rooms.invoices.get({ invoiceId })),
      }
      expect(answers.onDay.map((card) => card.patientId)).toContain(patientId)
      for (const [name, answer] of Object.entries(answers)) expect([name, clinicalIn(answer)]).toEqual([name, []])
    },
  )

  test('are turned away from every clinical call, and leave nothing behind', async () => {
    const desk = await openDesk()
    const { appointmentId, patientId, infusionId } = await aChartFullOfSecrets(desk)
    const rooms = roomsOf(desk, ['front_desk', 'biller', 'manager'], desk.managerId)
    const { infusions } = rooms
    const at = desk.clock.now
    for (const call of [
      infusions.ofAppointment({ appointmentId, patientId }),
      infusions.open({ appointmentId }),
      infusions.start({ infusionId, startedAt: at }),
      infusions.addReading({ infusionId, reading: aReading(desk) }),
      infusions.stop({ infusionId, stoppedAt: at }),
      infusions.discharge({ infusionId, isOrientated: true, walksSteadily: true, instructionsTo: 'x' }),
      infusions.writeNotes({ infusionId, version: '', notes: '' }),
      desk.at(['front_desk', 'biller', 'manager']).plans.clinicalOfPatient({ patientId }),
      desk.at(['front_desk', 'biller', 'manager']).plans.protocols({}),
      rooms.documents.discharge({ infusionId }),
    ]) {
      expect((await refused(call)).code).toBe('call.not-allowed')
    }
  })

  test('have no call that needs clinical eyes: each of the infusions room does', () => {
    const needs = Object.values(contract.infusions).map((call): string => call.needs)
    expect(new Set(needs)).toEqual(new Set(['infusions.see', 'infusions.write', 'infusions.decide']))
  })
})

describe('the nurse', () => {
  test('sees the treatment, and finds every one of those secrets', async () => {
    const desk = await openDesk()
    const { appointmentId, patientId } = await aChartFullOfSecrets(desk)
    const answers = [
      await done(nurse(desk).infusions.ofAppointment({ appointmentId, patientId })),
      await done(desk.at(['nurse']).plans.clinicalOfPatient({ patientId })),
    ]
    const found = new Set(clinicalIn(answers))
    for (const secret of [...Object.values(secrets), dose, 'F31.9', 'dizziness']) expect(found).toContain(secret)
  })

  test('finds the doses of the templates, as does the provider', async () => {
    const desk = await openDesk()
    for (const role of ['nurse', 'provider'] as const) {
      const doses = (await done(desk.at([role]).plans.protocols({}))).map((template) => template.microgramsPerKg)
      expect(doses.length).toBeGreaterThan(0)
      expect(Math.min(...doses)).toBeGreaterThan(0)
    }
  })

  test('books, moves and checks in like the desk, and sees no money on the cards', async () => {
    const desk = await openDesk()
    const { patientId } = await aChartFullOfSecrets(desk)
    const appointmentId = await booked(desk, patientId, { kind: 'check', day: day('2026-03-11'), minutes: 30 })
    const { appointments } = nurse(desk)
    await done(appointments.confirm(await versioned(desk, appointmentId)))
    expect(await done(appointments.get({ appointmentId }))).toMatchObject({ status: 'confirmed', balanceCents: null })
    expect((await done(frontDesk(desk).appointments.get({ appointmentId }))).balanceCents).toBe(0)
  })
})
