import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { findChromium } from '../run/browser.ts'
import { rowOf, type BenchRow } from './measure.ts'

const boards = ['Infusion Desk', '@event-calendar/core', 'react-big-calendar'] as const

/** The first paint of a day with 300 appointments in twelve columns: ours, and two public calendars with the same data. */
export async function paintRows(rounds: number): Promise<BenchRow[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-page-'))
  const root = join(import.meta.dirname, 'page')
  await build({ root, logLevel: 'error', plugins: [react()], build: { outDir, minify: true, target: 'es2023' } })
  const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const { path, args } = await findChromium()
  const browser = await chromium.launch({ executablePath: path, args })
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    const times = new Map<string, number[]>()
    // In turns, so that whatever else the PC does falls on all of them; the first turn warms the browser up.
    for (let round = -1; round < rounds; round += 1) {
      for (const name of boards) {
        await page.goto(server.resolvedUrls?.local[0] ?? '')
        await page.waitForFunction(() => 'paint' in window)
        const took = await page.evaluate(async (board) => {
          const paint: unknown = Reflect.get(window, 'paint')
          return typeof paint === 'function' ? Number(await paint(board)) : Number.NaN
        }, name)
        if (round >= 0) times.set(name, [...(times.get(name) ?? []), took])
      }
    }
    return boards.map((name) => rowOf(`first paint, 300 visits: ${name}`, times.get(name) ?? []))
  } finally {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}
