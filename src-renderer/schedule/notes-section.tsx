import type { Card } from '#contract/appointments'
import { useDo } from '#api/hooks'
import { useTypedNotes } from '#api/notes'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/booking.module.css'

/** What the desk noted for this appointment; changed in place. */
export function NotesSection({ card }: { card: Card }) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const { refuse } = useNotices()
  const { run: change } = useDo(['appointments', 'changeNotes'])
  const notes = useTypedNotes({
    draft: `notes of appointment ${card.id}`,
    saved: card.notes,
    send: (text) => change({ appointmentId: card.id, version: card.version, notes: text }),
    onFault: refuse,
  })
  if (!desk.may('appointments.write')) {
    return card.notes === '' ? null : <Section title={schedule.notes}>{card.notes}</Section>
  }
  return (
    <form
      className={css['panelfields']}
      onSubmit={(event) => {
        event.preventDefault()
        void notes.save()
      }}
    >
      <TextField label={schedule.notes} value={notes.text} onChange={notes.type} maxLength={500} />
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
