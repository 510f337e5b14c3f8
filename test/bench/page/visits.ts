/** How many columns the boards have, and how many appointments in all. */
export const boardSize = { columns: 12, visits: 300 } as const

/** One appointment of the board, in minutes of its day. */
export type Visit = { id: string; column: number; startMinute: number; minutes: number; name: string }

/** The day that every board shows. */
export const shownDay = '2026-03-10'

/** The same appointments for every board: twenty-five a column from half past seven on, each 24 minutes long. */
export function visits(): Visit[] {
  return Array.from({ length: boardSize.visits }, (_, n) => ({
    id: `visit-${n}`,
    column: n % boardSize.columns,
    startMinute: 450 + Math.floor(n / boardSize.columns) * 25,
    minutes: 24,
    name: `Given Family ${n}`,
  }))
}
