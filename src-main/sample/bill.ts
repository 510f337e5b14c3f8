import { cents } from '#domain/money'
import { must } from './seats.ts'
import type { Seats } from './seats.ts'

const tenders = ['card', 'cash', 'hsa', 'check'] as const

/**
 * Bills a visit that is over: in turn settled, settled in two parts, part-paid, open, and left as a draft, so that
 * every state of an invoice can be seen.
 */
export async function billVisit(seats: Seats, appointmentId: string, turn: number, newId: () => string): Promise<void> {
  const { invoiceId } = must(await seats.biller.invoices.draft({ appointmentId }))
  const way = turn % 7
  if (way === 6) return
  const draft = must(await seats.biller.invoices.get({ invoiceId }))
  must(await seats.biller.invoices.issue({ invoiceId, version: draft.version }))
  if (way === 5) return
  const parts = way === 3 ? [0.5, 0.5] : way === 4 ? [0.4] : [1]
  for (const part of parts) {
    const { balanceCents, totalCents } = must(await seats.biller.invoices.get({ invoiceId }))
    const amountCents = part === 1 ? balanceCents : cents(Math.min(balanceCents, Math.round(totalCents * part)))
    const tender = tenders[(turn + parts.length) % tenders.length] ?? 'card'
    must(
      await seats.desk.payments.take({
        clickId: newId(),
        invoiceId,
        tender,
        amountCents,
        handedCents: tender === 'cash' ? amountCents : null,
        reference: tender === 'check' ? 'Check 1042' : '',
      }),
    )
  }
}
