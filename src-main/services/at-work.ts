import type { LocationRow } from '#db/queries/practice'
import type { StaffRow } from '#db/queries/staff'
import type { Closure } from '#domain/availability'
import { closedDaysOf } from '#domain/availability'
import type { Role } from '#domain/roles'
import type { SeriesLocation, SeriesStaff } from '#domain/series-day'

/** Those of the staff who hold a role at each of the locations; the one who is named comes first. */
export function peopleAs(
  staff: readonly StaffRow[],
  role: Role,
  locations: readonly LocationRow[],
  first?: string,
): SeriesStaff[] {
  const people = staff
    .filter((member) => !member.isArchived)
    .flatMap((member) =>
      locations
        .filter((location) =>
          member.posts.some(
            (post) => post.role === role && (post.locationId === null || post.locationId === location.id),
          ),
        )
        .map((location) => ({ id: member.id, locationId: location.id })),
    )
  return [...people.filter((one) => one.id === first), ...people.filter((one) => one.id !== first)]
}

/** The locations as a search sees them: rooms in use, hours, and the days on which they are closed. */
export function searched(locations: readonly LocationRow[], closures: readonly Closure[]): SeriesLocation[] {
  return locations.map((location) => ({
    id: location.id,
    rooms: location.rooms.filter((room) => !room.isArchived).map((room) => room.id),
    hours: location.hours,
    closedDays: closedDaysOf(closures, location.id),
  }))
}
