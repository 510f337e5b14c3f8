/** One vitals reading: mmHg, beats and breaths a minute, oxygen saturation in percent. */
export type Vitals = {
  readonly systolic: number
  readonly diastolic: number
  readonly heartRate: number
  readonly respiratoryRate?: number | null | undefined
  readonly spo2: number
}

/** A field of a reading that cannot be right. */
export type VitalsProblem = {
  readonly field: keyof Vitals
  readonly code: 'not-a-number' | 'too-low' | 'too-high' | 'not-below-systolic'
}

// What a body or a monitor can show at all; anything else is a slip of the finger.
const possible = [
  { field: 'systolic', from: 40, to: 300 },
  { field: 'diastolic', from: 20, to: 200 },
  { field: 'heartRate', from: 20, to: 250 },
  { field: 'respiratoryRate', from: 3, to: 70 },
  { field: 'spo2', from: 50, to: 100 },
] as const satisfies readonly { field: keyof Vitals; from: number; to: number }[]

/** The fields that are physically impossible, in the order of the form; none for a reading that can be recorded. */
export function vitalsProblems(vitals: Vitals): VitalsProblem[] {
  const problems = possible.flatMap(({ field, from, to }): VitalsProblem[] => {
    const value = vitals[field]
    if (value === undefined || value === null) return []
    if (!Number.isSafeInteger(value)) return [{ field, code: 'not-a-number' }]
    if (value < from) return [{ field, code: 'too-low' }]
    return value > to ? [{ field, code: 'too-high' }] : []
  })
  const isCrossed = problems.length === 0 && vitals.diastolic >= vitals.systolic
  return isCrossed ? [{ field: 'diastolic', code: 'not-below-systolic' }] : problems
}

/** How a reading is marked, from nothing to stop-and-call. */
export type VitalsAlert = 'none' | 'caution' | 'alert' | 'stop'

/**
 * How alarming a reading is; the worst of its values decides, systolic or diastolic alone is enough. Clinic defaults for
 * the medical director: 140/90 caution, 165/100 alert (treatment-emergent hypertension in Rodrigues 2022), 180/110
 * stop; heart rate below 50 or above 120 alert; saturation below 92 caution, below 90 stop.
 */
export function vitalsAlert(vitals: Vitals): VitalsAlert {
  const { systolic, diastolic, heartRate, spo2 } = vitals
  if (systolic >= 180 || diastolic >= 110 || spo2 < 90) return 'stop'
  if (systolic >= 165 || diastolic >= 100 || heartRate < 50 || heartRate > 120) return 'alert'
  if (systolic >= 140 || diastolic >= 90 || spo2 < 92) return 'caution'
  return 'none'
}

/**
 * Whether a reading before the infusion holds its start: 160 or more over anything, 100 or more under it, or a reading
 * that would stop a running one. Clinic defaults for the medical director.
 */
export function holdsStart(vitals: Vitals): boolean {
  return pressureHoldsStart(vitals) || vitalsAlert(vitals) === 'stop'
}

/** Whether the blood pressure alone holds the start: 160 or more over anything, or 100 or more under it. */
export function pressureHoldsStart({ systolic, diastolic }: Pick<Vitals, 'systolic' | 'diastolic'>): boolean {
  return systolic >= 160 || diastolic >= 100
}
