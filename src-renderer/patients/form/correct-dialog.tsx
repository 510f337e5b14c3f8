import { useState } from 'react'
import { useDeskForm } from '#api/form'
import { useDo, type OutputOf } from '#api/hooks'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Form, useLeaving } from '#ui/form'
import { Notice, useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/form.module.css'
import { PatientFields } from './patient-fields.tsx'
import { correctDraft, fieldsShown, typedPatient } from './typed-patient.ts'

type Props = { page: OutputOf<'patients', 'page'>; onClose: () => void }

/** Corrects what is written down of a patient; what somebody else changed meanwhile can be brought in. */
export function CorrectDialog({ page, onClose }: Props) {
  const { patients, common } = useWords()
  const { say } = useNotices()
  const { run: correct } = useDo(['patients', 'correct'])
  const [isBehind, setBehind] = useState(false)
  const form = useDeskForm({
    schema: typedPatient,
    defaults: { version: page.version, fields: fieldsShown(page.fields) },
    draft: correctDraft(page.id),
    send: ({ version, fields }) => correct({ patientId: page.id, version, fields }),
    onDone: () => {
      say(patients.corrected)
      onClose()
    },
    onFault: ({ code }) => {
      setBehind(code === 'record.changed')
      return code === 'record.changed'
    },
  })
  const leaving = useLeaving(form.isTouched, () => {
    form.discard()
    onClose()
  })
  // Read, so that the form keeps count of what was typed: only that outlives what is brought in.
  const hasTyped = Object.keys(form.formState.dirtyFields).length > 0
  const takeOver = () => {
    form.reset({ version: page.version, fields: fieldsShown(page.fields) }, { keepDirtyValues: hasTyped })
    form.setValue('version', page.version)
    setBehind(false)
    say(patients.takenOver)
  }
  return (
    <Dialog isOpen onClose={leaving.ask} title={patients.correctTitle}>
      <Form
        label={patients.correctTitle}
        onSubmit={(event) => void form.send(event)}
        send={() => void form.send()}
        notice={form.notice}
        actions={
          <>
            <Button onClick={leaving.ask}>{common.back}</Button>
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {common.save}
            </Button>
          </>
        }
      >
        {isBehind ? (
          <Notice tone="refused">
            <p>{patients.changedText}</p>
            <div className={css['way']}>
              <Button onClick={takeOver}>{patients.takeOver}</Button>
            </div>
          </Notice>
        ) : null}
        <PatientFields control={form.control} />
      </Form>
      {leaving.dialog}
    </Dialog>
  )
}
