import { addDays, day } from '#domain/dates'
import type { MoveVerb } from '#domain/series-move'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused } from '#kit/room'
import { logLength } from '#kit/rows'
import { aBookedPatient, aSlot, aTreatedPatient, cardOf, frontDesk, versioned } from '#kit/visit'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const monday = day('2026-03-16')

/** Six infusions on Mondays, Wednesdays and Fridays at ten. */
async function aSeries(desk: OpenDesk) {
  const { patientId, planId } = await aTreatedPatient(desk)
  const slots = [0, 2, 4, 7, 9, 11].map((after) => aSlot(desk, { day: addDays(monday, after) }))
  const { appointmentIds } = await done(frontDesk(desk).series.book({ planId, slots }))
  return { patientId, planId, appointmentIds }
}

async function preview(desk: OpenDesk, appointmentId: string, verb: MoveVerb, after: number, startMinute = 600) {
  return done(frontDesk(desk).series.previewMove({ appointmentId, verb, day: addDays(monday, after), startMinute }))
}

type Preview = Awaited<ReturnType<typeof preview>>

function asMoves({ moves }: Preview) {
  return moves.flatMap(({ appointmentId, version, to }) => (to === null ? [] : [{ appointmentId, version, slot: to }]))
}

async function daysOf(desk: OpenDesk, ids: readonly string[]): Promise<string[]> {
  const cards = await Promise.all(ids.map((id) => cardOf(desk, id)))
  return cards.map((card) => card.slot.day.slice(5))
}

describe('moving an infusion of a series', () => {
  test('alone moves no other', async () => {
    const desk = await openDesk()
    const { appointmentIds } = await aSeries(desk)
    const shown = await preview(desk, appointmentIds[2] ?? '', 'this', 5)
    expect(shown.moves).toMatchObject([{ number: 3, from: { day: '2026-03-20' }, to: { day: '2026-03-21' } }])
    await done(frontDesk(desk).series.move({ moves: asMoves(shown) }))
    expect(await daysOf(desk, appointmentIds)).toEqual(['03-16', '03-18', '03-21', '03-23', '03-25', '03-27'])
  })

  test('and the rest moves them by the same days, says the span, and saves what was shown', async () => {
    const desk = await openDesk()
    const { appointmentIds } = await aSeries(desk)
    const shown = await preview(desk, appointmentIds[3] ?? '', 'rest', 16, 720)
    expect(shown).toMatchObject({ spanDays: 22, windowMaxDays: 21 })
    // Nine days later each, and at noon; the last would fall on a Sunday.
    expect(shown.moves.map((move) => [move.to?.day, move.to?.startMinute])).toEqual([
      ['2026-04-01', 720],
      ['2026-04-03', 720],
      ['2026-04-06', 720],
    ])
    await done(frontDesk(desk).series.move({ moves: asMoves(shown) }))
    for (const move of shown.moves) expect((await cardOf(desk, move.appointmentId)).slot).toEqual(move.to)
    expect((await daysOf(desk, appointmentIds)).slice(0, 3)).toEqual(['03-16', '03-18', '03-20'])
  })

  test('out of its window says by how much', async () => {
    const desk = await openDesk()
    const { appointmentIds } = await aSeries(desk)
    const shown = await preview(desk, appointmentIds[5] ?? '', 'this', 23)
    expect(shown).toMatchObject({ spanDays: 24, windowMaxDays: 21 })
  })

  test('to a taken time finds the nearest free one, also among those that move along', async () => {
    const desk = await openDesk()
    const { appointmentIds } = await aSeries(desk)
    await aBookedPatient(desk, { day: addDays(monday, 1) })
    await aBookedPatient(desk, { day: addDays(monday, 1), room: 1, startMinute: 610 })
    const shown = await preview(desk, appointmentIds[0] ?? '', 'all', 1)
    const [first, second] = shown.moves
    expect(first?.to).toMatchObject({ day: addDays(monday, 1) })
    expect(first?.to?.startMinute === 600 && first.to.roomId === aSlot(desk).roomId).toBe(false)
    // The second goes where the third was: that one goes along and frees it.
    expect(second?.to).toMatchObject({ day: addDays(monday, 3), startMinute: 600 })
    await done(frontDesk(desk).series.move({ moves: asMoves(shown) }))
  })

  test('saves all of them or none: one that is taken meanwhile leaves every one where it was', async () => {
    const desk = await openDesk()
    const { appointmentIds } = await aSeries(desk)
    const shown = await preview(desk, appointmentIds[0] ?? '', 'all', 1)
    await aBookedPatient(desk, { day: shown.moves[4]?.to?.day ?? monday })
    const before = await logLength(desk.read)
    expect(await refused(frontDesk(desk).series.move({ moves: asMoves(shown) }))).toMatchObject({
      code: 'appointment.clash',
      path: 'moves.4.slot.roomId',
    })
    expect(await logLength(desk.read)).toBe(before)
  })

  test('leaves those that were treated, and is refused when somebody else was faster', async () => {
    const desk = await openDesk()
    const { appointmentIds } = await aSeries(desk)
    const [first = '', second = ''] = appointmentIds
    desk.clock.goTo(monday, 595)
    await done(frontDesk(desk).appointments.arrive(await versioned(desk, first)))
    const shown = await preview(desk, second, 'all', 3)
    expect(shown.moves.map((move) => move.number)).toEqual([2, 3, 4, 5, 6])
    await done(frontDesk(desk).appointments.confirm(await versioned(desk, second)))
    expect((await refused(frontDesk(desk).series.move({ moves: asMoves(shown) }))).code).toBe('appointment.changed')
    const late = { appointmentId: first, verb: 'this', day: addDays(monday, 1), startMinute: 600 } as const
    expect((await refused(frontDesk(desk).series.previewMove(late))).code).toBe('appointment.cannot-become')
  })
})

describe('re-planning after a missed infusion', () => {
  async function missed(desk: OpenDesk, place: number) {
    const made = await aSeries(desk)
    const id = made.appointmentIds[place] ?? ''
    desk.clock.goTo((await cardOf(desk, id)).slot.day, 700)
    const { appointments } = frontDesk(desk)
    await done(appointments.noShow({ ...(await versioned(desk, id)), reason: 'Did not come' }))
    return made
  }

  const anywhere = (desk: OpenDesk, planId: string, firstDay: typeof monday) => ({
    planId,
    firstDay,
    locationIds: [desk.santaMonica.id],
    alternate: false,
    weekdays: [],
    startMinute: 600,
  })

  test('finds its time inside what is left of the window, counted from the first infusion', async () => {
    const desk = await openDesk()
    const { planId } = await missed(desk, 1)
    const wish = anywhere(desk, planId, addDays(monday, 3))
    const proposal = await done(frontDesk(desk).series.propose(wish))
    expect(proposal).toMatchObject({ fits: true, firstNumber: 6, windowMaxDays: 21 })
    expect(proposal.slots).toHaveLength(1)
    expect(proposal.fits && proposal.spanDays <= 21).toBe(true)
    await done(frontDesk(desk).series.book({ planId, slots: proposal.slots }))
  })

  test('says by how much the window breaks when it is over', async () => {
    const desk = await openDesk()
    const { planId } = await missed(desk, 5)
    const proposal = await done(frontDesk(desk).series.propose(anywhere(desk, planId, addDays(monday, 24))))
    expect(proposal).toMatchObject({ fits: true, spanDays: 25, windowMaxDays: 21 })
  })
})
