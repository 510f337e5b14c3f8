import type { AppointmentKind, AppointmentStatus } from '#domain/appointment-status'
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
  /**
   * Epoch milliseconds of the stored fact (issued, paid, discharged), not of the printing: a second print of the same
   * paper is the same file, byte for byte. Only the day sheet, which tells how things stand, has the printing's own.
   */
  readonly recordedAt: number
}

/** A paper for one patient, with a letterhead and a number. */
type PatientsPaper = AnyPaper & {
  readonly letterhead: Letterhead
  readonly number: string
  readonly patient: PaperPatient
}

export type InvoicePaper = PatientsPaper & {
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
export type ReceiptPaper = PatientsPaper & {
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
export type DischargePaper = PatientsPaper & {
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

/** One visit of the day sheet. What its reader may not see, or what is hidden for privacy, is null and not on paper. */
export type DayVisit = {
  readonly startMinute: number
  readonly endMinute: number
  readonly roomName: string
  /** The legal name, or initials while a patient can see the screen. */
  readonly patient: string
  readonly recordNumber: string
  readonly visit: AppointmentKind
  readonly infusion?: { readonly number: number; readonly planned: number }
  readonly status: AppointmentStatus
  /** Empty when nobody is named. */
  readonly escort: string | null
  readonly phone: string | null
  readonly balanceCents: Cents | null
}

/** The visits of a day, location by location, for the people of the clinic. */
export type DayPaper = AnyPaper & {
  readonly kind: 'day'
  readonly practiceName: string
  readonly day: Day
  readonly places: readonly {
    readonly locationName: string
    /** When it was printed, by the clock of the location. */
    readonly printed: { readonly day: Day; readonly minute: number }
    readonly visits: readonly DayVisit[]
  }[]
}

/** The papers that are about one patient. */
export type PatientPaper = InvoicePaper | ReceiptPaper | DischargePaper

export type Paper = PatientPaper | DayPaper
