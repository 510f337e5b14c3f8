import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** One file of the built window, ready to be sent; `undefined` means there is none and the answer is 404. */
export type Page = { readonly type: string; readonly body: Buffer<ArrayBuffer> }

/** The only kinds of file that the built window consists of. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * Finds the file behind a path of the address bar. A path without an extension is a screen and gets the start page. What
 * leads out of the folder, by dots, by escapes or by a link, is not there.
 */
export async function findPage(root: string, pathname: string): Promise<Page | undefined> {
  const asked = decoded(pathname)
  if (asked === undefined || /[\\\0]|(?:^|\/)\.\.?(?:\/|$)/.test(asked)) return undefined
  const file = extname(asked) === '' ? 'index.html' : asked
  const type = types[extname(file)]
  if (type === undefined) return undefined
  try {
    const home = await realpath(root)
    const found = await realpath(join(home, file))
    if (!found.startsWith(home + sep)) return undefined
    return { type, body: await readFile(found) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && isAbsence(error.code)) return undefined
    throw error
  }
}

function isAbsence(code: unknown): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG'
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // A broken escape names no file.
    return undefined
  }
}
