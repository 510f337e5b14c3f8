import type { InfusionView } from '#contract/infusions'
import { useDo } from '#api/hooks'
import { useTypedNotes } from '#api/notes'
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
  const { run: write } = useDo(['infusions', 'writeNotes'])
  const notes = useTypedNotes({
    draft: `notes of infusion ${infusion.id}`,
    saved: infusion.notes,
    send: (text) => write({ infusionId: infusion.id, version: infusion.version, notes: text }),
    onFault: refuse,
  })
  if (!mayWrite) {
    return infusion.notes === '' ? null : (
      <Section title={treatment.notes}>
        <p className={css['notes']}>{infusion.notes}</p>
      </Section>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void notes.save()
      }}
    >
      <TextArea label={treatment.notes} value={notes.text} onChange={notes.type} />
      {!notes.isTyped ? null : (
        <div className={css['row']}>
          <Button type="submit" isBusy={notes.isSaving}>
            {common.save}
          </Button>
        </div>
      )}
    </form>
  )
}
