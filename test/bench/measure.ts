/** One row of the table: milliseconds, and the floor that was measured in the same run, when there is one. */
export type BenchRow = {
  readonly name: string
  readonly samples: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** The bare statement or library call that cannot be avoided, p50. */
  readonly floor: number | null
  /** What the row may take at p95 on one core; null when nothing was promised. */
  readonly budget: number | null
}

/** Times some work again and again, after a few rounds that do not count. */
export async function sampled(rounds: number, work: () => unknown): Promise<number[]> {
  for (let warm = 0; warm < Math.min(5, rounds); warm += 1) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times
}

/** A row of what was sampled. */
export function rowOf(
  name: string,
  times: readonly number[],
  more: { readonly floor?: readonly number[]; readonly budget?: number } = {},
): BenchRow {
  return {
    name,
    samples: times.length,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
    floor: more.floor === undefined ? null : percentile(more.floor, 50),
    budget: more.budget ?? null,
  }
}

/** The value that so many in a hundred do not exceed. */
export function percentile(times: readonly number[], of: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * of) / 100) - 1)] ?? Number.NaN
}

/** The rows as a table for people. */
export function tableOf(rows: readonly BenchRow[]): string {
  const head = ['', 'p50 ms', 'p95 ms', 'p99 ms', 'floor ms', 'ratio', 'budget p95']
  const lines = rows.map((row) => [
    row.name,
    row.p50.toFixed(2),
    row.p95.toFixed(2),
    row.p99.toFixed(2),
    row.floor === null ? '' : row.floor.toFixed(2),
    row.floor === null ? '' : `${(row.p50 / row.floor).toFixed(1)}×`,
    row.budget === null ? '' : `${row.budget} ${row.p95 <= row.budget ? 'met' : 'MISSED'}`,
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)))
  const shown = (line: readonly string[]) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [head, ...lines].map(shown).join('\n')
}
