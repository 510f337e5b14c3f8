import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarFile, type CalendarEntry } from '#domain/calendar-file'
import { instantAt } from '#domain/clock'
import { day } from '#domain/dates'

const zone = 'America/Los_Angeles'
const made = Date.UTC(2026, 2, 1, 8)

function at(on: string, minute: number): number {
  return instantAt(day(on), minute, zone) ?? Number.NaN
}

function entry(changes: Partial<CalendarEntry> = {}): CalendarEntry {
  const start = changes.start ?? at('2026-03-10', 600)
  return {
    uid: 'a@infusion-desk',
    sequence: 0,
    start,
    end: start + 105 * 60_000,
    summary: 'Appointment, Coast Infusion',
    location: 'Santa Monica, 1424 Arizona Avenue',
    status: 'CONFIRMED',
    ...changes,
  }
}

/** The entries as a public parser reads them. */
function read(text: string): CalendarEntry[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const status = String(component.getFirstPropertyValue('status'))
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().getTime(),
      end: event.endDate.toJSDate().getTime(),
      summary: event.summary,
      location: event.location,
      status: status === 'CANCELLED' || status === 'TENTATIVE' ? status : 'CONFIRMED',
    }
  })
}

describe('a calendar file', () => {
  test.each([
    ['in the week in which the clocks go forward', ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09']],
    ['in the week in which they go back', ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02']],
    ['over a new year', ['2026-12-31', '2027-01-01']],
  ])('%s parses to the same times', (_, days) => {
    const entries = days.flatMap((on, n) => [
      entry({ uid: `${n}a`, start: at(on, 480) }),
      entry({ uid: `${n}b`, start: at(on, 1005) }),
    ])
    expect(read(calendarFile(entries, made, 'Coast Infusion'))).toEqual(entries)
  })

  test('says what the hour is in universal time', () => {
    const text = calendarFile([entry(), entry({ start: at('2026-03-03', 600) })], made, 'Coast')
    expect(text).toContain('DTSTART:20260310T170000Z')
    expect(text).toContain('DTSTART:20260303T180000Z')
    expect(text).toContain('DTSTAMP:20260301T080000Z')
  })

  test('of cancelled entries alone is a cancellation', () => {
    expect(calendarFile([entry({ status: 'CANCELLED', sequence: 2 })], made, 'Coast')).toContain('METHOD:CANCEL')
    const both = [entry(), entry({ uid: 'b', status: 'CANCELLED' })]
    expect(calendarFile(both, made, 'Coast')).toContain('METHOD:PUBLISH')
  })

  test('keeps any text, in lines of at most 75 octets that end in CRLF', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 }).map((typed) =>
      // Control characters have no place in a calendar file; the desk's fields take one line.
      typed.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '').trim(),
    )
    const mark = fc.constantFrom('a;b', 'c,d', String.raw`e\f`, 'José Ñáñez', '周', '🛋️', '')
    fc.assert(
      fc.property(
        fc.tuple(text, mark).map((parts) => parts.join('')),
        mark,
        (summary, location) => {
          const wanted = entry({ summary, location })
          const file = calendarFile([wanted], made, summary)
          const lines = file.split('\r\n')
          expect(lines.at(-1)).toBe('')
          for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
          expect(read(file)).toEqual([wanted])
        },
      ),
    )
  })
})
