import { Plus, X } from 'lucide-react'
import { useFieldArray } from 'react-hook-form'
import { z } from 'zod'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { lineFields, type InvoiceView } from '#contract/invoices'
import { cents } from '#domain/money'
import { Button, IconButton } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Bound, Form } from '#ui/form'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { DayField, MoneyField, NumberField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/billing.module.css'

const typedLines = z.strictObject({ lines: z.array(lineFields).max(60, 'too-many') })

/** The lines of a draft, to be changed until it is issued. */
export function DraftLines({ invoice }: { invoice: InvoiceView }) {
  const desk = useDesk()
  const { billing } = useWords()
  const { say } = useNotices()
  const { run: change } = useDo(['invoices', 'changeDraft'])
  const form = useDeskForm({
    schema: typedLines,
    defaults: { lines: invoice.lines.map(({ totalCents: _total, ...line }) => line) },
    // Of this version only: lines typed over what a colleague has changed since would undo the change.
    draft: `lines of invoice ${invoice.id} ${invoice.version}`,
    send: ({ lines }) => change({ invoiceId: invoice.id, version: invoice.version, lines }),
    onDone: () => say(billing.linesSaved),
  })
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'lines' })
  return (
    <Section title={billing.lines}>
      <Form
        label={billing.lines}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <>
            <Button
              icon={Plus}
              onClick={() =>
                append({
                  serviceId: null,
                  serviceDay: invoice.lines[0]?.serviceDay ?? desk.today,
                  description: '',
                  quantity: 1,
                  unitCents: cents(0),
                  discountCents: cents(0),
                })
              }
            >
              {billing.addLine}
            </Button>
            {form.isTouched ? (
              <Button type="submit" variant="primary" isBusy={form.isSending}>
                {billing.saveLines}
              </Button>
            ) : null}
          </>
        }
      >
        {fields.map((line, at) => (
          <fieldset key={line.id} className={css['draftline']}>
            <legend className="visually-hidden">{line.description}</legend>
            <div className={css['wide']}>
              <Bound control={form.control} name={`lines.${at}.description`}>
                {(field) => <TextField label={billing.description} {...field} />}
              </Bound>
            </div>
            <Bound control={form.control} name={`lines.${at}.serviceDay`}>
              {(field) => <DayField label={billing.serviceDay} {...field} today={desk.today} />}
            </Bound>
            <Bound control={form.control} name={`lines.${at}.quantity`}>
              {(field) => <NumberField label={billing.quantity} {...field} />}
            </Bound>
            <Bound control={form.control} name={`lines.${at}.unitCents`}>
              {(field) => <MoneyField label={billing.unit} {...field} />}
            </Bound>
            <Bound control={form.control} name={`lines.${at}.discountCents`}>
              {(field) => <MoneyField label={billing.discount} {...field} />}
            </Bound>
            <IconButton icon={X} label={billing.removeLine} onClick={() => remove(at)} />
          </fieldset>
        ))}
      </Form>
    </Section>
  )
}
