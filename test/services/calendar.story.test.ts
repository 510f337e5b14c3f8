import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aBookedPatient, aSlot, aTreatedPatient, booked, frontDesk, nobody, versioned } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

/** The values of one property, in the order of the file. */
function valuesOf(text: string, property: string): string[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${property}:`))
    .map((line) => line.slice(property.length + 1))
}

describe('an appointment for the patient’s own calendar', () => {
  test('keeps its name for life, counts its changes, and says when it is cancelled', async () => {
    const desk = await openDesk()
    const { appointmentId } = await aBookedPatient(desk, { patient: { firstName: 'Ruth', lastName: 'Alvarado' } })
    const { appointments, calendar } = frontDesk(desk)
    const first = await done(calendar.appointment({ appointmentId }))
    expect(first.fileName).toBe('appointment-2026-03-10.ics')
    const facts = (text: string) => ['UID', 'SEQUENCE', 'DTSTART', 'STATUS', 'METHOD'].map((p) => valuesOf(text, p)[0])
    const uid = `${appointmentId}@infusion-desk`
    expect(facts(first.text)).toEqual([uid, '0', '20260310T170000Z', 'TENTATIVE', 'PUBLISH'])
    // The fifteen minutes of turnover are the room's, not the patient's.
    expect(valuesOf(first.text, 'DTEND')).toEqual(['20260310T183500Z'])
    await done(
      appointments.move({ ...(await versioned(desk, appointmentId)), slot: aSlot(desk, { startMinute: 660 }) }),
    )
    await done(appointments.confirm(await versioned(desk, appointmentId)))
    const moved = await done(calendar.appointment({ appointmentId }))
    expect(facts(moved.text)).toEqual([uid, '2', '20260310T180000Z', 'CONFIRMED', 'PUBLISH'])
    await done(appointments.cancel({ ...(await versioned(desk, appointmentId)), reason: 'Flu', by: 'clinic' }))
    const gone = await done(calendar.appointment({ appointmentId }))
    expect(facts(gone.text)).toEqual([uid, '3', '20260310T180000Z', 'CANCELLED', 'CANCEL'])
  })

  test('says nothing of the patient or the treatment, in the file or its name', async () => {
    const desk = await openDesk()
    const patient = { firstName: 'Ruth', lastName: 'Alvarado', language: 'es' } as const
    const { appointmentId, patientId } = await aBookedPatient(desk, { patient })
    const { calendar } = frontDesk(desk)
    const files = [
      await done(calendar.appointment({ appointmentId })),
      await done(calendar.ofPatient({ patientId })),
      await done(calendar.ofProvider({ providerId: desk.providerId, day: day('2026-03-10') })),
    ]
    for (const { fileName, text } of files) {
      expect(`${fileName} ${text}`).not.toMatch(/ruth|alvarado|ketamin|infusion (n|of|1)|depress|mood|RA\b/i)
    }
    expect(valuesOf(files[0]?.text ?? '', 'SUMMARY')).toEqual([String.raw`Cita\, Coast Infusion`])
    expect(valuesOf(files[2]?.text ?? '', 'SUMMARY')).toEqual([String.raw`Appointment\, SM Chair 1`])
  })

  test('of a series holds all of it from today on, and is written to the audit log', async () => {
    const desk = await openDesk()
    const { patientId } = await aTreatedPatient(desk)
    for (const on of ['2026-03-10', '2026-03-12', '2026-03-16']) await booked(desk, patientId, { day: day(on) })
    desk.clock.goTo('2026-03-12', 480)
    const { text, fileName } = await done(frontDesk(desk).calendar.ofPatient({ patientId }))
    expect(valuesOf(text, 'DTSTART')).toEqual(['20260312T170000Z', '20260316T170000Z'])
    const notes = await desk.read.selectFrom('audit_log').selectAll().where('action', '=', 'export').execute()
    expect(notes).toMatchObject([{ subject: `calendar ${fileName.replace('.ics', '')}`, patient_id: patientId }])
  })

  test('of nobody, or of nothing, is refused', async () => {
    const desk = await openDesk()
    const { calendar } = frontDesk(desk)
    expect((await refused(calendar.appointment({ appointmentId: nobody }))).code).toBe('record.not-found')
    expect((await refused(calendar.ofPatient({ patientId: nobody }))).code).toBe('record.not-found')
    const { patientId } = await aTreatedPatient(desk)
    expect((await refused(calendar.ofPatient({ patientId }))).code).toBe('calendar.nothing')
  })
})
