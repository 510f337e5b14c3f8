import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { cents } from '#domain/money'
import { done } from '#kit/room'
import { aBookedPatient, aPayment, aSlot, aTreatedVisit, frontDesk, invoiceOf, versioned } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

// A patient and a plan belong to the practice; all else that a visit writes happens at a clinic.
const ofThePractice = ['patient', 'treatment_plan', 'plan_diagnosis']

/** The clinics of the entries about visits, oldest first. */
async function placesInLog(desk: OpenDesk) {
  const entries = desk.read.selectFrom('change_log').select('location').where('table_name', '=', 'appointment')
  return (await entries.orderBy('seq').execute()).map((entry) => entry.location)
}

describe('the log says where it happened', () => {
  test('for every deed of a visit, from the booking to the receipt', async () => {
    const desk = await openDesk()
    const begun = (await desk.read.selectFrom('change_log').select('seq').execute()).length
    const { appointmentId } = await aTreatedVisit(desk, { at: 'OX', providerId: desk.managerId })
    const { invoices, payments, documents } = frontDesk(desk, [])
    const { invoiceId } = await done(invoices.draft({ appointmentId }))
    const { version } = await invoiceOf(desk, invoiceId)
    await done(invoices.issue({ invoiceId, version }))
    const { paymentId } = await done(payments.take(aPayment(desk, invoiceId, cents(10_000))))
    await done(documents.invoice({ invoiceId }))
    await done(documents.receipt({ paymentId }))

    const changes = await desk.read
      .selectFrom('change_log')
      .select(['table_name', 'location'])
      .where('seq', '>', begun)
      .where('table_name', 'not in', ofThePractice)
      .execute()
    expect(changes.length).toBeGreaterThan(15)
    expect(changes.filter((entry) => entry.location !== desk.oxnard.id)).toEqual([])
    const prints = await desk.read.selectFrom('audit_log').select('location').where('action', '=', 'print').execute()
    expect(prints).toEqual([{ location: desk.oxnard.id }, { location: desk.oxnard.id }])
  })

  test('a visit that moves is logged where it now is, and what follows too', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { nurseId: null })
    const there = aSlot(desk, { at: 'OX', providerId: desk.managerId, nurseId: null })
    await done(frontDesk(desk).appointments.move({ ...(await versioned(desk, appointmentId)), slot: there }))
    await done(frontDesk(desk).appointments.confirm(await versioned(desk, appointmentId)))
    expect(await placesInLog(desk)).toEqual([desk.santaMonica.id, desk.oxnard.id, desk.oxnard.id])
  })
})
