import { z } from 'zod'
import { command, query } from './define.ts'
import { instant, nothing } from './shapes.ts'

/** Looking after the file. */
export const upkeep = {
  /** The lamp of the status line: when something was last saved here, and when a copy was last proved good. */
  state: query({
    needs: 'upkeep.see',
    input: nothing,
    output: z.strictObject({ savedAt: instant.nullable(), backupVerifiedAt: instant.nullable() }),
    reads: ['upkeep'],
  }),
  /** Copies the file, opens the copy, checks and counts it; answers only when the copy is proved good. */
  backUp: command({
    needs: 'upkeep.run',
    input: nothing,
    output: z.strictObject({ verifiedAt: instant, patients: z.number(), invoices: z.number() }),
    touches: ['upkeep'],
  }),
  /** Re-derives every row from the change log and walks both chains; answers with what does not agree. */
  verify: command({
    needs: 'upkeep.run',
    input: nothing,
    output: z.strictObject({ rows: z.number(), entries: z.number(), faults: z.array(z.string()) }),
    touches: [],
  }),
}
