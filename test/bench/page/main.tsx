import '../../../src-renderer/ui/base.css'
import '@event-calendar/core/index.css'
import 'react-big-calendar/lib/css/react-big-calendar.css'
import { createCalendar, ResourceTimeGrid } from '@event-calendar/core'
import dayjs from 'dayjs'
import { createRoot } from 'react-dom/client'
import { Calendar, dayjsLocalizer } from 'react-big-calendar'
import { OurBoard } from './our-board.tsx'
import { boardSize, shownDay, visits } from './visits.ts'

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no #root')
const root = place

const rooms = Array.from({ length: boardSize.columns }, (_, n) => ({ id: String(n), title: `Chair ${n + 1}` }))
const at = (minute: number) =>
  `${shownDay}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`

const boards: Readonly<Record<string, () => void>> = {
  'Infusion Desk': () => createRoot(root).render(<OurBoard />),
  '@event-calendar/core': () => {
    createCalendar(root, [ResourceTimeGrid], {
      view: 'resourceTimeGridDay',
      date: shownDay,
      slotMinTime: '07:00',
      slotMaxTime: '19:00',
      resources: rooms,
      events: visits().map((visit) => ({
        id: visit.id,
        resourceId: String(visit.column),
        start: at(visit.startMinute),
        end: at(visit.startMinute + visit.minutes),
        title: visit.name,
      })),
    })
  },
  'react-big-calendar': () => {
    const events = visits().map((visit) => ({
      id: visit.id,
      title: visit.name,
      start: new Date(at(visit.startMinute)),
      end: new Date(at(visit.startMinute + visit.minutes)),
      resourceId: String(visit.column),
    }))
    createRoot(root).render(
      <Calendar
        localizer={dayjsLocalizer(dayjs)}
        events={events}
        resources={rooms}
        resourceIdAccessor="id"
        resourceTitleAccessor="title"
        defaultView="day"
        views={['day']}
        defaultDate={new Date(at(600))}
        min={new Date(at(420))}
        max={new Date(at(1140))}
        step={30}
      />,
    )
  },
}

/** Milliseconds from the call to the frame in which every appointment stands. */
async function paint(name: string): Promise<number> {
  const from = performance.now()
  boards[name]?.()
  do await new Promise(requestAnimationFrame)
  while (!(root.textContent ?? '').includes(`Given Family ${boardSize.visits - 1}`))
  await new Promise(requestAnimationFrame)
  return performance.now() - from
}

Object.assign(window, { paint })
