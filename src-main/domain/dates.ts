// Days of the Gregorian calendar as text, by whole-number arithmetic alone. What people type is read in typed-dates.ts;
// instants and time zones are in clock.ts.

declare const dayBrand: unique symbol

/** A calendar day without a time or zone, `YYYY-MM-DD`, from year 1 to 9999; days compare as text. */
export type Day = string & { readonly [dayBrand]: true }

/** A language in which days, words and papers are written. */
export type Language = 'en' | 'es'

/** The day that the text names; throws RangeError unless it is a real day written `YYYY-MM-DD`. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError('not a day written YYYY-MM-DD')
  return text
}

/** Whether the text is a real day of the calendar written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, date } = partsOf(text)
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)
}

/** The day with this year, month (1 to 12) and day of the month; undefined when the calendar has no such day. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}`
  return isDay(text) ? text : undefined
}

/** The day so many days later, or earlier when negative; throws RangeError past the calendar's ends or for a fraction. */
export function addDays(from: Day, days: number): Day {
  return dayOfNumber(numberOfDay(from) + days)
}

/** How many days lie from the first day to the second: positive when the second is later, 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from)
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekday(of: Day): number {
  // 1970-01-01 was a Thursday; day numbers below zero need a true modulo
  return (((numberOfDay(of) + 4) % 7) + 7) % 7
}

/** The year. */
export function yearOf(of: Day): number {
  return partsOf(of).year
}

/** The month, 1 to 12. */
export function monthOf(of: Day): number {
  return partsOf(of).month
}

/** The day of the month, 1 to 31. */
export function dateOf(of: Day): number {
  return partsOf(of).date
}

/** The first day of the same month. */
export function firstOfMonth(of: Day): Day {
  return day(`${of.slice(0, 8)}01`)
}

/** The last day of the same month. */
export function lastOfMonth(of: Day): Day {
  const { year, month } = partsOf(of)
  return day(of.slice(0, 8) + digits(lengthOfMonth(year, month), 2))
}

/**
 * Full years lived on that day; negative before birth. Somebody born on February 29 turns a year older on March 1 when
 * there is no February 29.
 */
export function ageOn(birth: Day, on: Day): number {
  const years = yearOf(on) - yearOf(birth)
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

const monthsShort = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
} as const satisfies Record<Language, readonly string[]>

const weekdays = {
  en: {
    short: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    long: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  },
  es: {
    short: ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'],
    long: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  },
} as const satisfies Record<Language, Record<'short' | 'long', readonly string[]>>

/** The day with its month as a word, so that nobody swaps day and month: `Mar 10, 2026`, `10 mar 2026`. */
export function formatDay(of: Day, language: Language): string {
  const { year, month, date } = partsOf(of)
  const word = monthsShort[language][month - 1] ?? ''
  return language === 'en' ? `${word} ${date}, ${year}` : `${date} ${word} ${year}`
}

/** The name of the day of the week: `Tue` or `Tuesday`, `mar` or `martes`. */
export function formatWeekday(of: Day, language: Language, length: 'short' | 'long'): string {
  return weekdays[language][length][weekday(of)] ?? ''
}

/** A minute of the day on a twelve-hour clock, `10:30 AM`; both ends of the day are `12:00 AM`. Throws RangeError outside 0 to 1440. */
export function formatMinute(minute: number): string {
  if (!Number.isInteger(minute) || minute < 0 || minute > 1440) throw new RangeError(`not a minute of a day: ${minute}`)
  const hour = Math.floor(minute / 60) % 24
  return `${hour % 12 === 0 ? 12 : hour % 12}:${digits(minute % 60, 2)} ${hour < 12 ? 'AM' : 'PM'}`
}

function partsOf(text: string): { year: number; month: number; date: number } {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), date: Number(text.slice(8, 10)) }
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

// The next two count days from 1970-01-01 in eras of 400 years, with years that begin on March 1 so that a leap day
// comes last: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.

function numberOfDay(of: Day): number {
  const { year, month, date } = partsOf(of)
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dayOfNumber(count: number): Day {
  const shifted = count + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const found = dayFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
  if (found === undefined) throw new RangeError(`no such day: ${count} days from 1970-01-01`)
  return found
}
