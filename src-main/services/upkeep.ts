import type { Handlers } from '#contract/house'
import type { Desk } from './desk.ts'

/** Looking after the file. */
export const upkeep: Handlers<Desk>['upkeep'] = {
  async state(desk) {
    return {
      savedAt: desk.upkeep.lastSavedAt() ?? null,
      backupVerifiedAt: (await desk.upkeep.lastVerifiedAt()) ?? null,
    }
  },
  async backUp(desk) {
    const result = await desk.upkeep.backUp()
    await desk.store.write(async (tx) => tx.note({ action: 'backup', detail: 'verified' }))
    return result
  },
  async verify(desk) {
    const verdict = await desk.upkeep.verify()
    await desk.store.write(async (tx) =>
      tx.note({ action: 'verify', detail: verdict.faults.length === 0 ? 'whole' : 'faults found' }),
    )
    return verdict
  },
}
