import { useState } from 'react'
import { useDeskForm } from '#api/form'
import { useDo } from '#api/hooks'
import { contract } from '#contract/house'
import { templateMinutes } from '#domain/visit-blocks'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Dialog } from '#ui/dialog'
import { Fields } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { NumberField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import css from './css/rota.module.css'
import type { Resources } from './schedule-part.tsx'

type Template = Resources['templates'][number]

/** Check-in, line, visit, recovery and turnover of each kind of visit. */
export function TemplatesSection({ templates }: { templates: readonly Template[] }) {
  const { rota } = useWords()
  const [changed, setChanged] = useState<Template>()
  const nameOf = (one: Template) => rota.visits[one.kind === 'infusion' ? (one.protocolKind ?? 'mood') : one.kind]
  const figure = { isFigure: true, width: '84px' } as const
  return (
    <Section title={rota.templates} level={2}>
      <p className={css['text']}>{rota.templatesText}</p>
      <DataTable
        label={rota.templates}
        rows={templates}
        keyOf={nameOf}
        columns={[
          {
            key: 'visit',
            header: rota.visit,
            cell: (one) => (
              <Button variant="plain" aria-label={rota.changeTemplate(nameOf(one))} onClick={() => setChanged(one)}>
                {nameOf(one)}
              </Button>
            ),
          },
          { key: 'checkIn', header: rota.checkIn, ...figure, cell: (one) => one.checkInMinutes },
          { key: 'iv', header: rota.iv, ...figure, cell: (one) => one.ivMinutes },
          { key: 'recovery', header: rota.recovery, ...figure, width: '112px', cell: (one) => one.recoveryMinutes },
          { key: 'turnover', header: rota.turnover, ...figure, cell: (one) => one.turnoverMinutes },
          { key: 'sum', header: rota.sum, ...figure, cell: (one) => templateMinutes(one) },
        ]}
      />
      <Dialog
        isOpen={changed !== undefined}
        onClose={() => setChanged(undefined)}
        size="small"
        title={changed === undefined ? '' : rota.changeTemplate(nameOf(changed))}
      >
        {changed === undefined ? null : (
          <TemplateForm template={changed} label={nameOf(changed)} onDone={() => setChanged(undefined)} />
        )}
      </Dialog>
    </Section>
  )
}

type FormProps = { template: Template; label: string; onDone: () => void }

function TemplateForm({ template, label, onDone }: FormProps) {
  const { rota, common, settings } = useWords()
  const { say } = useNotices()
  const { run: set } = useDo(['resources', 'setTemplate'])
  const form = useDeskForm({
    schema: contract.resources.setTemplate.input,
    defaults: template,
    send: set,
    onDone: () => {
      say(settings.saved)
      onDone()
    },
  })
  const fields = [
    ['checkInMinutes', rota.checkIn],
    ['ivMinutes', rota.iv],
    ['visitMinutes', rota.treatment],
    ['recoveryMinutes', rota.recovery],
    ['turnoverMinutes', rota.turnover],
  ] as const
  return (
    <Form
      label={label}
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
        {fields.map(([name, title], place) => (
          <Bound key={name} control={form.control} name={name}>
            {(field) => <NumberField label={title} {...field} affix="min" autoFocus={place === 0} />}
          </Bound>
        ))}
      </Fields>
    </Form>
  )
}
