import { type Card } from '#contract/appointments'

export function InfusionPart(_props: { card: Card }) {
  return null
}
