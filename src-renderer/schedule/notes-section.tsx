import { useState } from 'react'
import type { Card } from '#contract/appointments'
import { useDo } from '#api/hooks'
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
  const [typed, setTyped] = useState<string>()
  const change = useDo(['appointments', 'changeNotes'])
  if (!desk.may('appointments.write')) {
    return card.notes === '' ? null : <Section title={schedule.notes}>{card.notes}</Section>
  }
  const save = async () => {
    if (typed === undefined) return
    const reply = await change.run({ appointmentId: card.id, version: card.version, notes: typed })
    if (reply.ok) setTyped(undefined)
    else refuse(reply.fault)
  }
  return (
    <form
      className={css['panelfields']}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField label={schedule.notes} value={typed ?? card.notes} onChange={setTyped} maxLength={500} />
      {typed === undefined || typed === card.notes ? null : (
        <div className={css['row']}>
          <Button type="submit" isBusy={change.isRunning}>
            {common.save}
          </Button>
        </div>
      )}
    </form>
  )
}
