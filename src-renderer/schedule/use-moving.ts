import { useCallback, useState } from 'react'
import type { Card } from '#contract/appointments'
import { isMovable } from '#domain/appointment-status'
import { useDo } from '#api/hooks'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { useNotices } from '#ui/notice'
import { useWords } from '#ui/words'
import type { BoardColumn, ColumnKind } from './columns.ts'
import type { RefusedMove } from './move-refused-dialog.tsx'
import { isAboutTime } from './refused-slot.tsx'

/** Where a card was let go. */
export type Target = { readonly columnKey: string; readonly startMinute: number; readonly minutes: number }

/** Moves cards between the columns of a board: to another room, or to another provider. */
export function useMoving(kind: ColumnKind, columns: readonly BoardColumn[]) {
  const desk = useDesk()
  const { schedule } = useWords()
  const { minute } = useFormats()
  const { say, refuse } = useNotices()
  const { run: move } = useDo(['appointments', 'move'])
  const [refusedMove, setRefusedMove] = useState<RefusedMove>()
  const mayWrite = desk.may('appointments.write')
  const moveTo = useCallback(
    async (card: Card, { columnKey, startMinute, minutes }: Target) => {
      const column = columns.find((one) => one.key === columnKey)
      if (column === undefined) return
      const place =
        kind === 'provider'
          ? { providerId: columnKey }
          : { roomId: columnKey, locationId: column.location?.id ?? card.slot.locationId }
      const slot = { ...card.slot, ...place, startMinute, minutes }
      const reply = await move({ appointmentId: card.id, version: card.version, slot })
      if (reply.ok) say(schedule.moved(`${minute(slot.startMinute)}, ${column.name}`))
      else if (isAboutTime(reply.fault)) setRefusedMove({ card, slot, fault: reply.fault })
      else refuse(reply.fault)
    },
    [columns, kind, minute, move, refuse, say, schedule],
  )
  const canMove = useCallback((card: Card) => mayWrite && isMovable(card.status), [mayWrite])
  return { moveTo, canMove, refusedMove, forgetRefused: () => setRefusedMove(undefined) }
}
