import { z } from 'zod'
import { command } from './define.ts'
import { dayText, id } from './shapes.ts'

/** A printed paper: a file name that says nothing of a patient, and the PDF itself in base64. */
const paper = z.strictObject({ fileName: z.string(), pdfBase64: z.string() })

/** Papers, in the language of who reads them. Each printing is written to the audit log, so these are commands. */
export const documents = {
  invoice: command({ needs: 'invoices.see', input: z.strictObject({ invoiceId: id }), output: paper, touches: [] }),
  receipt: command({ needs: 'invoices.see', input: z.strictObject({ paymentId: id }), output: paper, touches: [] }),
  discharge: command({ needs: 'infusions.see', input: z.strictObject({ infusionId: id }), output: paper, touches: [] }),
  /** The visits of a day, of one location or of all; with initials and no phones while a patient can see the screen. */
  day: command({
    needs: 'appointments.see',
    input: z.strictObject({
      day: dayText,
      locationId: id.nullable(),
      isPrivate: z.boolean(),
      language: z.enum(['en', 'es']),
    }),
    output: paper,
    touches: [],
  }),
}
