import type { Permission } from '#contract/permissions'
import type { Reader, Writer } from '#db/open'
import type { Paper } from '#documents/papers'
import type { Role } from '#domain/roles'

/** Who is at the PC. */
export type Person = { readonly staffId: string; readonly name: string; readonly roles: readonly Role[] }

/** Everything a use case may touch, for one call of one person. */
export type Desk = {
  /** The file: `read` to look, `write` to touch. The author of a write is the person; `location` is where it happens. */
  readonly store: {
    readonly read: Reader
    write<T>(work: (tx: Writer) => Promise<T>, location?: string): Promise<T>
  }
  /** Who asks. The engine has checked that they may. */
  readonly me: Person
  /** Whether the person may do something more than the call needs; for what an answer leaves out. */
  may(permission: Permission): boolean
  /** Epoch milliseconds. */
  readonly now: () => number
  /** A new row id. */
  readonly newId: () => string
  /** Sets a paper as a tagged PDF, off the engine's thread. */
  print(paper: Paper): Promise<Uint8Array>
  /** The sign-in secrets of the staff, beside the file. */
  readonly secrets: {
    add(staffId: string, signInName: string, password: string): Promise<void>
    remove(staffId: string): Promise<void>
  }
  /** Looking after the file. */
  readonly upkeep: {
    lastSavedAt(): number | undefined
    lastVerifiedAt(): Promise<number | undefined>
    backUp(): Promise<{ verifiedAt: number; patients: number; invoices: number }>
    verify(): Promise<{ rows: number; entries: number; faults: string[] }>
  }
}
