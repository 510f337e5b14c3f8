import type { InvoiceView } from '#contract/invoices'
import { useFormats } from '#ui/formats'
import { Section } from '#ui/inspector'
import { useWords } from '#ui/words'
import css from './css/billing.module.css'

/** The lines of an invoice as they stand. */
export function IssuedLines({ invoice }: { invoice: InvoiceView }) {
  const { billing } = useWords()
  const { money, day } = useFormats()
  return (
    <Section title={billing.lines}>
      <ul className={css['lines']}>
        {invoice.lines.map((line, index) => (
          <li key={index}>
            <span>
              {line.description}
              <br />
              <small>
                {day(line.serviceDay)}
                {line.quantity === 1 ? '' : ` · ${line.quantity} × ${money(line.unitCents)}`}
                {line.discountCents === 0 ? '' : ` · ${billing.discount} ${money(line.discountCents)}`}
              </small>
            </span>
            <strong>{money(line.totalCents)}</strong>
          </li>
        ))}
      </ul>
    </Section>
  )
}
