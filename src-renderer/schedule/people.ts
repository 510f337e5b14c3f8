import { useMemo } from 'react'
import { useLook } from '#api/hooks'
import type { Choice } from '#ui/choice-field'

type StaffRole = 'provider' | 'nurse'

/** The people who hold a role at one of the locations, or everywhere, as choices of a list. */
export function usePeople(role: StaffRole, locations: readonly { readonly id: string }[]): Choice<string>[] {
  const staff = useLook(['staff', 'list'], {})
  return useMemo(
    () =>
      (staff.value ?? [])
        .filter((member) => !member.isArchived)
        .filter((member) =>
          member.posts.some(
            (post) =>
              post.role === role &&
              (post.locationId === null || locations.some((location) => location.id === post.locationId)),
          ),
        )
        .map((member) => ({
          value: member.id,
          label: member.credentials === '' ? member.name : `${member.name}, ${member.credentials}`,
        })),
    [staff.value, role, locations],
  )
}
