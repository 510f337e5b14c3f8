import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

/** A Chromium that can be started: its file, what it needs to be told, and where it was found, in words. */
export type FoundChromium = { readonly path: string; readonly args: string[]; readonly from: string }

/**
 * The browser of the tests, in this order: the one that CHROMIUM_PATH names, one that Playwright manages, one of the
 * system, and the one that an npm package brings, which is always there. CHROMIUM_FROM=npm takes the last at once.
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<FoundChromium> {
  const path = env['CHROMIUM_PATH']
  if (path !== undefined && path !== '') {
    if (!canRun(path)) throw new Error(`CHROMIUM_PATH names ${path}, which cannot be run`)
    return found(path, 'CHROMIUM_PATH')
  }
  if (env['CHROMIUM_FROM'] !== 'npm') {
    const managed = chromium.executablePath()
    if (canRun(managed)) return found(managed, 'Playwright')
    const installed = systemCandidates(env).find(canRun)
    if (installed !== undefined) return found(installed, 'the system')
  }
  return found(await unpackedFromNpm(), 'the npm package @sparticuz/chromium')
}

function found(path: string, from: string): FoundChromium {
  // Chromium's sandbox works neither for root nor where a container or Ubuntu forbids user namespaces; the tests open
  // nothing but our own pages.
  return { path, from, args: process.platform === 'linux' ? ['--no-sandbox'] : [] }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function systemCandidates(env: NodeJS.ProcessEnv): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const onPath = (env['PATH'] ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)))
  const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((x) => x !== undefined)
  return [
    ...(process.platform === 'win32' ? [] : onPath),
    ...(process.platform === 'darwin' ? ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] : []),
    ...programs.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ]
}

/**
 * Unpacks the packaged Chromium once, into node_modules/.cache, and answers with a small script that starts it with the
 * libraries and fonts it lacks on this machine. Two test runs at once may both unpack; the first to finish stays.
 */
async function unpackedFromNpm(): Promise<string> {
  if (process.platform !== 'linux')
    throw new Error('No Chromium or Chrome was found. Install one, or name it in CHROMIUM_PATH.')
  const bin = resolve(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  const about = readFileSync(join(bin, '../package.json'), 'utf8')
  const version = /"version":\s*"([^"]+)"/.exec(about)?.[1] ?? 'unknown'
  const cache = resolve(import.meta.dirname, '../../node_modules/.cache')
  const home = join(cache, `chromium-${version}`)
  const starter = join(home, 'start')
  if (existsSync(starter)) return starter

  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'unpacking-'))
  try {
    unpack(bin, work)
    writeFileSync(join(work, 'start'), starterScript(work, home))
    chmodSync(join(work, 'start'), 0o755)
    renameSync(work, home)
  } catch (error) {
    if (!existsSync(starter)) throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return starter
}

/** The package unpacks into the temporary folder of its process, so it gets a process whose temporary folder is ours. */
function unpack(bin: string, folder: string): void {
  const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => join(bin, name))
  const code = `import { inflate } from '@sparticuz/chromium'
    await Promise.all(${JSON.stringify(files)}.map((file) => inflate(file)))`
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder },
  })
  if (ran.status !== 0) throw new Error(`The packaged Chromium could not be unpacked: ${String(ran.stderr)}`)
}

function starterScript(unpacked: string, home: string): string {
  const lines = ['#!/bin/sh']
  // Only what is missing is lent: a system's own libraries fit each other better.
  const alone = spawnSync(join(unpacked, 'chromium'), ['--version'])
  if (alone.status !== 0) lines.push(`export LD_LIBRARY_PATH="${join(home, 'al2023/lib')}"`)
  if (!hasFonts()) {
    const config = join(unpacked, 'fonts.conf')
    writeFileSync(config, fontConfiguration(join(home, 'fonts')))
    lines.push(`export FONTCONFIG_FILE="${join(home, 'fonts.conf')}"`)
  }
  return [...lines, `exec "${join(home, 'chromium')}" "$@"`, ''].join('\n')
}

function hasFonts(): boolean {
  return existsSync('/etc/fonts/fonts.conf') && (existsSync('/usr/share/fonts') || existsSync('/usr/local/share/fonts'))
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${join(folder, '.cache')}</cachedir></fontconfig>
`
}
