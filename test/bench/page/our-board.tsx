import type { Card } from '#contract/appointments'
import type { LocationView } from '#contract/practice'
import { day } from '#domain/dates'
import { cents } from '#domain/money'
import { readinessOf } from '#domain/readiness'
import { Board } from '../../../src-renderer/schedule/board.tsx'
import { roomColumns } from '../../../src-renderer/schedule/columns.ts'
import { UiProvider } from '../../../src-renderer/ui/ui-provider.tsx'
import { boardSize, shownDay, visits } from './visits.ts'

const address = { street: '', street2: '', city: '', state: 'CA', postalCode: '' }
const location: LocationView = {
  id: 'location',
  code: 'SM',
  name: 'Santa Monica',
  address,
  phone: '',
  zone: 'America/Los_Angeles',
  rooms: Array.from({ length: boardSize.columns }, (_, n) => ({
    id: String(n),
    name: `Chair ${n + 1}`,
    isArchived: false,
  })),
  hours: [],
}

const cards: Card[] = visits().map(({ id, column, startMinute, minutes, name }) => ({
  id,
  slot: {
    day: day(shownDay),
    startMinute,
    minutes,
    locationId: location.id,
    roomId: String(column),
    providerId: 'provider',
    nurseId: null,
  },
  kind: 'infusion',
  status: 'booked',
  statusSince: 0,
  patientId: id,
  patientName: name,
  patientInitials: 'GF',
  recordNumber: '1',
  phone: '',
  alertCount: 0,
  planId: null,
  infusionNumber: 1,
  infusionsPlanned: 6,
  infusionMinutes: 40,
  hasEscort: true,
  balanceCents: null,
  notes: '',
  override: null,
  dots: readinessOf({ kind: 'infusion', marks: {}, pressure: undefined, hasEscort: true, balance: cents(0) }),
  blocks: null,
  cancelReason: '',
  version: '1',
}))

const nothing = () => {}

/** The project's own board with the appointments of the measuring page. */
export function OurBoard() {
  return (
    <UiProvider>
      <Board
        columns={roomColumns([location], cards)}
        hours={{ from: 420, until: 1140 }}
        now={600}
        late={new Map()}
        isPrivate={false}
        selectedId={undefined}
        placing={undefined}
        onOpen={nothing}
        onSpot={nothing}
        onPlaced={nothing}
        canMove={() => true}
        onMoved={nothing}
        onArrive={nothing}
      />
    </UiProvider>
  )
}
