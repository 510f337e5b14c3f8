import { present } from '#domain/certain'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { aRunningInfusion, nobody, nurse } from '#kit/visit'
import type { Treatment } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

async function viewOf(desk: OpenDesk, { appointmentId, patientId }: Treatment) {
  return present(await done(nurse(desk).infusions.ofAppointment({ appointmentId, patientId })), 'an open record')
}

describe('what goes wrong in the chair', () => {
  test('is written down with its beginning and its end', async () => {
    const desk = await openDesk()
    const treatment = await aRunningInfusion(desk)
    const { infusions } = nurse(desk)
    const startedAt = desk.clock.now
    const event = {
      infusionId: treatment.infusionId,
      what: 'nausea' as const,
      grade: 2,
      startedAt,
      notes: 'Ginger tea',
    }
    const { adverseEventId } = await done(infusions.addAdverseEvent(event))
    const early = await refused(infusions.endAdverseEvent({ adverseEventId, endedAt: startedAt - 1 }))
    expect([early.code, early.path]).toEqual(['infusion.time-order', 'endedAt'])
    const late = await refused(infusions.endAdverseEvent({ adverseEventId, endedAt: startedAt + 120_000 }))
    expect([late.code, late.path]).toEqual(['infusion.time-in-future', 'endedAt'])
    desk.clock.pass(15)
    await done(infusions.endAdverseEvent({ adverseEventId, endedAt: desk.clock.now }))
    expect((await viewOf(desk, treatment)).adverseEvents).toEqual([
      { id: adverseEventId, what: 'nausea', grade: 2, startedAt, endedAt: desk.clock.now, notes: 'Ginger tea' },
    ])
    const missing = await refused(infusions.endAdverseEvent({ adverseEventId: nobody, endedAt: startedAt }))
    expect(missing.code).toBe('record.not-found')
  })

  test('needs a few words when it is none of the list', async () => {
    const desk = await openDesk()
    const { infusionId } = await aRunningInfusion(desk)
    const other = { infusionId, what: 'other' as const, grade: 1, startedAt: desk.clock.now, notes: ' ' }
    const fault = await refused(nurse(desk).infusions.addAdverseEvent(other))
    expect([fault.code, fault.path, fault.facts]).toEqual(['call.bad-input', 'notes', { problem: 'required' }])
    await done(nurse(desk).infusions.addAdverseEvent({ ...other, notes: 'Hiccups' }))
  })
})

describe('the notes of an infusion', () => {
  test('are not written over when somebody changed the record in between', async () => {
    const desk = await openDesk()
    const treatment = await aRunningInfusion(desk)
    const { infusionId } = treatment
    const { version } = await viewOf(desk, treatment)
    const { infusions } = nurse(desk)
    await done(infusions.writeNotes({ infusionId, version, notes: 'Calm, eyes closed.' }))
    const fault = await refused(infusions.writeNotes({ infusionId, version, notes: 'Restless.' }))
    expect(fault.code).toBe('record.changed')
    expect((await viewOf(desk, treatment)).notes).toBe('Calm, eyes closed.')
  })
})
