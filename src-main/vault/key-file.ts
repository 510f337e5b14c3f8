import { createHash } from 'node:crypto'
import { keyBytes } from './keys.ts'
import { VaultProblem } from './problem.ts'
import { sameSignInName } from './sign-in-name.ts'
import { type Cost, isCost, saltBytes } from './stretch.ts'
import { keyFileFormat, nonceBytes, tagBytes, type Wrap, type WrapOwner } from './wrap.ts'

/** What stands in `key.json`: whose key it is, how to recognise it, and every way to open it. Holds no secret in clear. */
export type KeyFile = {
  readonly databaseId: string
  readonly keyCheck: string
  readonly wraps: readonly Wrap[]
}

/** The text of a key file. Throws VaultProblem 'key-file.last-wrap' when nothing could open it any more. */
export function printKeyFile(keyFile: KeyFile): string {
  if (keyFile.wraps.length === 0) {
    throw new VaultProblem('key-file.last-wrap', 'A key file that nothing opens would lock everybody out.')
  }
  const content = contentOf(keyFile)
  const text = `${JSON.stringify({ format: keyFileFormat, ...content, checksum: checksumOf(content) }, null, 2)}\n`
  // What we would refuse to read must never take the place of a good file.
  parseKeyFile(text)
  return text
}

/** Reads a key file's text strictly. Throws VaultProblem 'key-file.newer' or 'key-file.damaged'. */
export function parseKeyFile(text: string): KeyFile {
  const file = fieldsOf(parseJson(text))
  const format = file['format']
  if (typeof format === 'number' && Number.isSafeInteger(format) && format > keyFileFormat) {
    throw new VaultProblem('key-file.newer', `The key file has format ${format}, this program knows ${keyFileFormat}.`)
  }
  if (format !== keyFileFormat) throw damaged('format')
  only(file, ['format', 'databaseId', 'keyCheck', 'wraps', 'checksum'])
  const wraps = file['wraps']
  if (!Array.isArray(wraps) || wraps.length === 0) throw damaged('wraps')
  const content = contentOf({
    databaseId: textOf(file, 'databaseId', uuid),
    keyCheck: bytesOf(file, 'keyCheck', keyBytes),
    wraps: wraps.map(parseWrap),
  })
  refuseTwins(content.wraps)
  if (file['checksum'] !== checksumOf(content)) throw damaged('checksum')
  return content
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const line = /^[^\p{Cc}]{1,200}$/u
const sealFields = ['kind', 'id', 'salt', 'params', 'nonce', 'ciphertext', 'tag']

function parseWrap(value: unknown): Wrap {
  const wrap = fieldsOf(value)
  const owner = ownerOf(wrap)
  only(wrap, owner.kind === 'staff' ? [...sealFields, 'staffId', 'signInName'] : sealFields)
  return {
    ...owner,
    id: textOf(wrap, 'id', uuid),
    salt: bytesOf(wrap, 'salt', saltBytes),
    params: costOf(wrap),
    nonce: bytesOf(wrap, 'nonce', nonceBytes),
    ciphertext: bytesOf(wrap, 'ciphertext', keyBytes),
    tag: bytesOf(wrap, 'tag', tagBytes),
  }
}

function ownerOf(wrap: Fields): WrapOwner {
  const kind = wrap['kind']
  if (kind === 'practice' || kind === 'recovery') return { kind }
  if (kind !== 'staff') throw damaged('kind')
  return { kind, staffId: textOf(wrap, 'staffId', line), signInName: textOf(wrap, 'signInName', line) }
}

function costOf(wrap: Fields): Cost {
  const params = fieldsOf(wrap['params'])
  only(params, ['memoryKib', 'passes', 'lanes'])
  const cost = {
    memoryKib: numberOf(params, 'memoryKib'),
    passes: numberOf(params, 'passes'),
    lanes: numberOf(params, 'lanes'),
  }
  if (!isCost(cost)) throw damaged('params')
  return cost
}

/** Two wraps of one person, or of one name, would make it a matter of order who is let in. */
function refuseTwins(wraps: readonly Wrap[]): void {
  wraps.forEach((wrap, at) => {
    for (const other of wraps.slice(at + 1)) {
      if (wrap.id === other.id) throw damaged('id')
      if (wrap.kind !== 'staff' || other.kind !== 'staff') {
        if (wrap.kind === other.kind) throw damaged('kind')
      } else if (wrap.staffId === other.staffId || sameSignInName(wrap.signInName, other.signInName)) {
        throw damaged('staff')
      }
    }
  })
}

/** The content with its fields in one order, so that the checksum is that of the content and not of its layout. */
function contentOf(keyFile: KeyFile): KeyFile {
  return {
    databaseId: keyFile.databaseId,
    keyCheck: keyFile.keyCheck,
    wraps: keyFile.wraps.map((wrap) => ({
      ...(wrap.kind === 'staff'
        ? { kind: wrap.kind, staffId: wrap.staffId, signInName: wrap.signInName }
        : { kind: wrap.kind }),
      id: wrap.id,
      salt: wrap.salt,
      params: { memoryKib: wrap.params.memoryKib, passes: wrap.params.passes, lanes: wrap.params.lanes },
      nonce: wrap.nonce,
      ciphertext: wrap.ciphertext,
      tag: wrap.tag,
    })),
  }
}

/** Tells a flipped bit on the disk from a wrong password. It keeps nobody out: the GCM tags do that. */
function checksumOf(content: KeyFile): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64')
}

type Fields = Readonly<Record<string, unknown>>

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged('json')
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(value: unknown): Fields {
  if (!isFields(value)) throw damaged('object')
  return value
}

function only(fields: Fields, known: readonly string[]): void {
  if (Object.keys(fields).some((name) => !known.includes(name))) throw damaged('unknown field')
}

function textOf(fields: Fields, name: string, shape: RegExp): string {
  const value = fields[name]
  if (typeof value !== 'string' || !shape.test(value)) throw damaged(name)
  return value
}

function numberOf(fields: Fields, name: string): number {
  const value = fields[name]
  if (typeof value !== 'number') throw damaged(name)
  return value
}

function bytesOf(fields: Fields, name: string, length: number): string {
  const value = fields[name]
  if (typeof value !== 'string') throw damaged(name)
  const bytes = Buffer.from(value, 'base64')
  if (bytes.length !== length || bytes.toString('base64') !== value) throw damaged(name)
  return value
}

function damaged(what: string): VaultProblem {
  return new VaultProblem('key-file.damaged', `The key file is damaged (${what}).`)
}
