import type { Card } from '#contract/appointments'
import { between } from './random.ts'
import { must } from './seats.ts'
import type { SampleClock, Seats } from './seats.ts'

const MINUTE = 60_000
const PREPARATION = 25
const escorts = [
  ['Rowan', 'friend'],
  ['Pat', 'spouse'],
  ['Alex', 'sibling'],
  ['Sam', 'parent'],
] as const

/** One visit of the sample, played through the same calls that staff make, as far as the time allows. */
export class SampleVisit {
  readonly #seats: Seats
  readonly #clock: SampleClock
  readonly #card: Card
  readonly #begins: number
  readonly #until: number
  readonly #roll: () => number

  /** `begins` and `until` are instants: nothing happens after `until`. */
  constructor(
    around: { seats: Seats; clock: SampleClock; roll: () => number },
    card: Card,
    begins: number,
    until: number,
  ) {
    this.#seats = around.seats
    this.#clock = around.clock
    this.#roll = around.roll
    this.#card = card
    this.#begins = begins
    this.#until = until
  }

  /** Plays the visit; answers whether the patient has left. */
  async play(): Promise<boolean> {
    if (!this.#reach(-4)) return false
    await this.#arrive()
    return this.#card.kind === 'infusion' ? this.#infuse() : this.#talk()
  }

  /** Moves the clock to so many minutes after the start; false when that is still to come. */
  #reach(minutes: number): boolean {
    const at = this.#at(minutes)
    if (at > this.#until) return false
    this.#clock.setNow(at)
    return true
  }

  #at(minutes: number): number {
    return this.#begins + minutes * MINUTE
  }

  async #version(): Promise<string> {
    return must(await this.#seats.desk.appointments.get({ appointmentId: this.#card.id })).version
  }

  async #arrive(): Promise<void> {
    const appointmentId = this.#card.id
    must(await this.#seats.desk.appointments.arrive({ appointmentId, version: await this.#version() }))
    if (this.#card.kind !== 'infusion') return
    const [name, relationship] = escorts[between(this.#roll, 0, escorts.length - 1)] ?? escorts[0]
    must(await this.#seats.desk.escorts.name({ appointmentId, name, relationship, phone: '(213) 555-0199' }))
  }

  async #talk(): Promise<boolean> {
    if (!this.#reach(this.#card.slot.minutes)) return false
    await this.#complete()
    return true
  }

  async #infuse(): Promise<boolean> {
    const { nurse, desk } = this.#seats
    const appointmentId = this.#card.id
    if (!this.#reach(8)) return false
    const { infusionId } = must(await nurse.infusions.open({ appointmentId }))
    const view = must(await nurse.infusions.ofAppointment({ appointmentId, patientId: this.#card.patientId }))
    if (view === null) throw new Error('The infusion was opened and is not there.')
    const { microgramsPerKg, infusionMinutes } = view.order
    must(
      await nurse.infusions.prepare({
        infusionId,
        weightGrams: between(this.#roll, 520, 980) * 100,
        concentrationMgPerMl: 50,
        microgramsPerKg,
        infusionMinutes,
        confirmedOutOfRange: true,
      }),
    )
    await this.#read(infusionId, 0)
    if (!this.#reach(PREPARATION)) return false
    must(await nurse.infusions.start({ infusionId, startedAt: this.#at(PREPARATION) }))
    for (const after of [10, 20, 30]) {
      if (!this.#reach(PREPARATION + after)) return false
      await this.#read(infusionId, 12)
    }
    if (this.#roll() < 0.3) await this.#feelUnwell(infusionId)
    const stop = PREPARATION + infusionMinutes
    if (!this.#reach(stop)) return false
    must(await nurse.infusions.stop({ infusionId, stoppedAt: this.#at(stop) }))
    if (!this.#reach(stop + 30)) return false
    await this.#read(infusionId, 2)
    must(await desk.escorts.arrived({ appointmentId }))
    if (!this.#reach(stop + 32)) return false
    const instructionsTo = 'Patient and escort'
    must(await nurse.infusions.discharge({ infusionId, isOrientated: true, walksSteadily: true, instructionsTo }))
    if (!this.#reach(stop + 38)) return false
    await this.#complete()
    return true
  }

  async #read(infusionId: string, higher: number): Promise<void> {
    const reading = {
      measuredAt: Math.min(this.#until, this.#clock.now),
      systolic: between(this.#roll, 112, 134) + higher,
      diastolic: between(this.#roll, 68, 82) + Math.floor(higher / 2),
      heartRate: between(this.#roll, 62, 84),
      respiratoryRate: between(this.#roll, 12, 18),
      spo2: between(this.#roll, 96, 99),
    }
    must(await this.#seats.nurse.infusions.addReading({ infusionId, reading }))
  }

  async #feelUnwell(infusionId: string): Promise<void> {
    const what = this.#roll() < 0.5 ? 'nausea' : 'dizziness'
    const startedAt = this.#at(PREPARATION + 22)
    const { adverseEventId } = must(
      await this.#seats.nurse.infusions.addAdverseEvent({ infusionId, what, grade: 1, startedAt, notes: '' }),
    )
    must(await this.#seats.nurse.infusions.endAdverseEvent({ adverseEventId, endedAt: this.#clock.now }))
  }

  async #complete(): Promise<void> {
    const version = await this.#version()
    must(await this.#seats.desk.appointments.complete({ appointmentId: this.#card.id, version }))
  }
}
