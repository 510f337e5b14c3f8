import { fold } from '#domain/names'
import { Refusal } from './refusal.ts'

/** Whether two names would be taken for one on a screen: capitals and accents make no difference. */
export function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

/** Refuses opening hours that name a weekday twice. */
export function checkHours(hours: readonly { weekday: number }[], path: string): void {
  for (const [place, one] of hours.entries()) {
    if (hours.findIndex((other) => other.weekday === one.weekday) === place) continue
    throw new Refusal('call.bad-input', 'A weekday has opening hours once.', {
      path: `${path}.${place}.weekday`,
      facts: { problem: 'invalid' },
    })
  }
}
