import { useState } from 'react'
import { z } from 'zod'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { savePaper } from '#api/papers'
import type { InvoiceView } from '#contract/invoices'
import { contract } from '#contract/house'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Bound, Form } from '#ui/form'
import { useFormats } from '#ui/formats'
import { Section } from '#ui/inspector'
import { Notice, useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { MoneyField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/billing.module.css'

const fields = contract.payments.take.input.shape
const typedPayment = z.strictObject({
  tender: fields.tender,
  amountCents: fields.amountCents,
  handedCents: fields.handedCents,
  reference: fields.reference,
})

/** What was paid, each with its receipt, and the next payment. */
export function PaymentsSection({ invoice }: { invoice: InvoiceView }) {
  const desk = useDesk()
  const { billing } = useWords()
  const { money, day } = useFormats()
  const { refuse } = useNotices()
  const receipt = useDo(['documents', 'receipt'])
  const [change, setChange] = useState('')
  const print = async (paymentId: string) => {
    const reply = await receipt.run({ paymentId })
    if (reply.ok) savePaper(reply.value)
    else refuse(reply.fault)
  }
  return (
    <Section title={billing.payments}>
      {invoice.payments.length === 0 ? <p className={css['hint']}>{billing.noPayments}</p> : null}
      <ul className={css['lines']}>
        {invoice.payments.map((payment) => (
          <li key={payment.id}>
            <span>
              {day(payment.day)} · {billing.tenders[payment.tender]}
              {payment.reference === '' ? '' : ` · ${payment.reference}`}
              <br />
              <Button variant="plain" isBusy={receipt.isRunning} onClick={() => void print(payment.id)}>
                {billing.printReceipt}
              </Button>
            </span>
            <strong>{money(payment.amountCents)}</strong>
          </li>
        ))}
      </ul>
      {change === '' ? null : <Notice tone="done">{billing.change(change)}</Notice>}
      {invoice.balanceCents > 0 && desk.may('payments.take') ? (
        <PaymentForm
          key={invoice.balanceCents}
          invoice={invoice}
          onTaken={(changeCents) => setChange(changeCents > 0 ? money(changeCents) : '')}
        />
      ) : null}
    </Section>
  )
}

type FormProps = { invoice: InvoiceView; onTaken: (changeCents: InvoiceView['paidCents']) => void }

function PaymentForm({ invoice, onTaken }: FormProps) {
  const { billing } = useWords()
  const { money } = useFormats()
  const { say } = useNotices()
  // One id a form: however often it is sent, it is one payment.
  const [clickId] = useState(() => crypto.randomUUID())
  const { run: take } = useDo(['payments', 'take'])
  const form = useDeskForm({
    schema: typedPayment,
    defaults: { tender: 'card', amountCents: invoice.balanceCents, handedCents: null, reference: '' },
    draft: `payment ${invoice.id}`,
    send: (typed) =>
      take({
        clickId,
        invoiceId: invoice.id,
        ...typed,
        handedCents: typed.tender === 'cash' ? typed.handedCents : null,
      }),
    onDone: ({ changeCents, balanceCents }, typed) => {
      say(billing.taken(money(typed.amountCents), money(balanceCents)))
      onTaken(changeCents)
    },
  })
  const tender = form.watch('tender')
  return (
    <Form
      label={billing.takePayment}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
          {billing.take}
        </Button>
      }
    >
      <div className={css['pairs']}>
        <Bound control={form.control} name="tender">
          {(field) => (
            <SelectField
              label={billing.tender}
              {...field}
              choices={fields.tender.options.map((value) => ({ value, label: billing.tenders[value] }))}
            />
          )}
        </Bound>
        <Bound control={form.control} name="amountCents">
          {(field) => <MoneyField label={billing.amount} {...field} />}
        </Bound>
        {tender === 'cash' ? (
          <Bound control={form.control} name="handedCents">
            {(field) => <MoneyField label={billing.handed} hint={billing.handedHint} {...field} />}
          </Bound>
        ) : (
          <Bound control={form.control} name="reference">
            {(field) => <TextField label={billing.reference} hint={billing.referenceHint} {...field} />}
          </Bound>
        )}
      </div>
    </Form>
  )
}
