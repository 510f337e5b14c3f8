import type { Handlers } from '#contract/house'
import { listAppointmentsOnDay } from '#db/queries/appointments'
import type { AppointmentRow } from '#db/queries/appointments'
import { listEscortNames } from '#db/queries/escorts'
import { findPractice, listLocations } from '#db/queries/practice'
import type { LocationRow } from '#db/queries/practice'
import type { DayPaper, DayVisit } from '#documents/papers'
import { localAt } from '#domain/clock'
import { initials } from '#domain/names'
import { legalName } from '#domain/patient'
import type { Desk } from './desk.ts'
import { found } from './refusal.ts'

type Wanted = Parameters<Handlers<Desk>['documents']['day']>[1]

/** The visits of a day at one location or at all, and the code of the location, or `all`, for the name of the file. */
export async function daySheet(desk: Desk, wanted: Wanted): Promise<{ paper: DayPaper; code: string }> {
  const { day, locationId, language } = wanted
  const { read } = desk.store
  const practice = found(await findPractice(read))
  const all = await listLocations(read)
  const shown = locationId === null ? all : [found(all.find((location) => location.id === locationId))]
  const rows = await listAppointmentsOnDay(read, day, false)
  const escorts = desk.may('escorts.see') ? await listEscortNames(read, day) : undefined
  const paper: DayPaper = {
    kind: 'day',
    language,
    recordedAt: desk.now(),
    practiceName: practice.name,
    day,
    places: shown.map((location) => ({
      locationName: location.name,
      printed: localAt(desk.now(), location.zone),
      visits: rows
        .filter((row) => row.locationId === location.id)
        .map((row) => visitOf(desk, row, location, wanted.isPrivate, escorts)),
    })),
  }
  return { paper, code: locationId === null ? 'all' : (shown[0]?.code ?? '') }
}

function visitOf(
  desk: Desk,
  row: AppointmentRow,
  location: LocationRow,
  isPrivate: boolean,
  escorts: ReadonlyMap<string, string> | undefined,
): DayVisit {
  const shownName = (name: string) => (isPrivate ? initials(name) : name)
  const { infusionNumber, infusionsPlanned } = row
  return {
    startMinute: row.startMinute,
    endMinute: row.startMinute + row.minutes,
    roomName: location.rooms.find((room) => room.id === row.roomId)?.name ?? '',
    patient: shownName(legalName(row)),
    recordNumber: row.recordNumber,
    visit: row.kind,
    ...(infusionNumber === null || infusionsPlanned === null
      ? {}
      : { infusion: { number: infusionNumber, planned: infusionsPlanned } }),
    status: row.status,
    escort: escorts === undefined ? null : shownName(escorts.get(row.id) ?? ''),
    phone: isPrivate ? null : row.phone,
    balanceCents: desk.may('invoices.see') ? row.balanceCents : null,
  }
}
