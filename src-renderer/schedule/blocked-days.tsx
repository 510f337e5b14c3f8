import type { OutputOf } from '#api/hooks'
import { DataTable } from '#ui/data-table'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { LocationBadge } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/booking.module.css'

type Blocked = Extract<OutputOf<'series', 'propose'>, { fits: false }>['blocked'][number]

/** The days on which the first infusion without a time could have been, and what stands in the way on each. */
export function BlockedDays({ blocked, number }: { blocked: readonly Blocked[]; number: number }) {
  const desk = useDesk()
  const { schedule } = useWords()
  const { weekdayAndDay } = useFormats()
  if (blocked.length === 0) return null
  const codeOf = (id: string) => desk.locations.find((location) => location.id === id)?.code ?? ''
  return (
    <div className={css['proposal']}>
      <DataTable
        label={schedule.blockedTitle(number)}
        rows={blocked}
        keyOf={(one) => `${one.day} ${one.locationId}`}
        columns={[
          { key: 'day', header: schedule.blockedTitle(number), cell: (one) => weekdayAndDay(one.day) },
          {
            key: 'where',
            header: schedule.place,
            width: '90px',
            cell: (one) => <LocationBadge code={codeOf(one.locationId)} />,
          },
          { key: 'why', header: schedule.blockedBy, cell: (one) => schedule.blockedReasons[one.reason] },
        ]}
      />
    </div>
  )
}
