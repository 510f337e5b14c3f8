import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { findChromium } from '../run/browser.ts'

describe('the browser of the tests', () => {
  test('the one that is named goes first, and a wrong name is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'browser-'))
    writeFileSync(join(folder, 'chrome'), '#!/bin/sh\n', { mode: 0o755 })
    expect(await findChromium({ CHROMIUM_PATH: join(folder, 'chrome') })).toMatchObject({
      path: join(folder, 'chrome'),
    })
    await expect(findChromium({ CHROMIUM_PATH: join(folder, 'none') })).rejects.toThrow('cannot be run')
    rmSync(folder, { recursive: true })
  })

  test.runIf(process.platform === 'linux')(
    'the one from npm starts, paints letters and makes a PDF',
    async () => {
      const { path, args, from } = await findChromium({ CHROMIUM_FROM: 'npm' })
      expect(from).toContain('npm')
      expect(String(spawnSync(path, ['--version']).stdout)).toMatch(/^Chromium \d+/)
      const browser = await chromium.launch({ executablePath: path, args })
      try {
        const page = await browser.newPage()
        await page.setContent('<span id="wide">wwww</span><br><span id="narrow">iiii</span>')
        const width = async (id: string) => (await page.locator(`#${id}`).boundingBox())?.width ?? 0
        // Without a font every letter is as wide as the next, or nothing is painted at all.
        expect(await width('wide')).toBeGreaterThan((await width('narrow')) + 4)
        expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
      } finally {
        await browser.close()
      }
    },
    60_000,
  )
})
