import { useState } from 'react'
import { useDeskForm } from '#api/form'
import { useDo, useLook, type OutputOf } from '#api/hooks'
import { contract } from '#contract/house'
import type { LocationView } from '#contract/practice'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Dialog } from '#ui/dialog'
import { useDesk } from '#ui/desk-context'
import { Fields } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { useFormats } from '#ui/formats'
import { FaultNotice, useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { DayField, MoneyField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'

type Service = OutputOf<'prices', 'list'>[number]
type Chosen = { service: Service; location: LocationView }

/** What is sold and for how much at each clinic; a new price holds from a day on, the old one stays for what was. */
export function PricesPart() {
  const desk = useDesk()
  const { settings } = useWords()
  const { money, day } = useFormats()
  const prices = useLook(['prices', 'list'], {})
  const [chosen, setChosen] = useState<Chosen>()
  const [isAdding, setAdding] = useState(false)
  const maySet = desk.may('prices.set')
  if (prices.value === undefined) return <FaultNotice fault={prices.fault} />

  const priceAt = (service: Service, location: LocationView) =>
    service.amounts
      .filter((price) => price.locationId === location.id && price.fromDay <= desk.today)
      .toSorted((a, b) => a.fromDay.localeCompare(b.fromDay))
      .at(-1)
  return (
    <div className={css['stack']}>
      {maySet ? (
        <div className={css['inline']}>
          <Button onClick={() => setAdding(true)}>{settings.addService}</Button>
        </div>
      ) : null}
      <DataTable
        label={settings.prices}
        rows={prices.value}
        keyOf={(service) => service.serviceId}
        columns={[
          { key: 'name', header: settings.service, cell: (service) => service.name, sortBy: (service) => service.name },
          { key: 'nameEs', header: settings.serviceEs, cell: (service) => service.nameEs },
          { key: 'code', header: settings.code, cell: (service) => service.code, width: '90px' },
          ...desk.locations.map((location) => ({
            key: location.id,
            header: location.name,
            isFigure: true,
            width: '200px',
            cell: (service: Service) => {
              const price = priceAt(service, location)
              const text = price === undefined ? settings.noPrice : money(price.amountCents)
              return maySet ? (
                <Button
                  variant="plain"
                  aria-label={`${settings.changePrice}: ${service.name}, ${location.name}, ${text}`}
                  title={price === undefined ? settings.changePrice : day(price.fromDay)}
                  onClick={() => setChosen({ service, location })}
                >
                  {text}
                </Button>
              ) : (
                text
              )
            },
          })),
        ]}
      />
      <Dialog
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        size="small"
        title={chosen === undefined ? '' : settings.newPrice(chosen.service.name, chosen.location.name)}
      >
        {chosen === undefined ? null : <PriceForm chosen={chosen} onDone={() => setChosen(undefined)} />}
      </Dialog>
      <Dialog isOpen={isAdding} onClose={() => setAdding(false)} size="small" title={settings.addService}>
        <ServiceForm onDone={() => setAdding(false)} />
      </Dialog>
    </div>
  )
}

function PriceForm({ chosen, onDone }: { chosen: Chosen; onDone: () => void }) {
  const desk = useDesk()
  const { settings, common } = useWords()
  const { say } = useNotices()
  const { run: set } = useDo(['prices', 'set'])
  const form = useDeskForm({
    schema: contract.prices.set.input,
    defaults: { serviceId: chosen.service.serviceId, locationId: chosen.location.id, fromDay: desk.today },
    send: set,
    onDone: () => {
      say(settings.saved)
      onDone()
    },
  })
  return (
    <Form
      label={settings.changePrice}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
          {common.save}
        </Button>
      }
    >
      <Fields>
        <Bound control={form.control} name="amountCents">
          {(field) => <MoneyField label={settings.price} autoFocus {...field} />}
        </Bound>
        <Bound control={form.control} name="fromDay">
          {(field) => <DayField label={settings.fromDay} today={desk.today} {...field} />}
        </Bound>
      </Fields>
    </Form>
  )
}

function ServiceForm({ onDone }: { onDone: () => void }) {
  const { settings, common } = useWords()
  const { run: add } = useDo(['prices', 'addService'])
  const form = useDeskForm({
    schema: contract.prices.addService.input,
    defaults: { name: '', nameEs: '', code: '' },
    send: add,
    onDone,
  })
  return (
    <Form
      label={settings.addService}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
          {common.save}
        </Button>
      }
    >
      <Fields columns={1}>
        <Bound control={form.control} name="name">
          {(field) => <TextField label={settings.service} autoFocus {...field} />}
        </Bound>
        <Bound control={form.control} name="nameEs">
          {(field) => <TextField label={settings.serviceEs} {...field} />}
        </Bound>
        <Bound control={form.control} name="code">
          {(field) => <TextField label={settings.code} hint={settings.codeHint} {...field} />}
        </Bound>
      </Fields>
    </Form>
  )
}
