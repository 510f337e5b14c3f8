import { useState } from 'react'
import { z } from 'zod'
import { adverseEventKinds, type InfusionView } from '#contract/infusions'
import { useDeskForm, useDraftWaits } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Bound, Form } from '#ui/form'
import { useFormats } from '#ui/formats'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

type Props = { infusion: InfusionView; zone: string; mayWrite: boolean }

/** Typed at the chair; the time is that of typing. */
const typedEvent = z.strictObject({
  what: z.enum(adverseEventKinds),
  grade: z.int().min(1).max(5),
  notes: z.string().max(500, 'too-long'),
})

/** What went wrong, how much, from when to when. */
export function EventsSection({ infusion, zone, mayWrite }: Props) {
  const desk = useDesk()
  const { treatment } = useWords()
  const { time } = useFormats()
  const { refuse } = useNotices()
  const isKept = useDraftWaits(`event ${infusion.id}`)
  const [isAdding, setAdding] = useState(isKept)
  const end = useDo(['infusions', 'endAdverseEvent'])
  const isOver = async (adverseEventId: string) => {
    const reply = await end.run({ adverseEventId, endedAt: desk.now() })
    if (!reply.ok) refuse(reply.fault)
  }
  const names: Readonly<Record<string, string>> = treatment.eventKinds
  return (
    <Section
      title={treatment.events}
      aside={
        mayWrite && !isAdding ? (
          <Button variant="plain" onClick={() => setAdding(true)}>
            {treatment.addEvent}
          </Button>
        ) : null
      }
    >
      {infusion.adverseEvents.length === 0 && !isAdding ? <p className={css['hint']}>{treatment.noEvents}</p> : null}
      <ul className={css['events']}>
        {infusion.adverseEvents.map((event) => (
          <li key={event.id}>
            <span>
              <strong>{names[event.what] ?? event.what}</strong> · {treatment.grades(event.grade)}
              {event.notes === '' ? '' : ` · ${event.notes}`}
              <br />
              <small>
                {event.endedAt === null
                  ? treatment.since(time(event.startedAt, zone))
                  : treatment.fromTo(time(event.startedAt, zone), time(event.endedAt, zone))}
              </small>
            </span>
            {mayWrite && event.endedAt === null ? (
              <Button isBusy={end.isRunning} onClick={() => void isOver(event.id)}>
                {treatment.eventOver}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdding ? <EventForm infusion={infusion} onDone={() => setAdding(false)} /> : null}
    </Section>
  )
}

function EventForm({ infusion, onDone }: { infusion: InfusionView; onDone: () => void }) {
  const desk = useDesk()
  const { treatment, common } = useWords()
  const { run: add } = useDo(['infusions', 'addAdverseEvent'])
  const form = useDeskForm({
    schema: typedEvent,
    defaults: { what: 'nausea', grade: 1, notes: '' },
    draft: `event ${infusion.id}`,
    send: (typed) => add({ infusionId: infusion.id, ...typed, startedAt: desk.now() }),
    onDone,
  })
  return (
    <Form
      label={treatment.addEvent}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <>
          <Button
            onClick={() => {
              form.discard()
              onDone()
            }}
          >
            {common.cancel}
          </Button>
          <Button type="submit" variant="primary" isBusy={form.isSending}>
            {common.save}
          </Button>
        </>
      }
    >
      <div className={css['pairs']}>
        <Bound control={form.control} name="what">
          {(field) => (
            <SelectField
              label={treatment.what}
              {...field}
              autoFocus
              choices={adverseEventKinds.map((kind) => ({ value: kind, label: treatment.eventKinds[kind] }))}
            />
          )}
        </Bound>
        <Bound control={form.control} name="grade">
          {(field) => (
            <SelectField
              label={treatment.grade}
              {...field}
              choices={[1, 2, 3, 4, 5].map((grade) => ({ value: grade, label: treatment.grades(grade) }))}
            />
          )}
        </Bound>
      </div>
      <Bound control={form.control} name="notes">
        {(field) => <TextField label={treatment.eventNotes} {...field} />}
      </Bound>
    </Form>
  )
}
