/** The words of the billing screens. Same keys in es/billing.ts; a sentence with values is a function with typed parameters. */
export const billing = {
  title: 'Billing',
}
