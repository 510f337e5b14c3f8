import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { connect } from '#db/connect'
import { deriveAll } from '#db/derive'
import { verifyChains } from '#db/verify-chain'
import { readKeyFile } from '#vault/key-file-disk'
import { deriveKey, toSqlKey } from '#vault/keys'
import { openWithPassword } from '#vault/vault'

type Head = { id: string; number: string; issued_day: string; patient_name: string; total_cents: number }

/** An issued invoice with what the ledger says of it. */
export type StoredInvoice = {
  readonly number: string
  readonly day: string
  readonly patientName: string
  readonly totalCents: number
  readonly paidCents: number
  readonly balanceCents: number
  readonly lines: readonly {
    serviceDay: string
    description: string
    quantity: number
    unitCents: number
    discountCents: number
    totalCents: number
  }[]
  readonly payments: readonly { day: string; tender: 'cash' | 'card'; reference: string; amountCents: number }[]
}

/** The closed file, opened beside the program: the key comes out of the key file with a person's password. */
export class OpenedFile {
  readonly #db: Database
  readonly #logKey: Buffer

  private constructor(db: Database, logKey: Buffer) {
    this.#db = db
    this.#logKey = logKey
  }

  static async open(dir: string, signInName: string, password: string): Promise<OpenedFile> {
    const opened = await openWithPassword(await readKeyFile(dir), signInName, password)
    if (opened === 'wrong') throw new Error('The password does not open the key file.')
    const db = connect(join(dir, 'desk.db'), toSqlKey(opened.dataKey), { readonly: true })
    return new OpenedFile(db, deriveKey(opened.dataKey, 'change-log'))
  }

  /** Where the rows and the change log differ, and where a chain is broken. */
  faults(): readonly string[] {
    return [...deriveAll(this.#db).faults, ...verifyChains(this.#db, this.#logKey).faults]
  }

  /** One issued invoice as the rows have it, in the words of the engine's answers. */
  invoice(number: string): StoredInvoice {
    const head = this.#db
      .prepare<[string], Head>('SELECT id, number, issued_day, patient_name, total_cents FROM invoice WHERE number = ?')
      .get(number)
    if (head === undefined) throw new Error(`There is no invoice ${number}.`)
    const ledger = this.#db
      .prepare<[string], { kind: string; cents: number }>(
        'SELECT kind, sum(amount_cents) AS cents FROM ledger_entry WHERE invoice_id = ? GROUP BY kind',
      )
      .all(head.id)
    return {
      number: head.number,
      day: head.issued_day,
      patientName: head.patient_name,
      totalCents: head.total_cents,
      paidCents: -(ledger.find((sum) => sum.kind === 'payment')?.cents ?? 0),
      balanceCents: ledger.reduce((sum, { cents }) => sum + cents, 0),
      lines: this.#db
        .prepare<[string], StoredInvoice['lines'][number]>(
          `SELECT service_day AS serviceDay, description, quantity, unit_cents AS unitCents,
           discount_cents AS discountCents, total_cents AS totalCents
           FROM invoice_line WHERE invoice_id = ? ORDER BY position`,
        )
        .all(head.id),
      payments: this.#db
        .prepare<[string], StoredInvoice['payments'][number]>(
          `SELECT day, tender, reference, amount_cents AS amountCents
           FROM payment WHERE invoice_id = ? ORDER BY taken_at`,
        )
        .all(head.id),
    }
  }

  close(): void {
    this.#db.close()
  }
}

/** Which files of a folder hold one of these words in clear, in UTF-8 or UTF-16. */
export function filesWith(dir: string, words: readonly string[]): readonly string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return wanted.some((word) => bytes.includes(word))
    })
}
