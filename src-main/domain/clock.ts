import { addDays, day, daysBetween, type Day } from './dates.ts'

// Instants (epoch milliseconds, UTC) and the wall clock of a clinic, by the time-zone rules that Intl carries.

const minuteMs = 60_000
const dayMs = 86_400_000
const epoch = day('1970-01-01')
const fields = ['year', 'month', 'day', 'hour', 'minute'] as const
// Making a formatter costs a hundred times as much as using one.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day and minute (0 to 1439) that the clocks of the zone show at an instant; throws RangeError for an unknown zone. */
export function localAt(instant: number, zone: string): { day: Day; minute: number } {
  const shown = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const [year = '', month = '', date = '', hour = '', minute = ''] = fields.map((field) => shown.get(field))
  return { day: day(`${year.padStart(4, '0')}-${month}-${date}`), minute: Number(hour) * 60 + Number(minute) }
}

/**
 * The instant at which the clocks of the zone show this minute (0 to 1440) of the day: the earlier one when they show
 * it twice, undefined when they skip it. Throws RangeError for an unknown zone or a minute outside the day.
 */
export function instantAt(on: Day, minute: number, zone: string): number | undefined {
  if (!Number.isInteger(minute) || minute < 0 || minute > 1440) throw new RangeError(`not a minute of a day: ${minute}`)
  const wanted = minute === 1440 ? { day: addDays(on, 1), minute: 0 } : { day: on, minute }
  const naive = asIfUtc(wanted)
  // A zone changes its clocks at most once in two days, so its offsets a day before and a day after are all there are.
  const found = [naive - dayMs, naive + dayMs]
    .map((near) => naive - (asIfUtc(localAt(near, zone)) - near))
    .filter((instant) => asIfUtc(localAt(instant, zone)) === naive)
  return found.length === 0 ? undefined : Math.min(...found)
}

/** Whether the text names an IANA time zone that this PC knows. */
export function isZone(text: string): boolean {
  // Intl also takes bare offsets such as +05:00, which do not follow a clinic through summer time.
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    formatterOf(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function asIfUtc(local: { day: Day; minute: number }): number {
  return daysBetween(epoch, local.day) * dayMs + local.minute * minuteMs
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(zone, made)
  return made
}
