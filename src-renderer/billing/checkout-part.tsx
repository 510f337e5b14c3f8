import { type Card } from '#contract/appointments'

export function CheckoutPart(_props: { card: Card }) {
  return null
}
