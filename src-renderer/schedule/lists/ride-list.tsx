import { useDo, useLook, type OutputOf } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useFormats } from '#ui/formats'
import { FaultNotice, Notice, useNotices } from '#ui/notice'
import { shownName } from '#ui/shown-name'
import { LocationBadge, StatusChip } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/lists.module.css'
import { WorkedList } from './worked-list.tsx'

type Ride = OutputOf<'lists', 'rides'>[number]

/** Who takes home the patients of the day in view, and who still waits for it. */
export function Rides() {
  const desk = useDesk()
  const { lists, treatment } = useWords()
  const formats = useFormats()
  const { refuse } = useNotices()
  const rides = useLook(['lists', 'rides'], { day: desk.day }, { keepLast: true })
  const { run: arrived } = useDo(['escorts', 'arrived'])
  if (rides.value === undefined) return <FaultNotice fault={rides.fault} />
  const isHere = async ({ appointmentId }: Ride) => {
    const reply = await arrived({ appointmentId })
    if (!reply.ok) refuse(reply.fault)
  }
  const waiting = rides.value.filter((ride) => ride.isWaiting).length
  return (
    <WorkedList
      label={lists.rides}
      rows={rides.value}
      keyOf={(ride) => ride.appointmentId}
      onOpen={(ride) => desk.openAppointment(ride.appointmentId, desk.day)}
      openLabel={lists.open}
      deeds={
        desk.may('escorts.write')
          ? [{ key: 'E', label: treatment.escortArrived, run: (ride) => void isHere(ride) }]
          : []
      }
      tools={waiting === 0 ? null : <Notice tone="caution">{lists.stillWaiting(waiting)}</Notice>}
      empty={<EmptyState title={lists.noRidesTitle} text={lists.noRidesText} />}
      columns={[
        {
          key: 'ends',
          header: lists.ends,
          width: '110px',
          isFigure: true,
          cell: (ride) => formats.minute(ride.endMinute),
          sortBy: (ride) => ride.endMinute,
        },
        { key: 'patient', header: lists.patient, cell: (ride) => shownName(ride.patientName, desk.isPrivate) },
        { key: 'status', header: lists.status, width: '150px', cell: (ride) => <StatusChip status={ride.status} /> },
        {
          key: 'escort',
          header: lists.escort,
          cell: (ride) =>
            ride.escortName === null ? (
              <span className={css['late']}>{lists.noEscort}</span>
            ) : (
              shownName(ride.escortName, desk.isPrivate)
            ),
        },
        {
          key: 'phone',
          header: lists.phone,
          width: '140px',
          cell: (ride) => (desk.isPrivate || ride.escortPhone === null ? '' : formats.phone(ride.escortPhone)),
        },
        {
          key: 'expected',
          header: lists.expected,
          width: '220px',
          cell: (ride) => <Coming ride={ride} />,
        },
        {
          key: 'clinic',
          header: lists.clinic,
          width: '64px',
          cell: (ride) => <LocationBadge code={ride.locationCode} />,
        },
      ]}
    />
  )
}

function Coming({ ride }: { ride: Ride }) {
  const { zone } = useDesk()
  const { lists } = useWords()
  const formats = useFormats()
  if (ride.arrivedAt !== null) return lists.here(formats.time(ride.arrivedAt, zone))
  const expected = ride.expectedMinute === null ? '' : formats.minute(ride.expectedMinute)
  if (!ride.isWaiting) return expected
  return <span className={css['late']}>{[expected, lists.waits].filter((part) => part !== '').join(' · ')}</span>
}
