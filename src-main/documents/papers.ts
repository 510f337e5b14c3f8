import type { Day, Language } from '#domain/dates'
import type { Cents } from '#domain/money'

// What goes on paper, decided before it is printed: the papers hold stored figures and compute none.

/** Who sends the paper: the practice and the location whose address it carries. */
export type Letterhead = {
  readonly practiceName: string
  readonly legalName: string
  readonly locationName: string
  readonly addressLines: readonly string[]
  readonly phone: string
  readonly ein?: string
  readonly npi?: string
  /** A PNG picture in base64. */
  readonly logoPng?: string
}

export type PaperPatient = {
  readonly name: string
  readonly addressLines: readonly string[]
  readonly recordNumber: string
}

export type PaperProvider = { readonly name: string; readonly credentials: string; readonly npi: string }

export type Tender = 'cash' | 'check' | 'card' | 'hsa' | 'financing'

export type PaperLine = {
  readonly serviceDay: Day
  readonly description: string
  readonly quantity: number
  readonly unitCents: Cents
  readonly discountCents: Cents
  readonly totalCents: Cents
  readonly icd10Codes?: readonly string[]
}

/** Money that came in; a negative amount is a refund. */
export type PaperPayment = {
  readonly day: Day
  readonly tender: Tender
  readonly reference?: string
  readonly amountCents: Cents
}

type AnyPaper = {
  readonly language: Language
  readonly letterhead: Letterhead
  readonly number: string
  /**
   * Epoch milliseconds of the stored fact (issued, paid, discharged), not of the printing: a second print of the same
   * paper is the same file, byte for byte.
   */
  readonly recordedAt: number
  readonly patient: PaperPatient
}

export type InvoicePaper = AnyPaper & {
  readonly kind: 'invoice'
  readonly issuedDay: Day
  readonly provider: PaperProvider
  readonly lines: readonly PaperLine[]
  readonly totalCents: Cents
  readonly payments: readonly PaperPayment[]
  readonly paidCents: Cents
  /** What is still owed; negative is a credit of the patient. */
  readonly balanceCents: Cents
}

/** Proof of one payment, with all that an HSA or FSA asks for: patient, provider, day and kind of care, amount. */
export type ReceiptPaper = AnyPaper & {
  readonly kind: 'receipt'
  readonly provider: PaperProvider
  readonly payment: PaperPayment
  readonly invoiceNumber: string
  readonly lines: readonly PaperLine[]
  readonly totalCents: Cents
  /** All payments on the invoice up to and with this one. */
  readonly paidCents: Cents
  readonly balanceCents: Cents
}

/** What the patient and the escort take home. The minutes are of the day at the location. */
export type DischargePaper = AnyPaper & {
  readonly kind: 'discharge'
  readonly infusion: { readonly day: Day; readonly endedMinute: number }
  readonly dischargedMinute: number
  readonly dischargedBy: string
  readonly escort: { readonly name: string; readonly relationship: string; readonly phone: string }
  /** The end of the driving rule, as `drivingRule` finds it. */
  readonly noDrivingBefore: { readonly day: Day; readonly minute: number }
  readonly nextAppointment?: { readonly day: Day; readonly startMinute: number; readonly locationName: string }
  /** What the clinic adds for this patient, one sentence or paragraph each. */
  readonly instructions?: readonly string[]
}

export type Paper = InvoicePaper | ReceiptPaper | DischargePaper
