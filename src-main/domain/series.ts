import { present } from './certain.ts'
import { addDays, daysBetween, weekday, type Day } from './dates.ts'
import { dayHeld, type DayHeld } from './day-held.ts'
import { heldByDay, type Booked, type Slot } from './schedule.ts'
import { openSlots, type DayRequest, type SeriesLocation, type Wanted } from './series-day.ts'

/**
 * A series to be found. The window is the days from the first infusion to the last, both counted; gaps are days from
 * one to the next. Locations, rooms, providers and nurses are in order of preference; the pattern, repeated when it is
 * short, says for each infusion which location it has to be at.
 */
export type SeriesRequest = Omit<DayRequest, 'preferred'> & {
  readonly count: number
  readonly windowMinDays: number
  readonly windowMaxDays: number
  readonly minGapDays: number
  readonly maxGapDays: number
  readonly firstDay: Day
  readonly preferred: DayRequest['preferred'] & { readonly weekdays?: readonly number[] | undefined }
  readonly locations: readonly SeriesLocation[]
  readonly locationPattern?: readonly string[] | undefined
  readonly booked: readonly Booked[]
}

/** What keeps a series from being found: what, if there were more of it, would let it be. */
export type SeriesObstacle = 'no-room' | 'no-provider' | 'no-nurse' | 'window-too-short' | 'patient-busy'

/** A whole series, or why there is none and the slots found before it failed. */
export type SeriesProposal =
  | { readonly ok: true; readonly slots: readonly Slot[]; readonly spanDays: number }
  | { readonly ok: false; readonly reason: SeriesObstacle; readonly found: readonly Slot[] }

// What a wish is worth against the others; less is better. A wanted weekday outweighs everything, then the location, then
// an early start, an even spread and the same time of day.
const weight = { otherWeekday: 100, otherLocation: 20, dayLater: 5, unevenDay: 2, quarterHourOff: 1 } as const

/**
 * Finds times for a whole series: every slot is free of clashes with the booked appointments and the other slots, inside
 * the opening hours, and keeps the gaps and the window; the first day is at most a window away. The patient's other
 * infusions are kept the smallest gap away. The same request always finds the same series. Throws RangeError for counts
 * and days that are not whole, Error for a pattern with an unknown location.
 */
export function proposeSeries(request: SeriesRequest): SeriesProposal {
  for (const value of [request.count, request.windowMaxDays, request.minGapDays, request.minutes]) {
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`not a whole number above zero: ${value}`)
  }
  if (!fitsWindow(request)) return { ok: false, reason: 'window-too-short', found: [] }
  const end = search(request, new Set())
  const slots = slotsUpTo(end)
  const [first, last] = [slots[0], slots.at(-1)]
  if (slots.length === request.count && first !== undefined && last !== undefined) {
    return { ok: true, slots, spanDays: daysBetween(first.day, last.day) + 1 }
  }
  return { ok: false, reason: obstacleTo(request), found: slots }
}

/** The chain of slots so far, latest first. */
type Step = { readonly slot: Slot; readonly place: number; readonly cost: number; readonly before: Step | undefined }

function fitsWindow({ count, windowMinDays, windowMaxDays, minGapDays, maxGapDays }: SeriesRequest): boolean {
  // One infusion has no span to keep.
  if (count === 1) return true
  const [shortest, longest] = [(count - 1) * minGapDays + 1, (count - 1) * maxGapDays + 1]
  return minGapDays <= maxGapDays && shortest <= windowMaxDays && longest >= windowMinDays
}

// Each day holds at most one infusion of the series, so whether a day has a slot does not depend on the days chosen
// before: the best series is a shortest path over (infusion, day), and a dead end is never walked twice.
function search(request: SeriesRequest, without: ReadonlySet<Wanted>): Step | undefined {
  const slotsOn = slotFinder(request, without)
  let best: Step | undefined
  for (let late = 0; late < request.windowMaxDays; late += 1) {
    const isWhole = best?.place === request.count - 1
    if (isWhole && best !== undefined && best.cost <= late * weight.dayLater) break
    const end = bestFrom(request, slotsOn, late)
    if (end !== undefined && isBetter(end, best)) best = end
  }
  return best
}

function isBetter(step: Step, than: Step | undefined): boolean {
  if (than === undefined || step.place !== than.place) return than === undefined || step.place > than.place
  return step.cost < than.cost
}

function bestFrom(request: SeriesRequest, slotsOn: SlotFinder, late: number): Step | undefined {
  const firstDay = addDays(request.firstDay, late)
  // Without a wish for a time, the whole series takes that of its first infusion.
  const startMinute = request.preferred.startMinute ?? slotsOn(0, firstDay)[0]?.startMinute
  if (startMinute === undefined) return undefined
  const stepTo = (place: number, offset: number, before: Step | undefined, added: number): Step | undefined => {
    const day = addDays(firstDay, offset)
    const best = cheapest(slotsOn(place, day), (slot) => slotCost(request, slot, startMinute))
    return best && { slot: best.item, place, cost: (before?.cost ?? 0) + best.cost + added, before }
  }
  const first = stepTo(0, 0, undefined, late * weight.dayLater)
  if (first === undefined) return undefined
  let layer = new Map([[0, first]])
  for (let place = 1; place < request.count; place += 1) {
    const next = new Map<number, Step>()
    for (const [from, before] of layer) {
      for (let gap = request.minGapDays; gap <= request.maxGapDays; gap += 1) {
        const offset = from + gap
        if (!canStillFit(request, place, offset)) continue
        const step = stepTo(place, offset, before, Math.round(Math.abs(gap - evenGap(request)) * weight.unevenDay))
        const known = next.get(offset)
        if (step !== undefined && (known === undefined || step.cost < known.cost)) next.set(offset, step)
      }
    }
    if (next.size === 0) break
    layer = next
  }
  return cheapest([...layer.values()], (step) => step.cost)?.item
}

/** Whether the rest of the series can still end inside its window when this infusion is so many days after the first. */
function canStillFit(request: SeriesRequest, place: number, offset: number): boolean {
  const left = request.count - 1 - place
  const [soonest, latest] = [offset + left * request.minGapDays + 1, offset + left * request.maxGapDays + 1]
  return soonest <= request.windowMaxDays && latest >= request.windowMinDays
}

/** The gap that brings the series to the middle of its window. */
function evenGap(request: SeriesRequest): number {
  return ((request.windowMinDays + request.windowMaxDays) / 2 - 1) / (request.count - 1)
}

function slotCost(request: SeriesRequest, slot: Slot, startMinute: number): number {
  const { weekdays } = request.preferred
  const isWanted = weekdays === undefined || weekdays.length === 0 || weekdays.includes(weekday(slot.day))
  const rank =
    request.locationPattern === undefined ? request.locations.findIndex((at) => at.id === slot.locationId) : 0
  const quarterHours = Math.ceil(Math.abs(slot.startMinute - startMinute) / 15)
  return (isWanted ? 0 : weight.otherWeekday) + rank * weight.otherLocation + quarterHours * weight.quarterHourOff
}

type SlotFinder = (place: number, day: Day) => readonly Slot[]

function slotFinder(request: SeriesRequest, without: ReadonlySet<Wanted>): SlotFinder {
  const byDay = heldByDay(request.booked)
  const indexed = new Map<Day, DayHeld>()
  const heldOn = (day: Day): DayHeld => {
    const held = indexed.get(day) ?? dayHeld(byDay.get(day) ?? [])
    indexed.set(day, held)
    return held
  }
  const blocked = without.has('patient') ? new Set<Day>() : daysNearOtherInfusions(request)
  const known = new Map<string, readonly Slot[]>()
  const at = (location: SeriesLocation, day: Day): readonly Slot[] => {
    const key = `${day} ${location.id}`
    const slots = known.get(key) ?? [...openSlots(request, location, day, heldOn(day), without)]
    known.set(key, slots)
    return slots
  }
  const { locationPattern: pattern } = request
  return (place, day) => {
    if (blocked.has(day)) return []
    if (pattern === undefined || pattern.length === 0) return request.locations.flatMap((each) => at(each, day))
    const wanted = pattern[place % pattern.length]
    return at(
      present(
        request.locations.find((each) => each.id === wanted),
        'the location of the pattern',
      ),
      day,
    )
  }
}

function daysNearOtherInfusions(request: SeriesRequest): Set<Day> {
  const days = new Set<Day>()
  const [from, to] = [
    addDays(request.firstDay, -request.minGapDays),
    addDays(request.firstDay, 3 * request.windowMaxDays),
  ]
  for (const [day, held] of heldByDay(request.booked.filter((each) => each.patientId === request.patientId))) {
    if (day < from || day > to || !held.some((each) => each.kind === 'infusion')) continue
    for (let gap = 1 - request.minGapDays; gap < request.minGapDays; gap += 1) days.add(addDays(day, gap))
  }
  return days
}

// The obstacle is the first one whose absence alone would let the series be; when it takes more than one, the first that
// completes the way. What is left are the hours: the open days do not hold the series.
function obstacleTo(request: SeriesRequest): SeriesObstacle {
  const obstacles = [
    { wanted: 'patient', reason: 'patient-busy' },
    { wanted: 'room', reason: 'no-room' },
    { wanted: 'provider', reason: 'no-provider' },
    { wanted: 'nurse', reason: 'no-nurse' },
  ] as const
  const isFoundWithout = (...without: readonly Wanted[]): boolean =>
    search(request, new Set(without))?.place === request.count - 1
  const alone = obstacles.find(({ wanted }) => isFoundWithout(wanted))
  if (alone !== undefined) return alone.reason
  const together = obstacles.findIndex((_, at) =>
    isFoundWithout(...obstacles.slice(0, at + 1).map((each) => each.wanted)),
  )
  return obstacles[together]?.reason ?? 'window-too-short'
}

function slotsUpTo(end: Step | undefined): Slot[] {
  const slots: Slot[] = []
  for (let step = end; step !== undefined; step = step.before) slots.unshift(step.slot)
  return slots
}

function cheapest<T>(items: readonly T[], costOf: (item: T) => number): { item: T; cost: number } | undefined {
  let best: { item: T; cost: number } | undefined
  for (const item of items) {
    const cost = costOf(item)
    if (best === undefined || cost < best.cost) best = { item, cost }
  }
  return best
}
