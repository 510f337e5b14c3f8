/**
 * What runs when Playwright starts the stand-in for Electron's executable. It keeps Electron's order: `-r` modules, the
 * main script (an ES module is awaited), the browser, then `ready`. Source: electron docs "ES Modules (ESM) in Electron"
 * and lib/browser/init.ts.
 */
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const here = import.meta.dirname
const given = process.argv.slice(2)
const electronPackage = createRequire(import.meta.url)('electron/package.json') as { version: string }

const log = process.env['DOUBLE_LOG']
if (log !== undefined) {
  const write = process.stderr.write.bind(process.stderr)
  process.stderr.write = (chunk: string | Uint8Array): boolean => {
    appendFileSync(log, chunk)
    return write(chunk)
  }
}

const electronUrl = pathToFileURL(join(here, 'electron.ts')).href
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron' || specifier === 'electron/main' || specifier === 'electron/common')
      return { url: electronUrl, format: 'module-typescript', shortCircuit: true }
    if (specifier === 'electron/renderer') throw new Error('Cannot find module electron/renderer in the main process')
    return next(specifier, context)
  },
})

const executable = process.env['DOUBLE_EXECUTABLE'] ?? join(here, 'dist/electron')
const wire = process.env['DOUBLE_FUSE_WIRE'] ?? ''
delete process.env['DOUBLE_EXECUTABLE']
delete process.env['DOUBLE_FUSE_WIRE']
const versions = { ...process.versions, electron: electronPackage.version, chrome: '0' }
Object.defineProperty(process, 'versions', { value: versions, enumerable: true, configurable: true })
Object.defineProperty(process, 'type', { value: 'browser', enumerable: true })
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
Object.defineProperty(process, 'resourcesPath', { value: join(dirname(executable), 'resources'), enumerable: true })
process.execPath = executable
process.argv = [executable, ...given]

if (given.includes('--version')) {
  console.log(`v${electronPackage.version}`)
  process.exit(0)
}
// The fourth fuse is EnableNodeCliInspectArguments. Node prints "Debugger listening on ws://…", which Playwright waits for.
const inspect = given.find((x) => /^--inspect(?:=|$)/.test(x))
if (inspect !== undefined && wire[3] !== '0') inspector.open(Number(inspect.split('=')[1] ?? 9229), '127.0.0.1')

const { app } = await import('#double/app/app')
const { startChromium } = await import('#double/chromium')

let target: string | undefined
const require = createRequire(join(process.cwd(), 'start.js'))
for (let i = 0; i < given.length; i++) {
  const argument = given[i] ?? ''
  if (argument === '-r' || argument === '--require') require(given[++i] ?? '')
  else if (!argument.startsWith('-')) target ??= argument
}
const asked = resolve(target ?? '.')
const folder = statSync(asked).isDirectory() ? asked : dirname(asked)
const manifest = join(folder, 'package.json')
const about = (existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}) as {
  name?: string
  productName?: string
  version?: string
  main?: string
}
const main = folder === asked ? join(folder, about.main ?? 'index.js') : asked
app._about(about.productName ?? about.name ?? 'Electron', about.version ?? electronPackage.version, folder)
process.argv[1] ??= main

process.on('uncaughtException', (error) => {
  console.error(`A JavaScript error occurred in the main process\nUncaught Exception:\n${error.stack ?? String(error)}`)
  if (process.listenerCount('uncaughtException') === 1) process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
const slow = setTimeout(() => {
  console.error(
    '[electron-double] the main script still runs after 10 s: a top-level await of app.whenReady() never ends in Electron',
  )
}, 10_000)
await import(pathToFileURL(main).href)
clearTimeout(slow)
await startChromium((line) => process.stderr.write(`${line}\n`))
// Electron's main process lives until it quits, with or without windows.
setInterval(() => {}, 2 ** 30)
