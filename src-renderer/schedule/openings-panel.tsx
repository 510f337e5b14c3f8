import { useEffect, useMemo, useRef, useState } from 'react'
import { useLook } from '#api/hooks'
import type { AppointmentKind } from '#domain/appointment-status'
import { addDays, weekday } from '#domain/dates'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { FaultNotice } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/openings.module.css'
import { OpeningButtons } from './opening-button.tsx'
import { usePeople } from './people.ts'
import type { Opening } from './use-booking-people.ts'

const any = 'any'
const noon = 720
const halves = { any: [0, 1440], morning: [0, noon], afternoon: [noon, 1440] } as const
const isHalf = (text: string): text is keyof typeof halves => Object.hasOwn(halves, text)
const shown = 5

type Props = {
  kind: AppointmentKind
  patientId: string
  planId?: string | null | undefined
  minutes: number | undefined
  onTake: (slot: Opening) => void
}

/** The next free times over all clinics, narrowed by clinic, provider, weekday and time of day. */
export function OpeningsPanel({ kind, patientId, planId, minutes, onTake }: Props) {
  const desk = useDesk()
  const { schedule } = useWords()
  const formats = useFormats()
  const [where, setWhere] = useState(any)
  const [who, setWho] = useState(any)
  const [on, setOn] = useState(any)
  const [half, setHalf] = useState<keyof typeof halves>('any')
  const sought = useMemo(
    () => desk.locations.filter(({ id }) => where === any || id === where),
    [desk.locations, where],
  )
  const providers = usePeople('provider', sought)
  const [fromMinute, toMinute] = halves[half]
  const found = useLook(
    ['openings', 'next'],
    {
      kind,
      patientId: patientId === '' ? null : patientId,
      planId: planId ?? null,
      locationIds: sought.map(({ id }) => id),
      providerId: who === any ? null : who,
      weekdays: on === any ? [] : [Number(on)],
      fromMinute,
      toMinute,
      fromDay: desk.today,
      limit: shown,
      minutes: minutes ?? null,
      exceptAppointmentId: null,
    },
    { keepLast: true },
  )
  const panel = useRef<HTMLElement>(null)
  const isThere = found.value !== undefined
  // Opened by a key: the first time is under the fingers, Enter takes it.
  useEffect(() => {
    if (isThere) panel.current?.querySelector<HTMLButtonElement>('li button')?.focus()
  }, [isThere])
  const week = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(desk.today, ahead))
  return (
    <section ref={panel} className={css['panel']} aria-label={schedule.openings}>
      <h3 className={css['title']}>{schedule.openings}</h3>
      {found.value?.length === 0 ? <p className={css['none']}>{schedule.openingsNone}</p> : null}
      <OpeningButtons openings={found.value ?? []} label={schedule.openings} onTake={onTake} />
      <FaultNotice fault={found.fault} />
      <div className={css['filters']}>
        <SelectField
          label={schedule.openingsWhere}
          value={where}
          onChange={setWhere}
          choices={[
            { value: any, label: schedule.openingsAnywhere },
            ...desk.locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          label={schedule.provider}
          value={who}
          onChange={setWho}
          choices={[{ value: any, label: schedule.openingsAnybody }, ...providers]}
        />
        <SelectField
          label={schedule.openingsWeekday}
          value={on}
          onChange={setOn}
          choices={[
            { value: any, label: schedule.openingsAnyDay },
            ...[1, 2, 3, 4, 5, 6, 0].flatMap((wanted) => {
              const day = week.find((one) => weekday(one) === wanted)
              return day === undefined ? [] : [{ value: String(wanted), label: formats.weekday(day, 'long') }]
            }),
          ]}
        />
        <SelectField
          label={schedule.openingsTime}
          value={half}
          onChange={(chosen) => {
            if (isHalf(chosen)) setHalf(chosen)
          }}
          choices={[
            { value: 'any', label: schedule.openingsAnyTime },
            { value: 'morning', label: schedule.openingsMorning },
            { value: 'afternoon', label: schedule.openingsAfternoon },
          ]}
        />
      </div>
    </section>
  )
}
