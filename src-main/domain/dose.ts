// Whole-number arithmetic only: every figure is worked out from what was ordered, never from another rounded figure.

/** The strengths in which ketamine is supplied, in milligrams of base a millilitre (Ketalar label, 10/2024). */
export const concentrations = [10, 50, 100] as const

/** A strength of a vial, in milligrams of base a millilitre. */
export type Concentration = (typeof concentrations)[number]

/** What an infusion is ordered as; the dose is the whole dose of the infusion for each kilogram. */
export type Order = {
  readonly weightGrams: number
  readonly microgramsPerKg: number
  readonly concentrationMgPerMl: Concentration
  readonly minutes: number
}

/** What is drawn and how fast it runs, each half-up to its whole unit. */
export type Dose = {
  readonly doseMicrograms: number
  readonly volumeMicrolitres: number
  readonly rateMicrogramsPerHour: number
  /** 100 mg/mL never goes into a vein undiluted (Ketalar label, 10/2024). */
  readonly mustDilute: boolean
}

/** The dose, the volume drawn from the vial and the rate of an order; throws RangeError unless its numbers are whole and positive. */
export function doseOf(order: Order): Dose {
  const weight = positive(order.weightGrams)
  const perKg = positive(order.microgramsPerKg)
  const minutes = positive(order.minutes)
  const concentration = positive(order.concentrationMgPerMl)
  // Micrograms for each kilogram times grams: a thousandth of a microgram.
  const nanograms = weight * perKg
  return {
    doseMicrograms: halfUp(nanograms, 1_000n),
    volumeMicrolitres: halfUp(nanograms, 1_000n * concentration),
    rateMicrogramsPerHour: halfUp(nanograms * 60n, 1_000n * minutes),
    mustDilute: order.concentrationMgPerMl === 100,
  }
}

/** What is left in a vial after a volume was drawn; throws RangeError when more was drawn than there was. */
export function leftInVial(vial: {
  readonly vialMicrolitres: number
  readonly drawnMicrolitres: number
  readonly concentrationMgPerMl: Concentration
}): { microlitres: number; micrograms: number } {
  const microlitres = vial.vialMicrolitres - vial.drawnMicrolitres
  if (!Number.isSafeInteger(microlitres) || microlitres < 0) throw new RangeError(`left in the vial: ${microlitres} µL`)
  // A milligram a millilitre is a microgram a microlitre.
  return { microlitres, micrograms: microlitres * vial.concentrationMgPerMl }
}

/** Grams from hundredths of a pound, half-up; a pound is exactly 0.45359237 kg (NIST Handbook 44, appendix C). */
export function gramsFromPounds(hundredthsOfPound: number): number {
  return halfUp(positive(hundredthsOfPound) * 45_359_237n, 10_000_000n)
}

/** Why a weight is not believed: pounds typed as kilograms, a comma lost. Undefined from 25 to 350 kg. */
export function weightProblem(weightGrams: number): 'not-a-number' | 'too-light' | 'too-heavy' | undefined {
  if (!Number.isSafeInteger(weightGrams)) return 'not-a-number'
  if (weightGrams < 25_000) return 'too-light'
  return weightGrams > 350_000 ? 'too-heavy' : undefined
}

/** Micrograms as milligrams with two decimals, half-up: `41.20 mg`. */
export function formatMg(micrograms: number): string {
  return `${twoDecimals(micrograms)} mg`
}

/** Microlitres as millilitres with two decimals, half-up: `0.82 mL`. */
export function formatMl(microlitres: number): string {
  return `${twoDecimals(microlitres)} mL`
}

/** Grams as kilograms with two decimals, half-up: `82.40 kg`. */
export function formatKg(grams: number): string {
  return `${twoDecimals(grams)} kg`
}

/** Micrograms an hour as milligrams an hour with two decimals, half-up: `24.50 mg/h`. */
export function formatRate(microgramsPerHour: number): string {
  return `${twoDecimals(microgramsPerHour)} mg/h`
}

/** Micrograms a kilogram as milligrams a kilogram without needless zeros: `0.5 mg/kg`. */
export function formatMgPerKg(microgramsPerKg: number): string {
  return `${microgramsPerKg / 1_000} mg/kg`
}

function twoDecimals(thousandths: number): string {
  if (!Number.isSafeInteger(thousandths) || thousandths < 0) throw new RangeError(`not a whole amount: ${thousandths}`)
  const hundredths = halfUp(BigInt(thousandths), 10n)
  const rest = hundredths % 100
  return `${(hundredths - rest) / 100}.${String(rest).padStart(2, '0')}`
}

function halfUp(dividend: bigint, divisor: bigint): number {
  const rounded = Number((2n * dividend + divisor) / (2n * divisor))
  if (!Number.isSafeInteger(rounded)) throw new RangeError('past the safe whole numbers')
  return rounded
}

function positive(value: number): bigint {
  if (!Number.isSafeInteger(value) || value <= 0) throw new RangeError(`not a whole number above zero: ${value}`)
  return BigInt(value)
}
