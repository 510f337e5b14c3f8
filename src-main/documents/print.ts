import { assertNever } from '#domain/certain'
import { printDay } from './day.ts'
import { printDischarge } from './discharge.ts'
import { printInvoice } from './invoice.ts'
import type { Paper } from './papers.ts'
import { printReceipt } from './receipt.ts'
import type { Faces } from './worker/fonts.ts'

/** The paper as a tagged PDF with embedded fonts; the same paper always gives the same bytes. */
export function printPaper(paper: Paper, faces: Faces): Promise<Uint8Array<ArrayBuffer>> {
  switch (paper.kind) {
    case 'invoice':
      return printInvoice(paper, faces)
    case 'receipt':
      return printReceipt(paper, faces)
    case 'discharge':
      return printDischarge(paper, faces)
    case 'day':
      return printDay(paper, faces)
    default:
      return assertNever(paper)
  }
}
