// @ts-check
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode, runQuietly } from './run.mjs'

const PATIENCE = 20_000
const DAY = 24 * 60 * 60 * 1000

/**
 * Where Electron is, or why it cannot be used here.
 * @typedef {{ path: string } | { without: string }} Electron
 */

/**
 * Finds Electron's binary, and downloads it when it is not there: tried for twenty seconds, and after a failure not again
 * for a day, so that a PC behind a firewall does not wait every morning.
 * @param {string} root
 * @param {{ say: (line: string) => void, env?: NodeJS.ProcessEnv, patience?: number }} options
 * @returns {Promise<Electron>}
 */
export async function findElectron(root, { say, env = process.env, patience = PATIENCE }) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override === undefined) {
    const obstacle = obstacleHere(env)
    if (obstacle !== undefined) return { without: obstacle }
  }
  const path = binaryIn(root, override)
  if (path !== undefined) return { path }
  if (override !== undefined) return { without: `there is no Electron in ${override}` }

  const mark = join(root, 'node_modules', '.electron-not-available')
  const tried = statSync(mark, { throwIfNoEntry: false })
  if (tried !== undefined && Date.now() - tried.mtimeMs < DAY)
    return { without: 'Electron is not on this PC and could not be downloaded when it was last tried' }
  say('Downloading Electron, for twenty seconds at most.')
  const tool = join(root, 'node_modules', 'electron', 'install.js')
  await runQuietly(ownNode(root), [tool], { cwd: root, timeout: patience })
  const downloaded = binaryIn(root, undefined)
  if (downloaded === undefined) {
    writeFileSync(mark, '')
    return { without: 'Electron could not be downloaded' }
  }
  rmSync(mark, { force: true })
  return { path: downloaded }
}

/** @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
function obstacleHere(env) {
  if (process.platform !== 'linux') return undefined
  if (env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined)
    return 'there is no desktop for an Electron window'
  // Chromium's sandbox does not work for root, and it is never turned off.
  if (process.getuid?.() === 0) return 'Electron does not run safely as root'
  return undefined
}

/** @param {string} root @param {string | undefined} override @returns {string | undefined} */
function binaryIn(root, override) {
  const home = join(root, 'node_modules', 'electron')
  const note = join(home, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8') : undefined
  const path = override === undefined ? name && join(home, 'dist', name) : join(override, name ?? 'electron')
  return path !== undefined && existsSync(path) ? path : undefined
}
