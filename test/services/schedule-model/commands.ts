import type { Book } from '#kit/visit'
import fc from 'fast-check'

/** Where and when somebody wants to be; days after the first day of the run. */
export type Wish = {
  at: 'SM' | 'OX'
  room: 0 | 1 | 2
  tens: number
  long: number
  days: number
  who: number
  nurse: 'nurse' | 'provider' | 'nobody'
}

/** Who asks: the front desk, the front desk with a reason that it may not give, a provider who allows what is in the way. */
export type Asker = 'desk' | 'desk-with-reason' | 'provider-with-reason'

/** One thing that happens at the desk. */
export type Command =
  | { do: 'book'; patient: number; kind: Book['kind']; wish: Wish; by: Asker }
  | { do: 'move'; which: number; wish: Wish; by: Asker }
  | { do: 'series'; patient: number; wishes: Wish[] }
  | { do: 'cancel' | 'noShow' | 'stepBack'; which: number }
  | { do: 'away'; whom: 'room' | 'provider' | 'nurse'; wish: Wish }
  | { do: 'close'; at: 'SM' | 'OX'; days: number }

const wish: fc.Arbitrary<Wish> = fc.record({
  at: fc.constantFrom('SM', 'SM', 'SM', 'OX'),
  room: fc.constantFrom(0, 1, 2),
  tens: fc.integer({ min: 46, max: 90 }),
  long: fc.constantFrom(3, 6, 11),
  days: fc.constantFrom(0, 0, 0, 1),
  who: fc.integer({ min: 0, max: 2 }),
  nurse: fc.constantFrom('nurse', 'nurse', 'provider', 'nobody'),
})
const by = fc.constantFrom<Asker>('desk', 'desk', 'desk', 'desk', 'desk', 'desk-with-reason', 'provider-with-reason')
const patient = fc.integer({ min: 0, max: 5 })
const which = fc.nat(40)
const kind = fc.constantFrom<Book['kind'][]>('infusion', 'infusion', 'consultation', 'check')

/** Anything that may happen, the usual things more often. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 50, arbitrary: fc.record({ do: fc.constant('book'), patient, kind, wish, by }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('move'), which, wish, by }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('series'),
      patient,
      wishes: fc.array(wish, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 16, arbitrary: fc.record({ do: fc.constantFrom('cancel', 'noShow', 'stepBack'), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('away'), whom: fc.constantFrom('room', 'provider', 'nurse'), wish }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('close'), at: fc.constantFrom('SM', 'OX'), days: fc.nat(1) }),
  },
)
