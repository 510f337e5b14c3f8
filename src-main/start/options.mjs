// @ts-check
import { resolve } from 'node:path'

/**
 * What the person asked for.
 * @typedef {{ browser: boolean, demo: boolean, open: boolean, data: string | undefined, port: number | undefined }} Options
 */

export const usage = `Options: --browser      open in the browser instead of Electron
         --demo         look around in a sample practice that is thrown away at the end
         --data DIR     keep the practice's file in this folder
         --port N       use this port for the browser (1024 to 65535)
         --no-open      print the address, open nothing
Write them after two dashes: npm start -- --demo`

/** A sentence for the person who typed the options. */
export class OptionProblem extends Error {}

/**
 * Reads the options, strictly: a mistyped one is told, never passed over.
 * @param {readonly string[]} args
 * @param {string} from the folder that a relative --data starts from
 * @returns {Options}
 */
export function readOptions(args, from) {
  /** @type {Options} */
  const options = { browser: false, demo: false, open: true, data: undefined, port: undefined }
  const left = args.flatMap((arg) => splitEquals(arg))
  while (left.length > 0) {
    const name = left.shift()
    if (name === '--browser') options.browser = true
    else if (name === '--demo') options.demo = true
    else if (name === '--no-open') options.open = false
    else if (name === '--data') options.data = resolve(from, valueOf(name, left))
    else if (name === '--port') options.port = portOf(valueOf(name, left))
    else throw new OptionProblem(`Infusion Desk does not know the option ${name}.\n${usage}`)
  }
  if (options.demo && options.data !== undefined)
    throw new OptionProblem('--demo brings its own folder and throws it away, so --data cannot be given with it.')
  return options
}

/**
 * The same options in the words of the shells.
 * @param {Options} options
 * @returns {string[]}
 */
export function shellArguments({ demo, open, data, port }) {
  return [
    ...(data === undefined ? [] : [`--data=${data}`]),
    ...(port === undefined ? [] : [`--port=${port}`]),
    ...(open ? [] : ['--no-open']),
    ...(demo ? ['--demo'] : []),
  ]
}

/** @param {string} arg @returns {string[]} */
function splitEquals(arg) {
  const at = arg.indexOf('=')
  return arg.startsWith('--') && at > 0 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg]
}

/** @param {string} name @param {string[]} left @returns {string} */
function valueOf(name, left) {
  const value = left.shift()
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new OptionProblem(`The option ${name} needs a value.\n${usage}`)
  return value
}

/** @param {string} text @returns {number} */
function portOf(text) {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1024 && port <= 65_535) return port
  throw new OptionProblem(`--port needs a number from 1024 to 65535, not ${text}.`)
}
