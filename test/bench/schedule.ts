import { listAppointmentsOnDay, listHeld } from '#db/queries/appointments'
import { addDays } from '#domain/dates'
import { closeDesk } from '#kit/practice'
import { done } from '#kit/room'
import { frontDesk } from '#kit/visit'
import { firstDay, fullYear } from './full-year.ts'
import { rowOf, sampled, type BenchRow } from './measure.ts'

/** What the schedule may take at p95, in milliseconds on one core. */
export const scheduleBudgets = { board: 5, openings: 30, solver: 100 } as const

/** The day board, the next openings and the solver on a year of full days with twelve chairs. */
export async function scheduleRows(rounds: number): Promise<BenchRow[]> {
  const desk = await fullYear()
  const { appointments, openings, series } = frontDesk(desk)
  const both = [desk.santaMonica.id, desk.oxnard.id]
  const wish: Parameters<typeof openings.next>[0] = {
    patientId: null,
    kind: 'infusion',
    locationIds: both,
    providerId: null,
    weekdays: [],
    fromMinute: 0,
    toMinute: 1440,
    fromDay: firstDay,
    limit: 6,
    exceptAppointmentId: null,
  }
  const request = {
    planId: desk.planId,
    firstDay: addDays(firstDay, 30),
    locationIds: both,
    alternate: true,
    weekdays: [],
    startMinute: 600,
  }
  let turn = 0
  const nextDay = () => addDays(firstDay, (turn++ * 7) % 280)
  const rows = [
    rowOf(
      'day board, 60 visits',
      await sampled(rounds, () => done(appointments.onDay({ day: nextDay(), withCancelled: false }))),
      {
        floor: await sampled(rounds, () => listAppointmentsOnDay(desk.read, nextDay(), false)),
        budget: scheduleBudgets.board,
      },
    ),
    rowOf('next openings, 60 full days', await sampled(rounds, () => done(openings.next(wish))), {
      floor: await sampled(rounds, () => listHeld(desk.read, firstDay, addDays(firstDay, 60))),
      budget: scheduleBudgets.openings,
    }),
    rowOf('series of six, both clinics', await sampled(rounds, () => done(series.propose(request))), {
      floor: await sampled(rounds, () => listHeld(desk.read, firstDay, addDays(firstDay, 60))),
      budget: scheduleBudgets.solver,
    }),
  ]
  await closeDesk()
  return rows
}
