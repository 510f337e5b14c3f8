import { localAt } from './clock.ts'

/** One entry of a calendar file: a stretch of time with what anybody may read of it. Instants in epoch milliseconds. */
export type CalendarEntry = {
  /** For life: the same entry always has the same one, moved or cancelled. */
  readonly uid: string
  /** How often the entry was changed; calendars take the highest. */
  readonly sequence: number
  readonly start: number
  readonly end: number
  readonly summary: string
  readonly location: string
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
}

/**
 * The entries as an iCalendar file by RFC 5545: CRLF lines folded at 75 octets, text escaped, times in UTC so that every
 * calendar shows the clinic's own hour whatever its zone. `at` is the instant at which the file is made.
 */
export function calendarFile(entries: readonly CalendarEntry[], at: number, name: string): string {
  const isCancellation = entries.length > 0 && entries.every((entry) => entry.status === 'CANCELLED')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Infusion Desk//Infusion Desk//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${isCancellation ? 'CANCEL' : 'PUBLISH'}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.uid)}`,
      `DTSTAMP:${utc(at)}`,
      `SEQUENCE:${entry.sequence}`,
      `DTSTART:${utc(entry.start)}`,
      `DTEND:${utc(entry.end)}`,
      `SUMMARY:${escaped(entry.summary)}`,
      `LOCATION:${escaped(entry.location)}`,
      `STATUS:${entry.status}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Text as a value: backslash, semicolon, comma and line break have a meaning of their own (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
}

/** The line in pieces of at most 75 octets of UTF-8, never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    // Every piece but the first begins with the blank that marks it as one.
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece)
      piece = ''
      octets = 0
    }
    piece += letter
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x8_00) return 2
  return code < 0x1_00_00 ? 3 : 4
}

function utc(instant: number): string {
  const { day, minute } = localAt(instant, 'UTC')
  const two = (value: number) => String(value).padStart(2, '0')
  const second = Math.floor(instant / 1000) % 60
  return `${day.replaceAll('-', '')}T${two(Math.floor(minute / 60))}${two(minute % 60)}${two(second)}Z`
}
