// @ts-check
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode, runQuietly } from './run.mjs'

const sources = [
  'src-main',
  'src-renderer',
  'db',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
]
const results = ['main/electron.js', 'main/serve.js', 'main/press.js', 'main/upkeep.js', 'preload/preload.cjs']

/**
 * Whether the built app is younger than everything that it is built from. Folders count too: a removed file leaves no
 * other trace.
 * @param {string} root
 * @returns {boolean}
 */
export function isBuilt(root) {
  const mark = statSync(markOf(root), { throwIfNoEntry: false })
  if (mark === undefined) return false
  for (const result of [...results, 'renderer/index.html']) if (!existsSync(join(root, 'out', result))) return false
  return sources.every((source) => newestIn(join(root, source)) <= mark.mtimeMs)
}

/**
 * Builds the app. Answers with the reason when it failed.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function build(root) {
  const began = new Date()
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, output } = await runQuietly(ownNode(root), [tool, 'build', '--logLevel', 'warn'], { cwd: root })
  if (status !== 0) return output
  // The mark carries the time of the beginning: what was saved during the build is built again next time.
  writeFileSync(markOf(root), '')
  utimesSync(markOf(root), began, began)
  return undefined
}

/** @param {string} root */
function markOf(root) {
  return join(root, 'out', '.built')
}

/** @param {string} path @returns {number} */
function newestIn(path) {
  const about = statSync(path, { throwIfNoEntry: false })
  if (about === undefined) return 0
  if (!about.isDirectory()) return about.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), about.mtimeMs)
}
