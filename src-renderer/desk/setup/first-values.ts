import { type InputOf } from '#api/hooks'

/** A location as the wizard holds it. */
export type LocationDraft = InputOf<'setup', 'create'>['locations'][number]

/** A location of the wizard by a number of its own, which stays when another one is taken out. */
export type NumberedLocation = { readonly own: number; readonly value: LocationDraft }

/** The time zones that the wizard offers. */
export const zones = [
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Anchorage',
  'Pacific/Honolulu',
] as const

/** An empty location: open Monday to Friday, nine to five, in the state and zone of another one, or in California. */
export function firstLocation(near?: LocationDraft): LocationDraft {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    code: '',
    name: '',
    address: { street: '', street2: '', city: '', state: near?.address.state ?? 'CA', postalCode: '' },
    phone: '',
    zone: near?.zone ?? zones.find((zone) => zone === here) ?? zones[0],
    rooms: [],
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, openMinute: 9 * 60, closeMinute: 17 * 60 })),
  }
}
