import { useState } from 'react'
import type { InfusionView } from '#contract/infusions'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { TextArea } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

/** What the clinician writes of the session. */
export function ClinicalNotes({ infusion, mayWrite }: { infusion: InfusionView; mayWrite: boolean }) {
  const { treatment, common } = useWords()
  const { refuse } = useNotices()
  const [typed, setTyped] = useState<string>()
  const write = useDo(['infusions', 'writeNotes'])
  if (!mayWrite) {
    return infusion.notes === '' ? null : (
      <Section title={treatment.notes}>
        <p className={css['notes']}>{infusion.notes}</p>
      </Section>
    )
  }
  const save = async () => {
    if (typed === undefined) return
    const reply = await write.run({ infusionId: infusion.id, version: infusion.version, notes: typed })
    if (reply.ok) setTyped(undefined)
    else refuse(reply.fault)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextArea label={treatment.notes} value={typed ?? infusion.notes} onChange={setTyped} />
      {typed === undefined || typed === infusion.notes ? null : (
        <div className={css['row']}>
          <Button type="submit" isBusy={write.isRunning}>
            {common.save}
          </Button>
        </div>
      )}
    </form>
  )
}
