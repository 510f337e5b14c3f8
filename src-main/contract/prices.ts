import { z } from 'zod'
import { command, query } from './define.ts'
import { centsPositive, dayText, id, line, nothing, text } from './shapes.ts'

const visitKind = z.enum(['consultation', 'check'])
const named = { name: line(120), nameEs: line(120), code: text(12) }

/** What is sold and for how much at each location. */
export const prices = {
  list: query({
    needs: 'prices.see',
    input: nothing,
    output: z.array(
      z.strictObject({
        serviceId: id,
        name: z.string(),
        nameEs: z.string(),
        code: z.string(),
        protocolId: id.nullable(),
        visitKind: visitKind.nullable(),
        version: z.string(),
        amounts: z.array(z.strictObject({ locationId: id, amountCents: centsPositive, fromDay: dayText })),
      }),
    ),
    reads: ['prices'],
  }),
  addService: command({
    needs: 'prices.set',
    input: z.strictObject({ ...named, visitKind: visitKind.nullable() }),
    output: z.strictObject({ serviceId: id }),
    touches: ['prices'],
  }),
  /** Names, code and which visits it is for: each kind of visit has one service, so another one gives it up. */
  changeService: command({
    needs: 'prices.set',
    input: z.strictObject({ serviceId: id, version: z.string(), ...named, visitKind: visitKind.nullable() }),
    output: nothing,
    touches: ['prices'],
  }),
  /** A price from a day on; the old one stays for what happened before. */
  set: command({
    needs: 'prices.set',
    input: z.strictObject({ serviceId: id, locationId: id, amountCents: centsPositive, fromDay: dayText }),
    output: nothing,
    touches: ['prices'],
  }),
}
