import { useState } from 'react'
import { useDeskForm } from '#api/form'
import { useDo, useLook } from '#api/hooks'
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
import { DayField, MoneyField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'
import { ServiceForm, type Service } from './service-form.tsx'

type Chosen = { service: Service; location: LocationView }

/** What is sold and for how much at each clinic; a new price holds from a day on, the old one stays for what was. */
export function PricesPart() {
  const desk = useDesk()
  const { settings, common } = useWords()
  const { money, day } = useFormats()
  const prices = useLook(['prices', 'list'], {})
  const [chosen, setChosen] = useState<Chosen>()
  const [isAdding, setAdding] = useState(false)
  const [changed, setChanged] = useState<Service>()
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
          {
            key: 'name',
            header: settings.service,
            sortBy: (service) => service.name,
            cell: (service) =>
              maySet ? (
                <Button
                  variant="plain"
                  aria-label={settings.changeService(service.name)}
                  onClick={() => setChanged(service)}
                >
                  {service.name}
                </Button>
              ) : (
                service.name
              ),
          },
          { key: 'nameEs', header: settings.serviceEs, cell: (service) => service.nameEs },
          { key: 'code', header: settings.code, cell: (service) => service.code, width: '90px' },
          {
            key: 'visits',
            header: settings.billsVisits,
            width: '130px',
            cell: ({ protocolId, visitKind }) =>
              protocolId !== null ? settings.billsInfusions : visitKind === null ? '' : common.kinds[visitKind],
          },
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
      <Dialog
        isOpen={changed !== undefined}
        onClose={() => setChanged(undefined)}
        size="small"
        title={changed === undefined ? '' : settings.changeService(changed.name)}
      >
        {changed === undefined ? null : <ServiceForm of={changed} onDone={() => setChanged(undefined)} />}
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
