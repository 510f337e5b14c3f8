import { useState } from 'react'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { DecisionDialog } from '#ui/dialog'
import { useFormats } from '#ui/formats'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/rota.module.css'
import { ClosureDialog } from './closure-dialog.tsx'
import type { Resources } from './schedule-part.tsx'

type Closure = Resources['closures'][number]

/** The days on which a clinic, or all of them, are closed, from today on. */
export function ClosuresSection({ closures }: { closures: readonly Closure[] }) {
  const desk = useDesk()
  const { rota, common } = useWords()
  const { day } = useFormats()
  const { say, refuse } = useNotices()
  const [isAdding, setAdding] = useState(false)
  const [opened, setOpened] = useState<Closure>()
  const reopen = useDo(['resources', 'reopen'])
  const whereOf = ({ locationId }: Closure) =>
    desk.locations.find((location) => location.id === locationId)?.name ?? rota.everywhere
  const whenOf = ({ fromDay, untilDay }: Closure) =>
    fromDay === untilDay ? day(fromDay) : `${day(fromDay)} – ${day(untilDay)}`
  const confirmed = async (reason: string) => {
    if (opened === undefined) return
    const reply = await reopen.run({ closureId: opened.id, reason })
    setOpened(undefined)
    if (!reply.ok) refuse(reply.fault)
  }
  return (
    <Section
      title={rota.closures}
      level={2}
      aside={
        <Button variant="plain" onClick={() => setAdding(true)}>
          {rota.addClosure}
        </Button>
      }
    >
      <p className={css['text']}>{closures.length === 0 ? rota.noClosures : rota.closuresText}</p>
      {closures.length === 0 ? null : (
        <DataTable
          label={rota.closures}
          rows={closures}
          keyOf={(one) => one.id}
          columns={[
            { key: 'where', header: rota.where, cell: whereOf },
            { key: 'when', header: rota.when, cell: whenOf, sortBy: (one) => one.fromDay },
            { key: 'reason', header: rota.reason, cell: (one) => one.reason },
            {
              key: 'reopen',
              header: rota.reopen,
              hidesHeader: true,
              width: '130px',
              cell: (one) => (
                <Button
                  variant="plain"
                  aria-label={`${rota.reopen}: ${whereOf(one)}, ${whenOf(one)}`}
                  onClick={() => setOpened(one)}
                >
                  {rota.reopen}
                </Button>
              ),
            },
          ]}
        />
      )}
      {isAdding ? (
        <ClosureDialog
          onClose={() => setAdding(false)}
          onDone={(bookings) => {
            setAdding(false)
            say(rota.inTheWay(bookings))
          }}
        />
      ) : null}
      <DecisionDialog
        key={opened?.id}
        isOpen={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={rota.reopenTitle(opened === undefined ? '' : whereOf(opened))}
        consequence={rota.reopenText}
        confirm={rota.reopen}
        reasonLabel={common.reason}
        isBusy={reopen.isRunning}
        onConfirm={(reason) => void confirmed(reason)}
      />
    </Section>
  )
}
