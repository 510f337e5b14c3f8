/** Why the vault says no; each is a different sentence on the screen. */
export type VaultProblemCode =
  | 'key-file.missing'
  | 'key-file.damaged'
  | 'key-file.newer'
  | 'key-file.exists'
  | 'key-file.last-wrap'
  | 'key.mismatch'
  | 'staff.name-taken'
  | 'staff.known'
  | 'staff.unknown'
  | 'pin-record.damaged'
  | 'crypto.unsound'

/** An expected no of the vault. Neither the code nor the message ever holds a secret or a name. */
export class VaultProblem extends Error {
  override readonly name = 'VaultProblem'
  readonly code: VaultProblemCode

  constructor(code: VaultProblemCode, message: string) {
    super(message)
    this.code = code
  }
}
