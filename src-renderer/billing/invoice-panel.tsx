import { useState } from 'react'
import { useDo, useLook } from '#api/hooks'
import { savePaper } from '#api/papers'
import type { InvoiceView } from '#contract/invoices'
import { Button } from '#ui/button'
import { DecisionDialog } from '#ui/dialog'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Facts, Inspector } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { FaultNotice, useNotices } from '#ui/notice'
import { LocationBadge, Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/billing.module.css'
import { DraftLines } from './draft-lines.tsx'
import { IssuedLines } from './issued-lines.tsx'
import { PaymentsSection } from './payments-section.tsx'
import { shownName } from '#ui/shown-name'

/** One invoice beside the list: a draft to be checked and issued, or an issued one to be paid and printed. */
export function InvoicePanel({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { billing } = useWords()
  const invoice = useLook(['invoices', 'get'], { invoiceId })
  if (invoice.value === undefined) {
    return (
      <Inspector title={billing.invoices} onClose={onClose}>
        <FaultNotice fault={invoice.fault} />
      </Inspector>
    )
  }
  return <Invoice invoice={invoice.value} onClose={onClose} />
}

type Asking = 'issue' | 'discard' | undefined

function Invoice({ invoice, onClose }: { invoice: InvoiceView; onClose: () => void }) {
  const desk = useDesk()
  const { billing, common } = useWords()
  const { money, day } = useFormats()
  const { say, refuse } = useNotices()
  const [asking, setAsking] = useState<Asking>()
  const issue = useDo(['invoices', 'issue'])
  const discard = useDo(['invoices', 'discardDraft'])
  const paper = useDo(['documents', 'invoice'])
  const isDraft = invoice.standing === 'draft'
  const isIssued = !isDraft && invoice.standing !== 'discarded'
  const mayWrite = desk.may('invoices.write')

  const decide = async (reason: string) => {
    if (asking === 'issue') {
      const reply = await issue.run({ invoiceId: invoice.id, version: invoice.version })
      setAsking(undefined)
      if (reply.ok) say(billing.issued(reply.value.number))
      else refuse(reply.fault)
      return
    }
    const reply = await discard.run({ invoiceId: invoice.id, reason })
    setAsking(undefined)
    if (reply.ok) onClose()
    else refuse(reply.fault)
  }
  const print = async () => {
    const reply = await paper.run({ invoiceId: invoice.id })
    if (!reply.ok) {
      refuse(reply.fault)
      return
    }
    savePaper(reply.value)
    say(billing.saved(reply.value.fileName))
  }
  useKeys([
    {
      keys: 'Ctrl+Enter',
      label: billing.issue,
      run: () => setAsking('issue'),
      isOff: !isDraft || !mayWrite,
      notInPalette: true,
    },
    { keys: 'Ctrl+P', label: billing.printInvoice, run: () => void print(), isOff: !isIssued },
    { keys: 'O', label: billing.patient, run: () => desk.openPatient(invoice.patientId) },
  ])

  return (
    <Inspector
      title={isIssued ? invoice.number : billing.noNumber}
      badge={
        <>
          <LocationBadge code={invoice.locationCode} />
          <Tag tone={!isIssued ? 'plain' : invoice.standing === 'settled' ? 'good' : 'caution'}>
            {billing.standings[invoice.standing]}
          </Tag>
        </>
      }
      onClose={onClose}
      actions={
        isDraft ? (
          mayWrite ? (
            <>
              <Button variant="danger" onClick={() => setAsking('discard')}>
                {billing.discard}
              </Button>
              <Button variant="primary" keyHint="Ctrl+Enter" onClick={() => setAsking('issue')}>
                {billing.issue}
              </Button>
            </>
          ) : null
        ) : !isIssued ? null : (
          <Button keyHint="Ctrl+P" isBusy={paper.isRunning} onClick={() => void print()}>
            {billing.printInvoice}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [
            billing.patient,
            <Button key="patient" variant="plain" onClick={() => desk.openPatient(invoice.patientId)}>
              {shownName(invoice.patientName, desk.isPrivate)}
            </Button>,
          ],
          [billing.day, day(invoice.day)],
        ]}
      />
      {isDraft && mayWrite ? <DraftLines key={invoice.version} invoice={invoice} /> : <IssuedLines invoice={invoice} />}
      <dl className={css['sums']}>
        <div>
          <dt>{billing.total}</dt>
          <dd>{money(invoice.totalCents)}</dd>
        </div>
        {!isIssued ? null : (
          <>
            <div>
              <dt>{billing.paid}</dt>
              <dd>{money(invoice.paidCents)}</dd>
            </div>
            <div className={css['balance']}>
              <dt>{billing.balance}</dt>
              <dd>{money(invoice.balanceCents)}</dd>
            </div>
          </>
        )}
      </dl>
      {!isIssued ? null : <PaymentsSection invoice={invoice} />}
      <DecisionDialog
        key={asking}
        isOpen={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={asking === 'issue' ? billing.issueTitle : billing.discardTitle}
        consequence={asking === 'issue' ? billing.issueText(money(invoice.totalCents)) : billing.discardText}
        confirm={asking === 'issue' ? billing.issueConfirm : billing.discardConfirm}
        isDanger={asking === 'discard'}
        isBusy={issue.isRunning || discard.isRunning}
        {...(asking === 'discard' ? { reasonLabel: common.reason } : {})}
        onConfirm={(reason) => void decide(reason)}
      />
    </Inspector>
  )
}
