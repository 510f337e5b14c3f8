import { useState } from 'react'
import { useDo } from '#api/hooks'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { DecisionDialog } from '#ui/dialog'
import { useFormats } from '#ui/formats'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/rota.module.css'
import { AbsenceDialog } from './absence-dialog.tsx'
import type { Resources } from './schedule-part.tsx'
import { useWho } from './who.ts'

type Absence = Resources['absences'][number]

/** Who is away and which room is out of use, from today on. */
export function AbsencesSection({ absences }: { absences: readonly Absence[] }) {
  const { rota, common } = useWords()
  const { day, minute } = useFormats()
  const { say, refuse } = useNotices()
  const who = useWho()
  const [isAdding, setAdding] = useState(false)
  const [back, setBack] = useState<Absence>()
  const takeBack = useDo(['resources', 'back'])
  const nameOf = (id: string) => who.find((one) => one.value === id)?.label ?? ''
  const whenOf = ({ fromDay, untilDay, fromMinute, toMinute }: Absence) => {
    const days = fromDay === untilDay ? day(fromDay) : `${day(fromDay)} – ${day(untilDay)}`
    return fromMinute === null || toMinute === null ? days : `${days}, ${minute(fromMinute)} – ${minute(toMinute)}`
  }
  const confirmed = async (reason: string) => {
    if (back === undefined) return
    const reply = await takeBack.run({ absenceId: back.id, reason })
    setBack(undefined)
    if (!reply.ok) refuse(reply.fault)
  }
  return (
    <Section
      title={rota.absences}
      level={2}
      aside={
        <Button variant="plain" onClick={() => setAdding(true)}>
          {rota.addAbsence}
        </Button>
      }
    >
      <p className={css['text']}>{absences.length === 0 ? rota.noAbsences : rota.absencesText}</p>
      {absences.length === 0 ? null : (
        <DataTable
          label={rota.absences}
          rows={absences}
          keyOf={(one) => one.id}
          columns={[
            { key: 'who', header: rota.who, cell: (one) => nameOf(one.who) },
            { key: 'when', header: rota.when, cell: whenOf, sortBy: (one) => one.fromDay },
            { key: 'reason', header: rota.reason, cell: (one) => one.reason ?? '' },
            {
              key: 'back',
              header: rota.takeBack,
              hidesHeader: true,
              width: '110px',
              cell: (one) => (
                <Button
                  variant="plain"
                  aria-label={`${rota.takeBack}: ${nameOf(one.who)}, ${whenOf(one)}`}
                  onClick={() => setBack(one)}
                >
                  {rota.takeBack}
                </Button>
              ),
            },
          ]}
        />
      )}
      {isAdding ? (
        <AbsenceDialog
          who={who}
          onClose={() => setAdding(false)}
          onDone={(bookings) => {
            setAdding(false)
            say(rota.inTheWay(bookings))
          }}
        />
      ) : null}
      <DecisionDialog
        key={back?.id}
        isOpen={back !== undefined}
        onClose={() => setBack(undefined)}
        title={rota.takeBackTitle(back === undefined ? '' : nameOf(back.who))}
        consequence={rota.takeBackText}
        confirm={rota.takeBack}
        reasonLabel={common.reason}
        isBusy={takeBack.isRunning}
        onConfirm={(reason) => void confirmed(reason)}
      />
    </Section>
  )
}
