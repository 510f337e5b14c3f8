// @ts-check
// The first thing that runs on a fresh clone: only what the system's own Node brings may be used here and in the files
// beside it.
import { join, resolve } from 'node:path'
import { build, isBuilt } from './build.mjs'
import { findElectron } from './electron.mjs'
import { install, isInstalled } from './install.mjs'
import { OptionProblem, readOptions, shellArguments } from './options.mjs'
import { ownNode, runInFront } from './run.mjs'

const root = resolve(import.meta.dirname, '../..')
const ELECTRON_FAILED_WITHIN = 10_000
/** The status with which a shell ends after telling why the data folder cannot be used: no other shell could either. */
const START_PROBLEM = 3

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}

/** @param {string} sentence @param {string} details @returns {never} */
function giveUp(sentence, details) {
  // npm and Vite say what is wrong first, and print their manual or their own stack after it.
  const first = details.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('npm warn'))
  process.stderr.write(`${sentence}\n${first.slice(0, 15).join('\n')}\n`)
  process.exit(1)
}

async function prepare() {
  if (!isInstalled(root)) {
    say('Installing what Infusion Desk needs. This takes about a minute, once.')
    const problem = await install(root)
    if (problem !== undefined) giveUp('The installation did not work. Check the network and start again.', problem)
  }
  if (!isBuilt(root)) {
    say('Building Infusion Desk.')
    const problem = await build(root)
    if (problem !== undefined) giveUp('The build did not work.', problem)
  }
}

/** @param {import('./options.mjs').Options} options @param {string} reason @returns {Promise<number>} */
async function openInBrowser(options, reason) {
  say(`Infusion Desk runs in the browser, because ${reason}.`)
  const serve = join(root, 'out', 'main', 'serve.js')
  const { status } = await runInFront(ownNode(root), [serve, ...shellArguments(options)], { cwd: root })
  return status
}

/** @param {import('./options.mjs').Options} options @returns {Promise<number>} */
async function open(options) {
  if (options.browser) return openInBrowser(options, 'you asked for it')
  if (options.port !== undefined) return openInBrowser(options, '--port was given')
  if (!options.open) return openInBrowser(options, '--no-open was given')
  const electron = await findElectron(root, { say })
  if ('without' in electron) return openInBrowser(options, electron.without)

  say('Infusion Desk opens in its own window, because Electron is on this PC.')
  const began = Date.now()
  const env = { ...process.env }
  delete env['ELECTRON_RUN_AS_NODE']
  const { status, wasStopped } = await runInFront(electron.path, [root, ...shellArguments(options)], { cwd: root, env })
  const failedAtOnce =
    !wasStopped && status !== 0 && status !== START_PROBLEM && Date.now() - began < ELECTRON_FAILED_WITHIN
  return failedAtOnce ? openInBrowser(options, `Electron ended at once (status ${status})`) : status
}

try {
  const options = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  await prepare()
  process.exitCode = await open(options)
} catch (error) {
  if (!(error instanceof OptionProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
