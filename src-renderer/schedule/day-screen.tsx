import { CalendarPlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useApi } from '#api/client'
import { useLook } from '#api/hooks'
import type { Card } from '#contract/appointments'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { useDesk, type BookingWish } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { useKeys } from '#ui/keys'
import { FaultNotice, Notice } from '#ui/notice'
import { Segments } from '#ui/popover'
import { useWords } from '#ui/words'
import { AppointmentPanel } from './appointment-panel.tsx'
import { BookingDialog } from './booking-dialog.tsx'
import css from './css/board.module.css'
import { DayBoard } from './day-board.tsx'
import { MonthStrip } from './month-strip.tsx'
import { PrintDay } from './print-day.tsx'
import { SeriesDialog } from './series-dialog.tsx'
import { WeekBoard } from './week-board.tsx'

const views = ['room', 'provider', 'week'] as const
type View = (typeof views)[number]
const viewKept = 'schedule.view'

/** Home: the day by rooms or by providers, or the week, with everything about an appointment beside it. */
export function DayScreen() {
  const desk = useDesk()
  const { schedule } = useWords()
  const { weekdayAndDay } = useFormats()
  const [view, setView] = useView()
  const [withCancelled, setWithCancelled] = useState(false)
  const [placing, setPlacing] = useState<Card>()
  const board = useLook(['appointments', 'onDay'], { day: desk.day, withCancelled }, { keepLast: true })
  const mayWrite = desk.may('appointments.write')
  const cards = useMemo(() => board.value ?? [], [board.value])
  const selected = cards.find((card) => card.id === desk.selectedAppointmentId)
  const { wanted, setWanted } = desk
  const begin = (wish: BookingWish) => {
    if (mayWrite) setWanted({ what: 'booking', wish })
  }
  const close = () => setWanted(undefined)

  useKeys([
    { keys: 'N', label: schedule.book, run: () => begin({ day: desk.day }), isOff: !mayWrite },
    {
      keys: 'B',
      label: schedule.book,
      run: () => begin({ day: desk.day, ...(selected === undefined ? {} : { patientId: selected.patientId }) }),
      isOff: !mayWrite || selected === undefined,
    },
    {
      keys: 'S',
      label: schedule.bookSeries,
      run: () => {
        if (selected !== undefined && selected.planId !== null) desk.bookSeries(selected.patientId, selected.planId)
      },
      isOff: !mayWrite || selected === undefined || selected.planId === null,
    },
    {
      keys: 'W',
      label: schedule.nextView,
      run: () => setView(views[(views.indexOf(view) + 1) % views.length] ?? 'room'),
    },
    {
      keys: 'Escape',
      label: schedule.moveCancelled,
      run: () => setPlacing(undefined),
      isOff: placing === undefined,
      notInPalette: true,
    },
  ])

  return (
    <div className={css['screen']}>
      <div className={css['tools']}>
        <h1 className="visually-hidden">{weekdayAndDay(desk.day)}</h1>
        <Button
          variant="primary"
          icon={CalendarPlus}
          keyHint="N"
          disabled={!mayWrite}
          onClick={() => begin({ day: desk.day })}
        >
          {schedule.book}
        </Button>
        <Segments
          label={schedule.view}
          value={view}
          onChange={setView}
          segments={views.map((one) => ({ value: one, label: schedule.views[one] }))}
        />
        {placing === undefined ? null : (
          <Notice>{schedule.placing(desk.isPrivate ? placing.patientInitials : placing.patientName)}</Notice>
        )}
        <FaultNotice fault={board.fault} />
        <span className={css['spring']} />
        {view === 'week' ? null : <PrintDay />}
        <CheckField label={schedule.showCancelled} value={withCancelled} onChange={setWithCancelled} />
      </div>
      <MonthStrip />
      <div className={css['stage']}>
        {view === 'week' ? (
          <WeekBoard withCancelled={withCancelled} onDay={() => setView('room')} />
        ) : (
          <DayBoard
            key={view}
            kind={view}
            cards={board.value}
            placing={placing}
            onPlacing={setPlacing}
            onWish={begin}
          />
        )}
      </div>
      {selected === undefined || view === 'week' ? null : (
        <AppointmentPanel
          key={selected.id}
          card={selected}
          onClose={() => {
            if (placing === undefined) desk.selectAppointment(undefined)
            else setPlacing(undefined)
          }}
          onPlace={() => setPlacing(selected)}
        />
      )}
      {wanted?.what === 'booking' ? <BookingDialog wish={wanted.wish} cards={cards} onClose={close} /> : null}
      {wanted?.what === 'series' ? (
        <SeriesDialog patientId={wanted.patientId} planId={wanted.planId} onClose={close} />
      ) : null}
    </div>
  )
}

/** How the schedule is looked at; whoever comes back from another screen finds it as it was. */
function useView(): [View, (view: View) => void] {
  const { drafts } = useApi()
  const [view, show] = useState<View>(() => views.find((one) => one === drafts.find(viewKept)) ?? 'room')
  return [
    view,
    (next) => {
      drafts.keep(viewKept, next)
      show(next)
    },
  ]
}
