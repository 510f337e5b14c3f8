import { useState } from 'react'
import type { Fault } from '#contract/faults'
import { addDays, weekday } from '#domain/dates'
import type { Day } from '#domain/dates'
import { useDo, useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { CheckField, SelectField } from '#ui/choice-field'
import { DataTable } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { Dialog } from '#ui/dialog'
import { useFormats } from '#ui/formats'
import { useKeys } from '#ui/keys'
import { FaultNotice, Notice, useNotices } from '#ui/notice'
import { shownName } from '#ui/shown-name'
import { LocationBadge } from '#ui/status-chip'
import { DayField, TimeField } from '#ui/typed-field'
import { useWords } from '#ui/words'
import { BlockedDays } from './blocked-days.tsx'
import css from './css/booking.module.css'

type Props = { patientId: string; planId: string; onClose: () => void }

/** Proposes a time for every infusion of the plan that is not booked, and books all of them or none. */
export function SeriesDialog(props: Props) {
  const { schedule } = useWords()
  const { patientId, planId } = props
  const desk = useDesk()
  const plans = useLook(['plans', 'ofPatient'], { patientId })
  const page = useLook(['patients', 'page'], { patientId })
  const plan = plans.value?.find((one) => one.id === planId)
  if (plan === undefined) return null
  const who = page.value === undefined ? undefined : shownName(page.value.name, desk.isPrivate)
  const left = plan.course.plannedInfusions - plan.done - plan.booked
  const lead =
    left < 1
      ? schedule.seriesNothing
      : schedule.seriesLead(plan.protocolName, left, plan.course.windowMinDays, plan.course.windowMaxDays)
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={who === undefined ? schedule.seriesTitle : schedule.seriesTitleOf(who)}
      lead={lead}
      size="large"
    >
      {left < 1 ? null : <SeriesProposal {...props} />}
    </Dialog>
  )
}

function SeriesProposal({ planId, onClose }: Props) {
  const desk = useDesk()
  const { schedule, common } = useWords()
  const formats = useFormats()
  const { say } = useNotices()
  const tomorrow = addDays(desk.today, 1)
  const [firstDay, setFirstDay] = useState<Day | undefined>(tomorrow)
  const [where, setWhere] = useState(desk.locationFilter ?? 'alternate')
  const [startMinute, setStartMinute] = useState<number | null>(null)
  const [weekdays, setWeekdays] = useState<readonly number[]>([])
  const isAlternating = where === 'alternate' && desk.locations.length > 1
  const locationIds = isAlternating || where === 'alternate' ? desk.locations.map(({ id }) => id) : [where]
  const proposal = useLook(
    ['series', 'propose'],
    {
      planId,
      firstDay: firstDay ?? tomorrow,
      locationIds,
      alternate: isAlternating,
      weekdays: [...weekdays],
      startMinute,
    },
    { keepLast: true, enabled: firstDay !== undefined },
  )
  const book = useDo(['series', 'book'])
  const [refused, setRefused] = useState<{ fault: Fault; of: unknown }>()
  const found = proposal.value
  // What is booked is what was asked for last: nothing of an earlier wish, or of a day that cannot be read.
  const isBookable = found?.fits === true && !proposal.isEarlier && firstDay !== undefined
  const slots = found?.slots ?? []

  const save = async () => {
    if (found?.fits !== true || !isBookable) return
    const reply = await book.run({ planId, slots: [...found.slots] })
    if (!reply.ok) {
      setRefused({ fault: reply.fault, of: found })
      return
    }
    say(schedule.seriesSaved(reply.value.appointmentIds.length))
    const first = found.slots[0]
    onClose()
    if (first !== undefined) desk.setDay(first.day)
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: schedule.seriesSave(slots.length), run: () => void save(), notInPalette: true },
  ])

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css['fields']}>
        <DayField label={schedule.seriesFrom} value={firstDay} today={desk.today} autoFocus onChange={setFirstDay} />
        <SelectField
          label={schedule.seriesWhere}
          value={where}
          onChange={setWhere}
          choices={[
            ...(desk.locations.length > 1 ? [{ value: 'alternate', label: schedule.seriesAlternate }] : []),
            ...desk.locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TimeField
          label={schedule.seriesStart}
          value={startMinute}
          hint={common.optional}
          onChange={(minute) => setStartMinute(minute ?? null)}
        />
        <fieldset className={css['weekdays']}>
          <legend>{schedule.seriesWeekdays}</legend>
          {[1, 2, 3, 4, 5, 6, 0].map((one) => (
            <CheckField
              key={one}
              label={formats.weekday(dayOfWeek(desk.today, one), 'short')}
              value={weekdays.includes(one)}
              onChange={(isOn) => setWeekdays(isOn ? [...weekdays, one] : weekdays.filter((other) => other !== one))}
            />
          ))}
        </fieldset>
      </div>
      <FaultNotice fault={refused !== undefined && refused.of === found ? refused.fault : proposal.fault} />
      {found?.fits === true && found.spanDays > found.windowMaxDays ? (
        <Notice tone="caution">{schedule.windowBreaks(found.spanDays, found.windowMaxDays)}</Notice>
      ) : null}
      {found?.fits === false ? <Notice tone="caution">{reasonOf(found.reason)}</Notice> : null}
      {found?.fits === false ? (
        <BlockedDays blocked={found.blocked} number={found.firstNumber + found.slots.length} />
      ) : null}
      <ProposedSlots slots={slots} firstNumber={found?.firstNumber ?? 1} />
      {found?.fits === true ? <p className={css['span']}>{schedule.seriesSpan(found.spanDays)}</p> : null}
      <div className={css['foot']}>
        <Button onClick={onClose}>{common.back}</Button>
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" disabled={!isBookable} isBusy={book.isRunning}>
          {slots.length === 0 ? schedule.bookSeries : schedule.seriesSave(slots.length)}
        </Button>
      </div>
    </form>
  )

  function reasonOf(reason: string): string {
    const reasons: Readonly<Record<string, string>> = schedule.seriesReasons
    return reasons[reason] ?? schedule.seriesReasons['no-room']
  }
}

type ProposedSlot = {
  readonly day: Day
  readonly startMinute: number
  readonly minutes: number
  readonly locationId: string
  readonly roomId: string
}

function ProposedSlots({ slots, firstNumber }: { slots: readonly ProposedSlot[]; firstNumber: number }) {
  const desk = useDesk()
  const { schedule } = useWords()
  const { weekdayAndDay, minute } = useFormats()
  const rows = slots.map((slot, index) => {
    const location = desk.locations.find((one) => one.id === slot.locationId)
    const room = location?.rooms.find((one) => one.id === slot.roomId)
    return { ...slot, number: firstNumber + index, code: location?.code ?? '', room: room?.name ?? '' }
  })
  if (rows.length === 0) return null
  return (
    <div className={css['proposal']}>
      <DataTable
        label={schedule.seriesTitle}
        rows={rows}
        keyOf={(row) => String(row.number)}
        columns={[
          { key: 'number', header: schedule.seriesNumber, cell: (row) => row.number, isFigure: true, width: '80px' },
          { key: 'day', header: schedule.day, cell: (row) => weekdayAndDay(row.day) },
          {
            key: 'start',
            header: schedule.start,
            cell: (row) => `${minute(row.startMinute)} – ${minute(row.startMinute + row.minutes)}`,
          },
          {
            key: 'place',
            header: schedule.place,
            cell: (row) => (
              <>
                <LocationBadge code={row.code} /> {row.room}
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

/** A day of the coming week that falls on a weekday, only to name it. */
function dayOfWeek(today: Day, wanted: number): Day {
  const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(today, ahead))
  return days.find((day) => weekday(day) === wanted) ?? today
}
