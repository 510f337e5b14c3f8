import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder.ts'

/** What a shell was started with. */
export type ShellOptions = {
  readonly dir: string
  /** Begin in the sample practice, in a throw-away folder. */
  readonly sample: boolean
  /** The port of the browser shell; 0 lets the system choose. */
  readonly port: number
  /** Open the default browser on the printed address. */
  readonly open: boolean
}

/**
 * Reads `--data DIR --port N --no-open --demo`. Anything else is passed over, because Electron's own command line brings
 * switches of Chromium; the launcher has told the person about a mistyped option before.
 */
export function readOptions(args: readonly string[]): ShellOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      demo: { type: 'boolean' },
      'no-open': { type: 'boolean' },
    },
  })
  const port = Number(values.port ?? 0)
  return {
    dir: typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : dataFolder(),
    sample: values.demo === true,
    port: Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 0,
    open: values['no-open'] !== true,
  }
}
