// @ts-check
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The Node that the project brings along; the one of the system may be too old for its database.
 * @param {string} root
 * @returns {string}
 */
export function ownNode(root) {
  const path = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(path) ? path : join(root, 'node_modules', '.bin', 'node')
}

/**
 * @typedef {{ status: number, output: string }} Quiet
 */

/**
 * Runs a command without showing what it says; the text is kept for when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, timeout?: number, shell?: boolean }} options
 * @returns {Promise<Quiet>}
 */
export function runQuietly(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], killSignal: 'SIGKILL' })
    let output = ''
    const hear = (/** @type {Buffer} */ data) => {
      output = (output + data.toString()).slice(0, 100_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => resolve({ status: 127, output: error.message }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

/**
 * Runs the app in the foreground and passes signals on, so that it can close its file. Answers with its
 * status, and whether a signal asked it to end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ status: number, wasStopped: boolean }>}
 */
export function runInFront(command, args, options) {
  return new Promise((resolve) => {
    let wasStopped = false
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      wasStopped = true
      child.kill(signal)
    }
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    // Before the app is started: it may be quicker with a signal than this process with its next line.
    for (const signal of signals) process.on(signal, pass)
    const child = spawn(command, args, { ...options, stdio: 'inherit' })
    const unwatch = watchNpm(() => pass('SIGTERM'))
    const end = (/** @type {number} */ status) => {
      for (const signal of signals) process.off(signal, pass)
      unwatch()
      resolve({ status, wasStopped })
    }
    child.on('error', () => end(127))
    child.on('close', (status) => end(status ?? 1))
  })
}

/**
 * A SIGTERM to `npm start` ends npm and the shell under it, and never reaches this process: it is noticed by the parent
 * being gone.
 * @param {() => void} onGone
 * @returns {() => void} what ends the watch
 */
function watchNpm(onGone) {
  if (process.env['npm_lifecycle_event'] === undefined) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, 500)
  return () => clearInterval(timer)
}
