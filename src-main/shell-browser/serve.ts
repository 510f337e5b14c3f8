import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createEngine, StartProblem } from '#engine'
import { logTo } from '#shell/log-file'
import { readOptions } from '#shell/options'
import { serveDesk } from './http.ts'
import { openBrowser } from './open-browser.ts'

// Addresses are resolved here, in the entry: a shared piece of the build lies in another folder.
const beside = (file: string) => new URL(file, import.meta.url)
const workers = { documents: beside('./press.js'), upkeep: beside('./upkeep.js') }
const pages = fileURLToPath(beside('../renderer/'))

function version(): string {
  const about: unknown = JSON.parse(readFileSync(beside('../../package.json'), 'utf8'))
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : ''
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const log = options.sample ? (line: string) => void process.stderr.write(`${line}\n`) : logTo(options.dir)
  const engine = await createEngine({ dir: options.dir, workers, version: version(), sample: options.sample, log })
  const server = await serveDesk({ engine, pages, port: options.port }).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })

  const say = (line: string) => process.stdout.write(`${line}\n`)
  const link = server.newLink()
  for (const { signInName, password, role } of engine.sampleLogins()) say(`  ${signInName} (${role}): ${password}`)
  say(`Infusion Desk: ${link}`)
  if (options.open) openBrowser(link)
  if (process.stdin.isTTY) process.stdin.on('data', () => say(`Infusion Desk: ${server.newLink()}`))

  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    await server.close()
    await engine.close()
    process.exit(0)
  }
  // A failed close must not look like a clean one; the error stops the process with its own status.
  process.on('SIGINT', () => void close())
  process.on('SIGTERM', () => void close())
  process.on('SIGHUP', () => void close())
}

main().catch((error: unknown) => {
  if (error instanceof StartProblem) {
    process.stderr.write(`${error.message}\n`)
    process.exit(3)
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write('This port is taken by another program. Choose another one with --port, or leave it out.\n')
    process.exit(4)
  }
  throw error
})
