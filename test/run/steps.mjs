// @ts-check
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, delimiter } from 'node:path'

/**
 * One step of the run; with a report its own tests are counted, without one it counts as a single test.
 * @typedef {{ name: string, args: readonly string[], report?: string, isSlow?: boolean }} Step
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Runs a step on the project's own Node. One calm line when it is good; all it said when it is not.
 * @param {string} root
 * @param {string} node
 * @param {Step} step
 * @returns {Promise<boolean>}
 */
export async function runStep(root, node, step) {
  const began = Date.now()
  // The tools look for `node` themselves too: the project's own comes first.
  const path = `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`
  const env = { ...process.env, PATH: path, CI: 'true', FORCE_COLOR: '0' }
  const child = spawn(node, step.args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (output += data))
  const status = await new Promise((done) => {
    child.on('error', () => done(127))
    child.on('close', (code) => done(code ?? 1))
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  if (status === 0) process.stdout.write(`${step.name}: good, ${seconds} s\n`)
  else process.stdout.write(`${output}\n${step.name}: FAILED, ${seconds} s\n`)
  return status === 0
}

/**
 * What a step adds to the sum. A step that failed without a single failed test (it could not even begin) is one failure.
 * @param {Step} step
 * @param {boolean} isGood
 * @returns {Counts}
 */
export function countsOf(step, isGood) {
  const counts = step.report === undefined ? { passed: isGood ? 1 : 0, failed: 0, skipped: 0 } : reported(step.report)
  if (!isGood && counts.failed === 0) counts.failed = 1
  return counts
}

/** @param {string} path @returns {Counts} */
function reported(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    if (report.stats !== undefined) {
      const { expected, unexpected, flaky, skipped } = report.stats
      return { passed: expected, failed: unexpected + flaky, skipped }
    }
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
