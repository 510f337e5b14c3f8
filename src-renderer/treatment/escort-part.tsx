import { type Card } from '#contract/appointments'

export function EscortPart(_props: { card: Card }) {
  return null
}
