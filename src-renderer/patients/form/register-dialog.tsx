import { useRef, useState } from 'react'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { DecisionDialog, Dialog } from '#ui/dialog'
import { Form, useLeaving } from '#ui/form'
import { useNotices } from '#ui/notice'
import { useLanguage, useWords } from '#ui/words'
import css from './css/form.module.css'
import { LookAlikes, useLookAlikes } from './look-alikes.tsx'
import { PatientFields } from './patient-fields.tsx'
import { beginWith, registerDraft, typedPatient } from './typed-patient.ts'

/** Registers somebody new; those who may be the same person stand beside the form. `typed` was searched in vain. */
export function RegisterDialog({ typed, onClose }: { typed: string; onClose: () => void }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { language } = useLanguage()
  const { say } = useNotices()
  const register = useDo(['patients', 'register'])
  const isSomebodyElse = useRef(false)
  const [isAsking, setAsking] = useState(false)
  const [instead, setInstead] = useState<string>()
  const home = desk.locations.find((location) => location.id === desk.locationFilter) ?? desk.locations[0]
  const form = useDeskForm({
    schema: typedPatient,
    defaults: beginWith(
      typed,
      { homeLocationId: home?.id ?? '', state: home?.address.state ?? '', language },
      desk.today,
    ),
    draft: registerDraft,
    send: ({ fields }) => register.run({ fields, notADuplicate: isSomebodyElse.current }),
    onDone: ({ patientId, recordNumber }) => {
      say(patients.registered(recordNumber))
      onClose()
      desk.openPatient(patientId)
    },
    onFault: ({ code }) => {
      setAsking(code === 'patient.duplicate')
      return code === 'patient.duplicate'
    },
  })
  const leaving = useLeaving(form.isTouched, () => {
    form.discard()
    onClose()
    if (instead !== undefined) desk.openPatient(instead)
  })
  const known = useLookAlikes(form.control)
  const open = (patientId: string) => {
    setAsking(false)
    setInstead(patientId)
    leaving.ask()
  }
  const leave = () => {
    setInstead(undefined)
    leaving.ask()
  }
  const send = async (isElse: boolean) => {
    isSomebodyElse.current = isElse
    await form.send()
  }

  return (
    <Dialog isOpen onClose={leave} title={patients.register} size="large">
      <Form
        label={patients.register}
        onSubmit={(event) => {
          event.preventDefault()
          void send(false)
        }}
        send={() => void send(false)}
        notice={form.notice}
        actions={
          <>
            <Button onClick={leave}>{common.back}</Button>
            <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
              {patients.register}
            </Button>
          </>
        }
      >
        <div className={css['beside']}>
          <PatientFields control={form.control} />
          <section className={css['aside']} aria-label={patients.alikeTitle} aria-live="polite">
            <h2>{patients.alikeTitle}</h2>
            {known.length === 0 ? <p>{patients.alikeHint}</p> : <LookAlikes known={known} onOpen={open} />}
          </section>
        </div>
      </Form>
      <DecisionDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={patients.duplicateTitle}
        consequence={patients.duplicateText}
        confirm={patients.somebodyElse}
        isBusy={form.isSending}
        onConfirm={() => void send(true)}
      >
        <LookAlikes known={known} onOpen={open} />
      </DecisionDialog>
      {leaving.dialog}
    </Dialog>
  )
}
