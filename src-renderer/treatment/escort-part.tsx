import { useState } from 'react'
import type { Card } from '#contract/appointments'
import { contract } from '#contract/house'
import { useDeskForm, useDraftWaits } from '#api/form'
import { useDo, useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk, useLocation } from '#ui/desk-context'
import { Bound, Form } from '#ui/form'
import { useFormats } from '#ui/formats'
import { Facts, Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { PhoneField, TextField } from '#ui/text-field'
import { shownName } from '#ui/shown-name'
import { TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/treatment.module.css'

/** Who takes the patient home, and whether they are here. */
export function EscortPart({ card }: { card: Card }) {
  const desk = useDesk()
  const appointmentId = card.id
  const zone = useLocation(card.slot.locationId)?.zone ?? desk.zone
  const { treatment, common } = useWords()
  const { minute, phone, time } = useFormats()
  const { refuse } = useNotices()
  const isKept = useDraftWaits(`escort ${appointmentId}`)
  const [isNaming, setNaming] = useState(isKept)
  const mayWrite = desk.may('escorts.write')
  const escort = useLook(
    ['escorts', 'ofAppointment'],
    { appointmentId },
    { enabled: card.kind === 'infusion' && desk.may('escorts.see') },
  )
  const arrived = useDo(['escorts', 'arrived'])
  const named = escort.value
  if (named === undefined) return null

  const here = async () => {
    const reply = await arrived.run({ appointmentId })
    if (!reply.ok) refuse(reply.fault)
  }
  return (
    <Section title={treatment.escort}>
      {named === null ? (
        <p className={css['escort']}>{treatment.escortNone}</p>
      ) : (
        <Facts
          facts={[
            [common.name, `${shownName(named.name, desk.isPrivate)} (${named.relationship})`],
            [common.phone, desk.isPrivate ? '' : phone(named.phone)],
            ...(named.expectedMinute === null || named.arrivedAt !== null
              ? []
              : [[treatment.escortExpected, minute(named.expectedMinute)] as const]),
            ...(named.arrivedAt === null
              ? []
              : [[treatment.escort, treatment.escortHere(time(named.arrivedAt, zone))] as const]),
          ]}
        />
      )}
      {mayWrite && (named === null || isNaming) ? (
        <EscortForm appointmentId={appointmentId} onDone={() => setNaming(false)} />
      ) : null}
      {mayWrite && named !== null && !isNaming ? (
        <div className={css['row']}>
          {named.arrivedAt === null ? (
            <Button isBusy={arrived.isRunning} onClick={() => void here()}>
              {treatment.escortArrived}
            </Button>
          ) : null}
          <Button variant="plain" onClick={() => setNaming(true)}>
            {treatment.escortChange}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}

function EscortForm({ appointmentId, onDone }: { appointmentId: string; onDone: () => void }) {
  const { treatment } = useWords()
  const { run: name } = useDo(['escorts', 'name'])
  const form = useDeskForm({
    schema: contract.escorts.name.input,
    defaults: { appointmentId, name: '', relationship: '', phone: '', expectedMinute: null },
    draft: `escort ${appointmentId}`,
    send: name,
    onDone,
  })
  return (
    <Form
      label={treatment.escort}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <Button type="submit" isBusy={form.isSending}>
          {treatment.escortSave}
        </Button>
      }
    >
      <div className={css['panelfields']}>
        <Bound control={form.control} name="name">
          {(field) => <TextField label={treatment.escortName} {...field} />}
        </Bound>
        <Bound control={form.control} name="relationship">
          {(field) => <TextField label={treatment.escortRelationship} {...field} />}
        </Bound>
        <Bound control={form.control} name="phone">
          {(field) => <PhoneField label={treatment.escortPhone} {...field} />}
        </Bound>
        <Bound control={form.control} name="expectedMinute">
          {(field) => <TimeField label={treatment.escortExpected} {...field} />}
        </Bound>
      </div>
    </Form>
  )
}
