import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'

const syncedNames = [/^onedrive/i, /^dropbox/i, /^icloud/i, /^google drive/i, /^com~apple~clouddocs$/i, /^box sync$/i]
const networkTypes = ['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'afs', 'fuse.sshfs', 'davfs', '9p.net']

/** Why a data folder cannot be used, as a fault code; undefined when it can. Makes the folder when it is missing. */
export function folderProblem(dir: string): 'file.network-folder' | 'file.read-only' | undefined {
  const full = resolve(dir)
  if (isShared(full)) return 'file.network-folder'
  try {
    mkdirSync(full, { recursive: true, mode: 0o700 })
    accessSync(full, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return 'file.read-only'
  }
  return undefined
}

/** Whether a path lies on a network share or in a folder that a cloud service copies: write-ahead logs break there. */
export function isShared(full: string): boolean {
  if (full.startsWith('\\\\')) return true
  if (full.split(/[\\/]/).some((part) => syncedNames.some((name) => name.test(part)))) return true
  return networkTypes.includes(mountTypeOf(full, mounts()))
}

/** The file-system type of the mount a path lies on, from the text of Linux's mount table. */
export function mountTypeOf(full: string, table: string): string {
  let best = { at: '', type: '' }
  for (const row of table.split('\n')) {
    const [, at, type] = row.split(' ')
    if (at === undefined || type === undefined) continue
    const isAbove = full === at || full.startsWith(at.endsWith(sep) ? at : at + sep)
    if (isAbove && at.length >= best.at.length) best = { at, type }
  }
  return best.type
}

function mounts(): string {
  if (process.platform !== 'linux') return ''
  try {
    return readFileSync('/proc/mounts', 'utf8')
  } catch {
    return ''
  }
}
