import { useWords } from '#ui/words'

export function BillingScreen(_props: { invoiceId: string | undefined }) {
  return <h1>{useWords().billing.title}</h1>
}
