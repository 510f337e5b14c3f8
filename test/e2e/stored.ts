import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '#db/connect'
import { deriveAll } from '#db/derive'
import { verifyChains } from '#db/verify-chain'
import { readKeyFile } from '#vault/key-file-disk'
import { deriveKey, toSqlKey } from '#vault/keys'
import { openWithPassword } from '#vault/vault'

/** What stands in a data folder once the program is closed. */
export type Stored = {
  readonly invoices: unknown[]
  readonly payments: unknown[]
  readonly balance: number | undefined
  /** What the change log and the chains do not agree with; empty when everything holds. */
  readonly faults: string[]
  readonly rows: number
  /** The files of the folder in which any of these texts can be read. */
  filesWith(texts: readonly string[]): string[]
}

/** Opens the file of a closed desk with a password, as nobody without one can, and reads what is stored. */
export async function openClosedFile(
  dir: string,
  who: { readonly signInName: string; readonly password: string },
): Promise<Stored> {
  const opened = await openWithPassword(await readKeyFile(dir), who.signInName, who.password)
  if (opened === 'wrong') throw new Error('The password does not open the file.')
  const db = connect(join(dir, 'desk.db'), toSqlKey(opened.dataKey), { readonly: true })
  try {
    const derived = deriveAll(db)
    const chains = verifyChains(db, deriveKey(opened.dataKey, 'change-log'))
    const sum = db.prepare<[], { cents: number }>('SELECT sum(amount_cents) AS cents FROM ledger_entry').get()
    return {
      invoices: db.prepare('SELECT number, total_cents FROM invoice').all(),
      payments: db.prepare('SELECT amount_cents FROM payment ORDER BY taken_at').all(),
      balance: sum?.cents,
      faults: [...derived.faults, ...chains.faults],
      rows: derived.rows,
      filesWith: (texts) =>
        filesIn(dir).filter((path) => texts.some((text) => readFileSync(path).includes(Buffer.from(text)))),
    }
  } finally {
    db.close()
  }
}

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
