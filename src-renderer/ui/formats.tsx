import { useMemo } from 'react'
import { localAt } from '#domain/clock'
import { ageOn, formatDay, formatMinute, formatWeekday, type Day } from '#domain/dates'
import { formatPhone } from '#domain/identifiers'
import { formatMoney, type Cents } from '#domain/money'
import { useLanguage } from './words.tsx'

/** How days, times, money and phones are written, in the language of the screen. */
export function useFormats() {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      money: (cents: Cents) => formatMoney(cents),
      /** `Mar 10, 2026` or `10 mar 2026`. */
      day: (day: Day) => formatDay(day, language),
      /** `Tue Mar 10, 2026`. */
      weekdayAndDay: (day: Day) => `${formatWeekday(day, language, 'short')} ${formatDay(day, language)}`,
      weekday: (day: Day, length: 'short' | 'long') => formatWeekday(day, language, length),
      /** `10:30 AM`, from a minute of the clinic's day. */
      minute: (minute: number) => formatMinute(minute),
      /** The wall time of an instant at a clinic. */
      time: (instant: number, zone: string) => formatMinute(localAt(instant, zone).minute),
      age: (birth: Day, today: Day) => ageOn(birth, today),
      phone: (digits: string) => (digits === '' ? '' : formatPhone(digits)),
    }),
    [language],
  )
}
