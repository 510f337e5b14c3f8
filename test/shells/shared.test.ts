import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataFolder } from '#shell/data-folder'
import { securityHeaders } from '#shell/headers'
import { logTo } from '#shell/log-file'
import { readOptions } from '#shell/options'

describe('the data folder', () => {
  test.each([
    ['win32', { LOCALAPPDATA: '/users/desk/local' }, '/users/desk/local/Infusion Desk'],
    ['win32', {}, '/home/desk/AppData/Local/Infusion Desk'],
    ['darwin', {}, '/home/desk/Library/Application Support/Infusion Desk'],
    ['linux', {}, '/home/desk/.local/share/infusion-desk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/infusion-desk'],
  ] as const)('on %s is one that stays on this PC', (platform, env, folder) => {
    expect(dataFolder(platform, env, '/home/desk')).toBe(folder)
  })
})

describe('the options of a shell', () => {
  test('are read among the switches that Electron brings', () => {
    const args = ['--no-sandbox', '--remote-debugging-port=0', '--data=/data/desk', '--no-open', '--lang=en-US']
    expect(readOptions(args)).toEqual({ dir: '/data/desk', sample: false, port: 0, open: false })
  })

  test('left out, they mean the usual folder, a free port, and the default browser', () => {
    expect(readOptions([])).toEqual({ dir: dataFolder(), sample: false, port: 0, open: true })
    expect(readOptions(['--demo', '--port', '70000'])).toMatchObject({ sample: true, port: 0 })
  })
})

test('the content security policy lets nothing inline in and turns no text into code', () => {
  const policy = securityHeaders['content-security-policy'] ?? ''
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  expect(policy.split('; ').slice(0, 6)).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
  ])
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
})

describe('the log', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is for its owner alone, and keeps one file before when it is full', () => {
    const log = logTo(folder)
    log('first')
    expect(statSync(join(folder, 'infusion-desk.log')).mode & 0o777).toBe(0o600)
    log('x'.repeat(1024 * 1024))
    log('last')
    expect(readdirSync(folder).toSorted()).toEqual(['infusion-desk.log', 'infusion-desk.log.previous'])
    expect(readFileSync(join(folder, 'infusion-desk.log'), 'utf8')).toBe('last\n')
  })
})
