import type { FaultCode } from '#contract/faults'
import { leastRecoveryMinutes } from '#domain/discharge'
import type { DischargeRefusal } from '#domain/discharge'
import type { StartRefusal, StopRefusal } from '#domain/infusion'
import { Refusal } from './refusal.ts'

type Said = readonly [code: FaultCode, sentence: string]

const starts: Readonly<Record<StartRefusal, Said>> = {
  'already-started': ['infusion.wrong-stage', 'This infusion was started already.'],
  'no-weight': ['infusion.no-weight', "Enter today's weight first: the dose follows from it."],
  'weight-impossible': ['infusion.no-weight', 'The weight cannot be right. Weigh again.'],
  'weight-too-old': ['infusion.no-weight', 'The weight is too old. Weigh again.'],
  'range-not-confirmed': [
    'infusion.dose-out-of-range',
    'The dose is outside the usual range. Confirm it or change it.',
  ],
  'no-reading': ['infusion.no-reading', "Today's vitals are missing. Measure before the start."],
  'vitals-hold': ['infusion.reading-not-fit', 'The last vitals hold the start. Measure again or ask the provider.'],
}

const stops: Readonly<Record<StopRefusal, Said>> = {
  'not-infusing': ['infusion.wrong-stage', 'This infusion is not running.'],
  'stopped-before-start': ['infusion.time-order', 'It cannot stop before it started.'],
  'too-long': ['infusion.time-order', 'It would have run for more than twelve hours. Check the time.'],
}

const discharges: Readonly<Record<DischargeRefusal, Said>> = {
  'already-discharged': ['infusion.wrong-stage', 'The patient is discharged already.'],
  'not-recovering': ['infusion.wrong-stage', 'Stop the infusion first.'],
  'no-escort': ['infusion.no-escort', 'Nobody is named who takes the patient home.'],
  'no-escort-name': ['infusion.no-escort', 'The escort has no name.'],
  'no-escort-relationship': ['infusion.no-escort', 'Who the escort is to the patient is missing.'],
  'no-escort-phone': ['infusion.no-escort', 'The phone of the escort is missing.'],
  'escort-not-here': ['infusion.escort-not-here', 'The escort is not here yet.'],
  'too-early': ['infusion.too-early', `At least ${leastRecoveryMinutes} minutes must pass after the infusion.`],
  'no-recovery-reading': ['infusion.no-reading', 'Vitals are missing since the infusion ended.'],
  'not-orientated': ['infusion.not-orientated', 'The patient is not orientated yet.'],
  'not-steady': ['infusion.not-orientated', 'The patient does not walk steadily yet.'],
}

/** The refusal of a start. */
export function startNo(why: StartRefusal): Refusal {
  return new Refusal(...starts[why])
}

/** The refusal of a stop. */
export function stopNo(why: StopRefusal): Refusal {
  return new Refusal(...stops[why])
}

/** The refusal of a discharge. */
export function dischargeNo(why: DischargeRefusal, stoppedAt: number | null, now: number): Refusal {
  const [code, sentence] = discharges[why]
  const waited = Math.floor((now - (stoppedAt ?? now)) / 60_000)
  return new Refusal(code, sentence, { facts: { why, minutes: Math.max(0, leastRecoveryMinutes - waited) } })
}
