import { readBack } from '../../golden/read-back.ts'

/** An invoice as somebody reads it on paper; every value as it is printed. */
export type PrintedInvoice = {
  readonly number: string
  readonly day: string
  readonly patientName: string
  readonly codes: string
  readonly lines: readonly {
    day: string
    description: string
    quantity: string
    unit: string
    discount: string
    amount: string
  }[]
  readonly payments: readonly { day: string; method: string; reference: string; amount: string }[]
  readonly total: string
  readonly paid: string
  readonly balance: string
}

/** Reads a printed invoice, with a reader that knows nothing of how it was made. */
export async function readInvoice(pdf: Uint8Array): Promise<PrintedInvoice> {
  const paper = await readBack(new Uint8Array(pdf))
  const lines = paper.pages.flatMap((page) => page.lines)
  const rows = paper.pages.flatMap((page) => page.rows)
  await paper.close()
  const [number = '', day = ''] = rowAfter(lines, 'Invoice no. | Issued | Provider | Location')
  const paymentsAt = rows.findIndex((row) => row.join() === 'Date,Method,Reference,Amount')
  const codes = /ICD-10: [A-Z0-9., ]+$/
  return {
    number,
    day,
    patientName: lines[lines.indexOf('Patient') + 2] ?? '',
    codes: lines.find((line) => codes.test(line)) ?? '',
    // The column of discounts is there when any line has one.
    lines: rows
      .slice(1, paymentsAt)
      .map(([on = '', description = '', quantity = '', unit = '', discount = '', amount = '']) => ({
        day: on,
        description: description.replace(codes, '').trim(),
        quantity,
        unit,
        discount,
        amount,
      })),
    payments: rows.slice(paymentsAt + 1).map(([on = '', method = '', reference = '', amount = '']) => ({
      day: on,
      method,
      reference,
      amount,
    })),
    total: valueOf(lines, 'Total'),
    paid: valueOf(lines, 'Paid'),
    balance: valueOf(lines, 'Paid in full'),
  }
}

function rowAfter(lines: readonly string[], head: string): readonly string[] {
  return (lines[lines.indexOf(head) + 1] ?? '').split(' | ')
}

function valueOf(lines: readonly string[], word: string): string {
  return lines.find((line) => line.startsWith(`${word} | `))?.split(' | ')[1] ?? ''
}
