import type { AppointmentKind, AppointmentStatus } from '#domain/appointment-status'
import type { Tender } from './papers.ts'

const tenders: Record<Tender, string> = {
  cash: 'Cash',
  check: 'Check',
  card: 'Card',
  hsa: 'HSA or FSA card',
  financing: 'Financing',
}

const kinds: Record<AppointmentKind, string> = {
  infusion: 'Infusion',
  consultation: 'Consultation',
  check: 'Check-up',
}

const statuses: Record<AppointmentStatus, string> = {
  booked: 'Booked',
  confirmed: 'Confirmed',
  arrived: 'Arrived',
  roomed: 'In the chair',
  infusing: 'Infusing',
  recovering: 'Recovering',
  ready: 'Ready to leave',
  completed: 'Completed',
  cancelled: 'Cancelled',
  late_cancelled: 'Cancelled late',
  no_show: 'No-show',
}

/** Every printed sentence in English; the Spanish ones have the same keys by type. */
export const en = {
  lang: 'en-US',
  page: (n: number, of: number) => `Page ${n} of ${of}`,
  continued: (title: string) => `${title}, continued`,
  phone: (phone: string) => `Phone ${phone}`,
  ein: (ein: string) => `EIN ${ein}`,
  npi: (npi: string) => `NPI ${npi}`,
  patient: 'Patient',
  recordNumber: (number: string) => `Record no. ${number}`,
  provider: 'Provider',
  location: 'Location',
  services: 'Services',
  dateOfService: 'Date of service',
  description: 'Description',
  quantity: 'Qty',
  unitPrice: 'Unit price',
  discount: 'Discount',
  amount: 'Amount',
  total: 'Total',
  paid: 'Paid',
  payments: 'Payments',
  date: 'Date',
  method: 'Method',
  reference: 'Reference',
  refund: (tender: string) => `Refund, ${tender.toLowerCase()}`,
  tenders,

  invoice: 'Invoice',
  invoiceNumber: 'Invoice no.',
  issued: 'Issued',
  balanceDue: 'Balance due',
  paidInFull: 'Paid in full',
  creditForYou: 'Credit in your favor',
  noPayments: 'No payment has been received yet.',
  questions: (phone: string) => `Questions about this invoice? Call us at ${phone}.`,

  receipt: 'Payment receipt',
  amountPaid: 'Amount paid',
  amountRefunded: 'Amount refunded',
  received: 'Date of payment',
  refunded: 'Date of refund',
  paidBy: 'Paid by',
  receiptNumber: 'Receipt no.',
  careReceived: 'Care received',
  invoiceTotal: (number: string) => `Total of invoice ${number}`,
  paidToDate: 'Paid to date',
  leftOnInvoice: 'Left on this invoice',
  confirmsPayment: (name: string, amount: string, day: string, provider: string) =>
    `We received ${amount} from or on behalf of ${name} on ${day} for the medical care listed here, provided by ${provider}.`,
  confirmsRefund: (name: string, amount: string, day: string) =>
    `We refunded ${amount} to or on behalf of ${name} on ${day} for the medical care listed here.`,
  keepForHsa:
    'Keep this receipt for your HSA or FSA: it names the patient, the provider, the date of service, the care and the amount paid. Your plan administrator decides what can be reimbursed.',

  discharge: 'Going home after your infusion',
  dischargeTitle: 'Discharge sheet',
  infusionDay: 'Infusion',
  infusionEnded: (time: string) => `ended ${time}`,
  leftAt: 'Discharged',
  goesHomeWith: 'Goes home with',
  drivingRule: (weekday: string, day: string, time: string) =>
    `No driving before your next full night's sleep, and at least until ${weekday}, ${day}, ${time}.`,
  drivingWhole:
    "Wait for both: the night's sleep and the hour. The same goes for bicycles, machines and anything else that needs you fully alert.",
  today: 'Until then',
  todayList: [
    'Go straight home with your escort. A responsible adult should stay with you for the rest of the day.',
    'No alcohol, no cannabis and nothing that makes you sleepy, unless our provider has told you to take it.',
    'Make no important decisions and sign no legal papers.',
    'Stand up slowly. Eat lightly and drink water.',
    'Keep taking your other medicines as prescribed. Do not stop or change any of them without asking your physician.',
  ],
  whatIsUsual: 'What is usual',
  whatIsUsualText:
    'Dizziness, tiredness, nausea or feeling unreal usually pass 30 to 60 minutes after the infusion. Call us if they last into the evening or come back.',
  forYou: 'For you in particular',
  whenToCall: 'When to call',
  callUs: (phone: string) => `Call us at ${phone} with any question or worry.`,
  call911: 'Call 911 for chest pain, trouble breathing, fainting, or if the person cannot be woken.',
  call988:
    'If you think about hurting yourself or ending your life, call or text 988, day or night. If you are in danger now, call 911.',
  nextAppointment: (weekday: string, day: string, time: string, location: string) =>
    `Next appointment: ${weekday}, ${day}, ${time}, ${location}`,
  understood: 'These instructions were explained to us and we understand them.',
  signatures: { patient: 'Patient', escort: 'Escort', staff: 'Discharged by' },

  daySheet: {
    title: (day: string) => `Day sheet ${day}`,
    on: (location: string, weekday: string, day: string) => `${location}, ${weekday}, ${day}`,
    visits: (count: number) => (count === 1 ? '1 visit' : `${count} visits`),
    printed: (day: string, time: string) => `Printed ${day}, ${time}`,
    nothing: 'Nothing is booked on this day.',
    time: 'Time',
    until: (time: string) => `to ${time}`,
    room: 'Room',
    visit: 'Visit',
    infusionOf: (n: number, of: number) => `${n} of ${of}`,
    status: 'Status',
    escort: 'Escort',
    noEscort: 'none',
    balance: 'Balance',
    kinds,
    statuses,
  },
}

export type Words = typeof en
