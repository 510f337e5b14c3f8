import { describe, expect, test } from 'vitest'
import { addDays, day } from '#domain/dates'
import type { Booked } from '#domain/schedule'
import { proposeSeries, type SeriesRequest } from '#domain/series'
import { blockedDays } from '#domain/series-blocked'
import { booking } from './bookings.ts'

const monday = day('2026-03-09')
const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, openMinute: 480, closeMinute: 1020 }))

function request(changes: Partial<SeriesRequest> = {}): SeriesRequest {
  return {
    count: 2,
    windowMinDays: 1,
    windowMaxDays: 7,
    minGapDays: 2,
    maxGapDays: 4,
    firstDay: monday,
    minutes: 110,
    preferred: {},
    locations: [{ id: 'SM', rooms: ['SM 1'], hours, closedDays: [] }],
    providers: [{ id: 'Dr. Ito', locationId: 'SM' }],
    nurses: [{ id: 'Ana', locationId: 'SM' }],
    patientId: 'Ruth',
    booked: [],
    ...changes,
  }
}

/** All of a day, holding only what is told. */
function wholeDay(after: number, holding: Partial<Booked>): Booked {
  const on = addDays(monday, after)
  return booking({ id: `${after}`, day: on, startMinute: 480, minutes: 540, roomId: 'cellar', ...holding })
}

describe('why the next infusion is not possible', () => {
  test('is told for each day on which it could be', () => {
    const asked = request({
      booked: [
        wholeDay(0, { startMinute: 960, minutes: 60, roomId: 'SM 1' }),
        wholeDay(2, { roomId: 'SM 1' }),
        wholeDay(3, { providerId: 'Dr. Ito' }),
        wholeDay(4, { roomId: 'SM 1', providerId: 'Dr. Ito' }),
      ],
    })
    const proposal = proposeSeries({ ...asked, firstDay: monday, windowMaxDays: 5 })
    if (proposal.ok) throw new Error('There is no time for a second one.')
    expect(proposal.found.map((slot) => slot.day)).toEqual([monday])
    expect(blockedDays(asked, proposal.found)).toEqual([
      { day: addDays(monday, 2), locationId: 'SM', reason: 'room' },
      { day: addDays(monday, 3), locationId: 'SM', reason: 'provider' },
      { day: addDays(monday, 4), locationId: 'SM', reason: 'several' },
    ])
  })

  test('names nurses, the patient, weekends and closed days, from the first day when nothing was found', () => {
    const closed = [{ id: 'SM', rooms: ['SM 1'], hours, closedDays: [addDays(monday, 1)] }]
    const asked = request({
      locations: closed,
      windowMaxDays: 6,
      booked: [
        wholeDay(0, { nurseId: 'Ana', locationId: 'OX' }),
        wholeDay(2, { patientId: 'Ruth', kind: 'consultation' }),
      ],
    })
    expect(blockedDays(asked, [])).toEqual([
      { day: monday, locationId: 'SM', reason: 'nurse' },
      { day: addDays(monday, 1), locationId: 'SM', reason: 'closed' },
      { day: addDays(monday, 2), locationId: 'SM', reason: 'patient' },
      { day: addDays(monday, 5), locationId: 'SM', reason: 'closed' },
    ])
  })
})
