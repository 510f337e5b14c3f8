import { randomBytes } from 'node:crypto'
import type { KeyFile } from './key-file.ts'
import { isRightKey, keyCheckOf, wipe } from './keys.ts'
import { VaultProblem } from './problem.ts'
import { newRecoverySecret, parseRecoveryCode, printRecoveryCode } from './recovery-code.ts'
import { sameSignInName, tidySignInName } from './sign-in-name.ts'
import { type Cost, lightCost, practiceCost, saltBytes, staffCost, stretch, stretchTyped } from './stretch.ts'
import { openWrap, sealWrap, type StaffWrap, type Wrap, type WrapOwner } from './wrap.ts'

/** The key file of a new database. It has no wrap yet, and cannot be written before it has one. */
export function newKeyFile(databaseId: string, dataKey: Buffer): KeyFile {
  return { databaseId, keyCheck: keyCheckOf(dataKey, databaseId), wraps: [] }
}

/** Lets a staff member open the file with a password. Throws VaultProblem 'staff.known', 'staff.name-taken', 'key.mismatch'. */
export async function addStaffWrap(
  keyFile: KeyFile,
  dataKey: Buffer,
  person: { readonly staffId: string; readonly signInName: string; readonly password: string },
  cost: Cost = staffCost,
): Promise<KeyFile> {
  const staff = staffWraps(keyFile)
  if (staff.some((wrap) => wrap.staffId === person.staffId)) {
    throw new VaultProblem('staff.known', 'This staff member already has a sign-in.')
  }
  if (staff.some((wrap) => sameSignInName(wrap.signInName, person.signInName))) {
    throw new VaultProblem('staff.name-taken', 'Another staff member has this sign-in name.')
  }
  const owner = { kind: 'staff', staffId: person.staffId, signInName: tidySignInName(person.signInName) } as const
  return withWrap(keyFile, await sealTyped(keyFile, dataKey, owner, person.password, cost))
}

/** Gives a staff member a new password; the old one opens nothing any more. Throws VaultProblem 'staff.unknown', 'key.mismatch'. */
export async function changeStaffPassword(
  keyFile: KeyFile,
  dataKey: Buffer,
  person: { readonly staffId: string; readonly password: string },
  cost: Cost = staffCost,
): Promise<KeyFile> {
  const old = staffWraps(keyFile).find((wrap) => wrap.staffId === person.staffId)
  if (old === undefined) throw new VaultProblem('staff.unknown', 'This staff member has no sign-in.')
  const owner = { kind: 'staff', staffId: old.staffId, signInName: old.signInName } as const
  return withWrap(keyFile, await sealTyped(keyFile, dataKey, owner, person.password, cost), old)
}

/** Takes a staff member's sign-in away. Throws VaultProblem 'staff.unknown', or 'key-file.last-wrap' if nobody could open the file then. */
export function removeStaffWrap(keyFile: KeyFile, staffId: string): KeyFile {
  const wraps = keyFile.wraps.filter((wrap) => wrap.kind !== 'staff' || wrap.staffId !== staffId)
  if (wraps.length === keyFile.wraps.length) {
    throw new VaultProblem('staff.unknown', 'This staff member has no sign-in.')
  }
  if (wraps.length === 0) throw new VaultProblem('key-file.last-wrap', 'Nothing else opens the file.')
  return { ...keyFile, wraps }
}

/** Lets the practice passphrase open the file, in place of an earlier one. Throws VaultProblem 'key.mismatch'. */
export async function addPracticeWrap(
  keyFile: KeyFile,
  dataKey: Buffer,
  passphrase: string,
  cost: Cost = practiceCost,
): Promise<KeyFile> {
  const old = keyFile.wraps.find((wrap) => wrap.kind === 'practice')
  return withWrap(keyFile, await sealTyped(keyFile, dataKey, { kind: 'practice' }, passphrase, cost), old)
}

/** A new recovery code, in place of an earlier one; the code is nowhere else. Throws VaultProblem 'key.mismatch'. */
export async function addRecoveryWrap(
  keyFile: KeyFile,
  dataKey: Buffer,
  cost: Cost = lightCost,
): Promise<{ readonly keyFile: KeyFile; readonly code: string }> {
  proveKey(keyFile, dataKey)
  const old = keyFile.wraps.find((wrap) => wrap.kind === 'recovery')
  const secret = newRecoverySecret()
  try {
    const wrap = await sealWrap(keyFile.databaseId, dataKey, { kind: 'recovery' }, cost, (salt) =>
      stretch(secret, salt, cost),
    )
    return { keyFile: withWrap(keyFile, wrap, old), code: printRecoveryCode(secret) }
  } finally {
    wipe(secret)
  }
}

/**
 * The data key, and who it is, for a sign-in name and password; 'wrong' for either being wrong, after the same work.
 * The caller wipes the key. Throws VaultProblem 'key-file.damaged' when the key inside is not this database's.
 */
export async function openWithPassword(
  keyFile: KeyFile,
  signInName: string,
  password: string,
): Promise<{ readonly dataKey: Buffer; readonly staffId: string } | 'wrong'> {
  const staff = staffWraps(keyFile)
  const wrap = staff.find((each) => sameSignInName(each.signInName, signInName))
  if (wrap === undefined) {
    // An unknown name must not answer sooner than a known one, or the names could be guessed one by one.
    wipe(await stretchTyped(password, randomBytes(saltBytes), staff[0]?.params ?? staffCost))
    return 'wrong'
  }
  const dataKey = await open(keyFile, wrap, stretchTyped(password, saltOf(wrap), wrap.params))
  return dataKey === undefined ? 'wrong' : { dataKey, staffId: wrap.staffId }
}

/** The data key for the practice passphrase. Throws VaultProblem 'key-file.damaged' as openWithPassword does. */
export async function openWithPassphrase(
  keyFile: KeyFile,
  passphrase: string,
): Promise<{ readonly dataKey: Buffer } | 'wrong'> {
  const wrap = keyFile.wraps.find((each) => each.kind === 'practice')
  if (wrap === undefined) return 'wrong'
  const dataKey = await open(keyFile, wrap, stretchTyped(passphrase, saltOf(wrap), wrap.params))
  return dataKey === undefined ? 'wrong' : { dataKey }
}

/**
 * The data key for the printed recovery code; 'mistyped' when the code cannot be one, 'wrong' when it is not this
 * file's. Throws VaultProblem 'key-file.damaged' as openWithPassword does.
 */
export async function openWithRecoveryCode(
  keyFile: KeyFile,
  code: string,
): Promise<{ readonly dataKey: Buffer } | 'mistyped' | 'wrong'> {
  const secret = parseRecoveryCode(code)
  if (secret === undefined) return 'mistyped'
  try {
    const wrap = keyFile.wraps.find((each) => each.kind === 'recovery')
    if (wrap === undefined) return 'wrong'
    const dataKey = await open(keyFile, wrap, stretch(secret, saltOf(wrap), wrap.params))
    return dataKey === undefined ? 'wrong' : { dataKey }
  } finally {
    wipe(secret)
  }
}

function staffWraps(keyFile: KeyFile): StaffWrap[] {
  return keyFile.wraps.filter((wrap) => wrap.kind === 'staff')
}

function saltOf(wrap: Wrap): Buffer {
  return Buffer.from(wrap.salt, 'base64')
}

function withWrap(keyFile: KeyFile, wrap: Wrap, inPlaceOf?: Wrap): KeyFile {
  return { ...keyFile, wraps: [...keyFile.wraps.filter((each) => each !== inPlaceOf), wrap] }
}

/** A wrap of another key would let a person in to a file that stays unreadable. */
function proveKey(keyFile: KeyFile, dataKey: Buffer): void {
  if (!isRightKey(dataKey, keyFile.databaseId, keyFile.keyCheck)) {
    throw new VaultProblem('key.mismatch', 'This is not the key of this database.')
  }
}

async function sealTyped(
  keyFile: KeyFile,
  dataKey: Buffer,
  owner: WrapOwner,
  typed: string,
  cost: Cost,
): Promise<Wrap> {
  proveKey(keyFile, dataKey)
  return sealWrap(keyFile.databaseId, dataKey, owner, cost, (salt) => stretchTyped(typed, salt, cost))
}

async function open(keyFile: KeyFile, wrap: Wrap, stretching: Promise<Buffer>): Promise<Buffer | undefined> {
  const wrappingKey = await stretching
  const dataKey = openWrap(keyFile.databaseId, wrap, wrappingKey)
  wipe(wrappingKey)
  if (dataKey !== undefined && !isRightKey(dataKey, keyFile.databaseId, keyFile.keyCheck)) {
    wipe(dataKey)
    throw new VaultProblem('key-file.damaged', 'The key file is damaged (the key is not the one it names).')
  }
  return dataKey
}
