import { useLook } from '#api/hooks'
import type { Choice } from '#ui/choice-field'

type StaffRole = 'provider' | 'nurse'

/** The people who hold a role at a location, or everywhere, as choices of a list. */
export function usePeople(role: StaffRole, locationId: string | undefined): Choice<string>[] {
  const staff = useLook(['staff', 'list'], {})
  return (staff.value ?? [])
    .filter((member) => !member.isArchived)
    .filter((member) =>
      member.posts.some((post) => post.role === role && (post.locationId === null || post.locationId === locationId)),
    )
    .map((member) => ({
      value: member.id,
      label: member.credentials === '' ? member.name : `${member.name}, ${member.credentials}`,
    }))
}
