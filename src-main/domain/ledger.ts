import { addCents, cents, type Cents } from './money.ts'

/** Every kind of ledger entry. */
export const entryKinds = ['charge', 'payment', 'refund', 'credit', 'adjustment'] as const

/** Why money is owed or no longer owed. */
export type EntryKind = (typeof entryKinds)[number]

/** One entry of a patient's ledger, in cents: positive is owed by the patient, negative to the patient's good. */
export type Entry = {
  readonly kind: EntryKind
  readonly amountCents: Cents
  readonly invoiceId?: string | null | undefined
  readonly patientId: string
}

/** What the entries leave to pay, in cents; negative when the practice owes the patient. */
export function balanceOf(entries: readonly Pick<Entry, 'amountCents'>[]): Cents {
  return addCents(...entries.map((entry) => entry.amountCents))
}

/** What each invoice leaves to pay, in cents; entries that belong to no invoice are under `undefined`. */
export function balanceByInvoice(entries: readonly Entry[]): ReadonlyMap<string | undefined, Cents> {
  const balances = new Map<string | undefined, Cents>()
  for (const entry of entries) {
    const invoiceId = entry.invoiceId ?? undefined
    balances.set(invoiceId, addCents(balances.get(invoiceId) ?? cents(0), entry.amountCents))
  }
  return balances
}

/**
 * Whether the amount has the sign of its kind: charges are not negative, refunds add to what is owed, payments and
 * credits take from it, an adjustment goes either way; only a charge may be zero.
 */
export function hasSignOfKind(entry: Pick<Entry, 'kind' | 'amountCents'>): boolean {
  switch (entry.kind) {
    case 'charge':
      return entry.amountCents >= 0
    case 'refund':
      return entry.amountCents > 0
    case 'payment':
    case 'credit':
      return entry.amountCents < 0
    case 'adjustment':
      return entry.amountCents !== 0
  }
}
