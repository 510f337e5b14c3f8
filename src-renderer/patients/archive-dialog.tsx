import { useState } from 'react'
import { useDo } from '#api/hooks'
import type { Fault } from '#contract/faults'
import { DecisionDialog } from '#ui/dialog'
import { useDesk } from '#ui/desk-context'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import { shownName } from '#ui/shown-name'
import type { Page } from './use-standing.ts'

/** Takes a record out of use, or back into it, with a reason. */
export function ArchiveDialog({ page, isOpen, onClose }: { page: Page; isOpen: boolean; onClose: () => void }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { say } = useNotices()
  const archive = useDo(['patients', 'archive'])
  const restore = useDo(['patients', 'restore'])
  const [fault, setFault] = useState<Fault>()
  const name = shownName(page.name, desk.isPrivate)
  const back = page.isArchived
  const close = () => {
    setFault(undefined)
    onClose()
  }
  const confirmed = async (reason: string) => {
    const reply = await (back ? restore : archive).run({ patientId: page.id, reason })
    if (!reply.ok) {
      setFault(reply.fault)
      return
    }
    close()
    say(back ? patients.restoredNow : patients.archivedNow)
  }
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={close}
      title={back ? patients.restoreTitle(name) : patients.archiveTitle(name)}
      consequence={back ? patients.restoreText : patients.archiveText}
      confirm={back ? patients.restore : patients.archive}
      reasonLabel={common.reason}
      isDanger={!back}
      isBusy={archive.isRunning || restore.isRunning}
      fault={fault}
      onConfirm={(reason) => void confirmed(reason)}
    />
  )
}
