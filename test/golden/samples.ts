import { addDays, day } from '#domain/dates'
import { cents } from '#domain/money'
import type {
  DayPaper,
  DayVisit,
  DischargePaper,
  InvoicePaper,
  Letterhead,
  PaperLine,
  PaperPatient,
  ReceiptPaper,
} from '#documents/papers'

export const letterhead: Letterhead = {
  practiceName: 'Pacific Light Ketamine',
  legalName: 'Pacific Light Medical Group, Inc.',
  locationName: 'Santa Monica',
  addressLines: ['1450 Ocean Park Blvd, Suite 210', 'Santa Monica, CA 90405'],
  phone: '(310) 555-0142',
  ein: '00-1234567',
  npi: '1234567893',
}

export const zoe: PaperPatient = {
  name: 'Zoë Müller-Ñáñez',
  addressLines: ['1842 Calle Peñasco, Apt 5', 'Oxnard, CA 93030'],
  recordNumber: 'SM1-000042',
}

export const provider = { name: 'Dana Whitfield', credentials: 'MD', npi: '1245319599' }

const care = [
  'Ketamine infusion, mood protocol, 40 minutes, with continuous monitoring',
  'Ondansetron 4 mg IV for nausea',
  'Extended nursing observation after the infusion, 30 more minutes because of a passing rise of the blood pressure (148/92), resolved without medication',
  'Physician consultation, 60 minutes',
]

/** So many different lines: every third with a discount. */
export function linesOf(count: number): PaperLine[] {
  return Array.from({ length: count }, (_, n) => {
    const quantity = 1 + (n % 2)
    const unit = 52_500 + n * 137
    const discount = n % 3 === 2 ? 5_000 : 0
    return {
      serviceDay: addDays(day('2026-01-05'), n * 3),
      description: care[n % care.length] ?? '',
      quantity,
      unitCents: cents(unit),
      discountCents: cents(discount),
      totalCents: cents(unit * quantity - discount),
    }
  })
}

export function invoiceOf(change: Partial<InvoicePaper> = {}): InvoicePaper {
  const lines = change.lines ?? linesOf(1)
  const total = lines.reduce((sum, line) => sum + line.totalCents, 0)
  return {
    kind: 'invoice',
    language: 'en',
    letterhead,
    number: 'SM1-2026-000001',
    recordedAt: Date.UTC(2026, 2, 10, 18, 30),
    issuedDay: day('2026-03-10'),
    patient: zoe,
    provider,
    lines,
    totalCents: cents(total),
    payments: [
      { day: day('2026-03-10'), tender: 'hsa', reference: 'Visa 1881', amountCents: cents(20_000) },
      { day: day('2026-03-12'), tender: 'check', reference: 'No. 1093', amountCents: cents(12_550) },
    ],
    paidCents: cents(32_550),
    balanceCents: cents(total - 32_550),
    ...change,
  }
}

export function receiptOf(change: Partial<ReceiptPaper> = {}): ReceiptPaper {
  return {
    kind: 'receipt',
    language: 'en',
    letterhead,
    number: 'SM1-2026-P000007',
    recordedAt: Date.UTC(2026, 2, 10, 18, 45),
    patient: zoe,
    provider,
    payment: { day: day('2026-03-10'), tender: 'hsa', reference: 'Visa 1881', amountCents: cents(20_000) },
    invoiceNumber: 'SM1-2026-000001',
    lines: linesOf(2),
    totalCents: cents(157_774),
    paidCents: cents(32_550),
    balanceCents: cents(125_224),
    ...change,
  }
}

export function dischargeOf(change: Partial<DischargePaper> = {}): DischargePaper {
  return {
    kind: 'discharge',
    language: 'en',
    letterhead,
    number: 'SM1-D-000118',
    recordedAt: Date.UTC(2026, 2, 10, 19, 10),
    patient: zoe,
    infusion: { day: day('2026-03-10'), endedMinute: 665 },
    dischargedMinute: 715,
    dischargedBy: 'Inés Robles, RN',
    escort: { name: 'Ana Ñáñez', relationship: 'sister', phone: '(805) 555-0177' },
    noDrivingBefore: { day: day('2026-03-11'), minute: 665 },
    nextAppointment: { day: day('2026-03-13'), startMinute: 600, locationName: 'Oxnard' },
    instructions: ['Take the blood pressure tonight before bed and write it down.'],
    ...change,
  }
}

const names = [zoe.name, 'Ruth Alvarado', 'Maximiliana Fernández-Echeverría y Montemayor', '李小龙', "Sean O'Shea"]
const statuses = ['completed', 'recovering', 'no_show', 'arrived', 'booked'] as const
const balances = [0, 125_224, -5_000, 1_052_500, 40_000]

/** So many visits, each half an hour after the one before: every fourth a consultation, every third without an escort. */
export function visitsOf(count: number): DayVisit[] {
  return Array.from({ length: count }, (_, n) => {
    const isInfusion = n % 4 !== 3
    return {
      startMinute: 480 + n * 5,
      endMinute: 590 + n * 5,
      roomName: ['Chair 1', 'Chair 2', 'Quiet room'][n % 3] ?? '',
      patient: names[n % names.length] ?? '',
      recordNumber: `SM1-0000${42 + n}`,
      visit: isInfusion ? 'infusion' : 'consultation',
      ...(isInfusion ? { infusion: { number: 1 + (n % 6), planned: 6 } } : {}),
      status: statuses[n % statuses.length] ?? 'booked',
      escort: !isInfusion || n % 3 === 2 ? '' : 'Ana Ñáñez',
      phone: '(805) 555-0177',
      balanceCents: cents(balances[n % balances.length] ?? 0),
    }
  })
}

export function dayOf(change: Partial<DayPaper> = {}): DayPaper {
  const printed = { day: day('2026-03-10'), minute: 545 }
  return {
    kind: 'day',
    language: 'en',
    recordedAt: Date.UTC(2026, 2, 10, 16, 5),
    practiceName: letterhead.practiceName,
    day: day('2026-03-10'),
    places: [
      { locationName: 'Santa Monica', printed, visits: visitsOf(5) },
      { locationName: 'Oxnard', printed, visits: [] },
    ],
    ...change,
  }
}
