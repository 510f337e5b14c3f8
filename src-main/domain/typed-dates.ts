import { dayFrom, yearOf, type Day } from './dates.ts'

// What people type into a day or time field. A text that could mean two things means none: the field asks again.

/**
 * The day that a person typed, month first in both languages: `3/8/1985`, `03081985`, `3-8-85`, `1985-03-08`,
 * `Mar 8, 1985`, `8 de marzo de 1985`. Undefined when it is no real day from 1900 to 2100, or no full date.
 * Two digits of a year mean the latest such year that is at most 20 years ahead, or for a birth day not after today.
 */
export function parseTypedDay(text: string, today: Day, options: { birth?: boolean } = {}): Day | undefined {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const parts = inNumbers(typed) ?? inWords(typed)
  if (parts === undefined) return undefined
  const year = Number(parts.year)
  if (parts.year.length === 4) return year < 1900 || year > 2100 ? undefined : dayFrom(year, parts.month, parts.date)
  const here = dayFrom(2000 + year, parts.month, parts.date)
  if (options.birth === true) {
    return here === undefined || here > today ? dayFrom(1900 + year, parts.month, parts.date) : here
  }
  return 2000 + year > yearOf(today) + 20 ? dayFrom(1900 + year, parts.month, parts.date) : here
}

/** The day as it is typed in the United States: `03/08/1985`. */
export function formatTypedDay(of: Day): string {
  return `${of.slice(5, 7)}/${of.slice(8, 10)}/${of.slice(0, 4)}`
}

/**
 * The minute of the day (0 to 1440) that a person typed: `9`, `930`, `9:30`, `9:30a`, `14:05`, `2 pm`, `2 p. m.`.
 * Without a or p the hours 1 to 6 are the afternoon, as nobody is treated at 2 in the night; a leading zero (`02:30`)
 * means the night. Undefined when it is no time.
 */
export function parseTypedTime(text: string): number | undefined {
  const typed = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:([ap])\.?\s?(?:m\.?)?)?$/.exec(text.trim().toLowerCase())
  if (typed === null) return undefined
  const [, hours = '', minutes = '0', half] = typed
  const hour = Number(hours)
  const minute = Number(minutes)
  if (minute > 59) return undefined
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined
    return ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute
  }
  if (hour > 23) return hour === 24 && minute === 0 ? 1440 : undefined
  const isAfternoon = hour >= 1 && hour <= 6 && !hours.startsWith('0')
  return (isAfternoon ? hour + 12 : hour) * 60 + minute
}

type Parts = { year: string; month: number; date: number }

function inNumbers(typed: string): Parts | undefined {
  const yearFirst = /^(?<year>\d{4})([-/])(?<month>\d{1,2})\2(?<date>\d{1,2})$/.exec(typed)
  const run = /^(?<month>\d{2})(?<date>\d{2})(?<year>\d{4}|\d{2})$/.exec(typed)
  const parted = /^(?<month>\d{1,2})( ?[-/.] ?| )(?<date>\d{1,2})\2(?<year>\d{4}|\d{2})$/.exec(typed)
  const { year, month, date } = (yearFirst ?? run ?? parted)?.groups ?? {}
  if (year === undefined) return undefined
  return { year, month: Number(month), date: Number(date) }
}

function inWords(typed: string): Parts | undefined {
  const monthFirst = /^(?<word>[a-z]{3,})\.? (?<date>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/.exec(typed)
  const dateFirst = /^(?<date>\d{1,2})(?: de| of)? (?<word>[a-z]{3,})\.?(?: de| del)?,? (?<year>\d{4})$/.exec(typed)
  const { year, word, date } = (monthFirst ?? dateFirst)?.groups ?? {}
  if (year === undefined || word === undefined) return undefined
  const month = monthWords.findIndex((names) => names.some((name) => name.startsWith(word))) + 1
  return month === 0 ? undefined : { year, month, date: Number(date) }
}

const monthWords = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
] as const
