import { useMemo } from 'react'
import { useLook } from '#api/hooks'
import type { Choice } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'

/** Everybody who treats, and every room in use, as choices of a list. */
export function useWho(): Choice<string>[] {
  const desk = useDesk()
  const staff = useLook(['staff', 'list'], {})
  return useMemo(
    () => [
      ...(staff.value ?? [])
        .filter((member) => !member.isArchived)
        .filter((member) => member.posts.some((post) => post.role === 'provider' || post.role === 'nurse'))
        .map((member) => ({ value: member.id, label: member.name })),
      ...desk.locations.flatMap((location) =>
        location.rooms
          .filter((room) => !room.isArchived)
          .map((room) => ({ value: room.id, label: `${location.code} · ${room.name}` })),
      ),
    ],
    [desk.locations, staff.value],
  )
}
