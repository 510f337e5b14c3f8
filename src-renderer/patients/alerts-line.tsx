import { Plus, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { useDo } from '#api/hooks'
import type { Fault } from '#contract/faults'
import { Button, IconButton } from '#ui/button'
import { DecisionDialog } from '#ui/dialog'
import { useKeys } from '#ui/keys'
import { useWords } from '#ui/words'
import css from './css/patient.module.css'
import type { Page } from './use-standing.ts'

type Alert = Page['alerts'][number]

/** What everybody must mind about this patient; removed with a reason, kept in the history. */
export function AlertsLine({ page, mayWrite }: { page: Page; mayWrite: boolean }) {
  const { patients, common } = useWords()
  const add = useDo(['patients', 'addAlert'])
  const archive = useDo(['patients', 'archiveAlert'])
  const [asking, setAsking] = useState<'add' | Alert>()
  const [fault, setFault] = useState<Fault>()
  const removing = asking === 'add' ? undefined : asking
  const ask = (what: 'add' | Alert | undefined) => {
    setFault(undefined)
    setAsking(what)
  }
  useKeys([{ keys: 'A', label: patients.addAlert, run: () => ask('add'), isOff: !mayWrite }])
  if (page.alerts.length === 0 && !mayWrite) return null

  const confirmed = async (text: string) => {
    const reply =
      removing === undefined
        ? await add.run({ patientId: page.id, text })
        : await archive.run({ alertId: removing.id, reason: text })
    if (reply.ok) ask(undefined)
    else setFault(reply.fault)
  }
  return (
    <div className={css['alerts']}>
      {page.alerts.length === 0 ? null : (
        <ul aria-label={patients.alerts}>
          {page.alerts.map((alert) => (
            <li key={alert.id} className={css['alert']}>
              <TriangleAlert size={14} aria-hidden />
              <span>{alert.text}</span>
              {mayWrite ? (
                <IconButton icon={X} label={patients.removeAlert(alert.text)} onClick={() => ask(alert)} />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <Button variant="plain" icon={Plus} keyHint="A" onClick={() => ask('add')}>
          {patients.addAlert}
        </Button>
      ) : null}
      <DecisionDialog
        key={removing?.id ?? 'add'}
        isOpen={asking !== undefined}
        onClose={() => ask(undefined)}
        title={removing === undefined ? patients.addAlert : patients.removeAlertTitle}
        consequence={removing === undefined ? patients.addAlertText : patients.removeAlertText(removing.text)}
        confirm={removing === undefined ? common.add : patients.removeAlertConfirm}
        reasonLabel={removing === undefined ? patients.alert : common.reason}
        isDanger={removing !== undefined}
        isBusy={add.isRunning || archive.isRunning}
        fault={fault}
        onConfirm={(text) => void confirmed(text)}
      />
    </div>
  )
}
