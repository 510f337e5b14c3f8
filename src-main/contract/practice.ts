import { z } from 'zod'
import { command, query } from './define.ts'
import {
  address,
  dayText,
  ein,
  id,
  line,
  locationCode,
  minuteOfDay,
  nothing,
  npi,
  phone,
  text,
  zone,
} from './shapes.ts'

/** What a practice is known by. The logo is a PNG, base64, at most 200 KiB. */
export const practiceFields = z.strictObject({
  name: line(80),
  legalName: line(120),
  ein,
  npi,
  phone,
  logoPng: text(280_000).refine((typed) => typed === '' || typed.startsWith('iVBORw0KGgo'), 'invalid'),
})

/** One weekday's opening hours; 0 is Sunday. */
export const hours = z
  .strictObject({ weekday: z.int().min(0).max(6), openMinute: minuteOfDay, closeMinute: minuteOfDay })
  .refine((one) => one.openMinute < one.closeMinute, { message: 'time', path: ['closeMinute'] })

/** What a location is known by, with its rooms and hours. */
export const locationFields = z.strictObject({
  code: locationCode,
  name: line(80),
  address,
  phone,
  zone,
  rooms: z.array(line(40)).min(1).max(30),
  hours: z.array(hours).max(7),
})

const room = z.strictObject({ id, name: z.string(), isArchived: z.boolean() })

/** A location as screens show it. */
export const location = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  address,
  phone: z.string(),
  zone: z.string(),
  rooms: z.array(room),
  hours: z.array(hours),
})

/** A location as screens show it, as a type. */
export type LocationView = z.output<typeof location>

/** The company, its locations, their rooms and hours. */
export const practice = {
  get: query({
    needs: 'practice.see',
    input: nothing,
    output: z.strictObject({ practice: practiceFields, locations: z.array(location), today: dayText, now: z.number() }),
    reads: ['practice'],
  }),
  change: command({ needs: 'practice.change', input: practiceFields, output: nothing, touches: ['practice'] }),
  changeLocation: command({
    needs: 'practice.change',
    input: z.strictObject({ locationId: id, name: line(80), address, phone, hours: z.array(hours).max(7) }),
    output: nothing,
    touches: ['practice'],
  }),
  addRoom: command({
    needs: 'practice.change',
    input: z.strictObject({ locationId: id, name: line(40) }),
    output: z.strictObject({ roomId: id }),
    touches: ['practice'],
  }),
  renameRoom: command({
    needs: 'practice.change',
    input: z.strictObject({ roomId: id, name: line(40) }),
    output: nothing,
    touches: ['practice'],
  }),
  archiveRoom: command({
    needs: 'practice.change',
    input: z.strictObject({ roomId: id, reason: line(200) }),
    output: nothing,
    touches: ['practice'],
  }),
}
