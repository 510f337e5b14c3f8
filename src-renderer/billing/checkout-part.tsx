import type { Card } from '#contract/appointments'
import { useDo, useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/billing.module.css'

/** From the completed visit to its invoice, in one press. */
export function CheckoutPart({ card }: { card: Card }) {
  const desk = useDesk()
  const { billing } = useWords()
  const { refuse } = useNotices()
  const draft = useDo(['invoices', 'draft'])
  const isShown = (card.status === 'completed' || card.status === 'ready') && desk.may('invoices.see')
  const unbilled = useLook(['invoices', 'unbilled'], { locationId: card.slot.locationId }, { enabled: isShown })
  if (!isShown || unbilled.value === undefined || !desk.may('invoices.write')) return null
  const waits = unbilled.value.some((row) => row.appointmentId === card.id)
  const open = async () => {
    const reply = await draft.run({ appointmentId: card.id })
    if (reply.ok) desk.openInvoice(reply.value.invoiceId)
    else refuse(reply.fault)
  }
  return (
    <Section title={billing.checkout}>
      <div className={css['row']}>
        <Button variant={waits ? 'primary' : 'quiet'} isBusy={draft.isRunning} onClick={() => void open()}>
          {waits ? billing.bill : billing.openInvoice}
        </Button>
      </div>
    </Section>
  )
}
