// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode, runQuietly } from './run.mjs'

/**
 * Whether the packages in node_modules are those of the lock file. The mark holds the lock file's digest; an
 * installation made by hand counts when it is newer than the lock file.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  if (!existsSync(ownNode(root))) return false
  const mark = markOf(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digestOf(root)) return true
  const byHand = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false })
  return byHand !== undefined && byHand.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/**
 * Installs exactly what the lock file names. Answers with the reason when it failed.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function install(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env['npm_execpath']
  // Under `npm start` npm says where it is; on Windows the plain command is a script that needs a shell.
  const { status, output } =
    npm !== undefined && /\.[cm]?js$/.test(npm)
      ? await runQuietly(process.execPath, [npm, ...args], { cwd: root })
      : await runQuietly('npm', args, { cwd: root, shell: process.platform === 'win32' })
  if (status !== 0) return output
  writeFileSync(markOf(root), digestOf(root))
  return undefined
}

/** @param {string} root */
function markOf(root) {
  return join(root, 'node_modules', '.installed-from')
}

/** @param {string} root */
function digestOf(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}
