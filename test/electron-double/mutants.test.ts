import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildShell, Desk } from '../shells/electron-app.ts'

let shell: string
let folder: string
let desk: Desk
beforeAll(async () => {
  shell = await buildShell()
}, 60_000)
afterAll(() => rmSync(shell, { recursive: true, force: true }))
beforeEach(() => {
  desk = new Desk()
  folder = mkdtempSync(join(tmpdir(), 'mutant-'))
  cpSync(shell, folder, { recursive: true })
})
afterEach(async () => {
  await desk.putAway()
  rmSync(folder, { recursive: true, force: true })
})

function mutate(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  if (before === after) throw new Error(`the mutation of ${file} did not apply`)
  writeFileSync(path, after)
}
const main = 'out/main/electron.js'
const preload = 'out/preload/preload.cjs'

/** Mistakes that unit tests never meet, because only a running Electron punishes them. */
describe('the double punishes as Electron does', () => {
  test.each([
    ['an ES module as the preload script', /^/, 'import "electron";\n'],
    ['a module of Node in a sandboxed preload script', /^/, 'require("node:fs");\n'],
  ])('%s: no bridge, and a complaint', async (_mistake, from, to) => {
    mutate(preload, from, to)
    const { page } = await desk.open(folder)
    expect(await page.evaluate(() => typeof Reflect.get(window, 'desk'))).toBe('undefined')
    expect(desk.log).toContain('Unable to load preload script')
  })

  test('a wrong path to the preload script: no bridge, and a complaint', async () => {
    mutate(main, 'preload/preload.cjs', 'preload/preload.mjs')
    const { page } = await desk.open(folder)
    expect(await page.evaluate(() => typeof Reflect.get(window, 'desk'))).toBe('undefined')
    expect(desk.log).toContain('Unable to load preload script')
  })

  test.each([
    [
      'an API that Electron does not have',
      /hardenContents\(\);/,
      'app.isUnityRunning();',
      'App.isUnityRunning does NOT exist',
    ],
    [
      'a web request rule that also stops our own files',
      /cancel: !isOurs\(url\)/,
      'cancel: true',
      'ERR_BLOCKED_BY_CLIENT',
    ],
    ['Node in the page', /nodeIntegration: false/, 'nodeIntegration: true', 'refuses webPreferences.nodeIntegration'],
    ['a page outside of the sandbox', /sandbox: true/, 'sandbox: false', 'refuses webPreferences.sandbox = false'],
    [
      'a scheme that is registered too late',
      /registerScheme\(\);/,
      'app.whenReady().then(registerScheme);',
      'not registered as a standard scheme',
    ],
  ])('%s', async (_mistake, from, to, complaint) => {
    mutate(main, from, to)
    await desk.launch(folder).catch(() => undefined)
    // The shell tells what stopped it in its log beside the data.
    await expect.poll(() => desk.log + logOf(desk.data), { timeout: 8_000 }).toContain(complaint)
  })

  test('waiting for ready at the top of the main script never ends', async () => {
    mutate(
      main,
      'app.enableSandbox();',
      'app.enableSandbox(); setTimeout(() => process.exit(9), 1500); await app.whenReady();',
    )
    await expect(desk.launch(folder)).rejects.toThrow()
  })
})

function logOf(data: string): string {
  try {
    return readFileSync(join(data, 'infusion-desk.log'), 'utf8')
  } catch {
    return ''
  }
}
